package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.grammar.WaveLexer;
import io.fourwave.spec.grammar.WaveParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what was expected, in the words of the language rather than of the grammar. */
final class SyntaxErrors extends BaseErrorListener {
    /** More alternatives than this are no help; then the message names the construct. */
    private static final int FEW = 4;

    private static final Map<Integer, String> CONSTRUCTS = Map.ofEntries(
            Map.entry(WaveParser.RULE_file, "a declaration"),
            Map.entry(WaveParser.RULE_item, "a declaration"),
            Map.entry(WaveParser.RULE_machineDecl, "a part of the machine or `}`"),
            Map.entry(WaveParser.RULE_machineItem, "a part of the machine"),
            Map.entry(WaveParser.RULE_timerDecl, "`after`, `backoff`, `at most` or `}`"),
            Map.entry(WaveParser.RULE_handlerDecl, "`{` or `->`"),
            Map.entry(WaveParser.RULE_handlerBody, "a check, a statement or `}`"),
            Map.entry(WaveParser.RULE_block, "a statement or `}`"),
            Map.entry(WaveParser.RULE_statement, "a statement"),
            Map.entry(WaveParser.RULE_action, "a statement"),
            Map.entry(WaveParser.RULE_arm, "`->`, `{` or `ignore`"),
            Map.entry(WaveParser.RULE_expr, "an expression"),
            Map.entry(WaveParser.RULE_comparison, "an expression"),
            Map.entry(WaveParser.RULE_sum, "an expression"),
            Map.entry(WaveParser.RULE_product, "an expression"),
            Map.entry(WaveParser.RULE_unary, "an expression"),
            Map.entry(WaveParser.RULE_primary, "an expression"),
            Map.entry(WaveParser.RULE_type, "a type"),
            Map.entry(WaveParser.RULE_event, "an event"),
            Map.entry(WaveParser.RULE_environmentDecl, "a part of the environment or `}`"),
            Map.entry(WaveParser.RULE_environmentItem, "a part of the environment"),
            Map.entry(WaveParser.RULE_channelClause, "a clause of the channel"),
            Map.entry(WaveParser.RULE_propertyDecl, "`always`, `step`, `terminal`, `assume` or `… leads to …`"),
            Map.entry(WaveParser.RULE_propertyClause, "`always`, `step`, `terminal`, `assume` or `… leads to …`"),
            Map.entry(WaveParser.RULE_scenarioDecl, "a clause of the scenario or `}`"),
            Map.entry(WaveParser.RULE_scenarioClause, "a clause of the scenario"),
            Map.entry(WaveParser.RULE_coverage, "`all`, `state`, `timeout`, `exhausted` or `STATE -> STATE`"),
            Map.entry(WaveParser.RULE_coverItem, "`state`, `timeout`, `exhausted` or `STATE -> STATE`"));

    private final Reading reading;
    private final Set<Integer> quietLines;
    private int lastLine;

    SyntaxErrors(Reading reading, Set<Integer> quietLines) {
        this.reading = reading;
        this.quietLines = quietLines;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int column,
            String ignored,
            RecognitionException exception) {
        Token found = exception != null && exception.getOffendingToken() != null
                ? exception.getOffendingToken()
                : (Token) offending;
        if (quietLines.contains(found.getLine()) || found.getLine() == lastLine) {
            return; // a second error on a line is nearly always the first one again
        }
        lastLine = found.getLine();
        Parser parser = (Parser) recognizer;
        String what = found.getType() == Token.EOF ? "the end of the file" : "`" + found.getText() + "`";
        String wanted = expected(parser, exception);
        String message = "expected " + wanted + ", found " + what;
        Token before = parser.getInputStream().LT(-1);
        reading.diagnostics()
                .add(Diagnostic.of(DiagnosticCode.SYNTAX, reading.place(found), message)
                        .help(help(wanted, found, before)));
    }

    private static String expected(Parser parser, RecognitionException exception) {
        IntervalSet tokens = exception instanceof NoViableAltException ? null : parser.getExpectedTokens();
        if (tokens != null && tokens.size() <= FEW) {
            List<String> words = new ArrayList<>();
            tokens.toList().forEach(type -> words.add(word(type)));
            return either(words);
        }
        String construct = CONSTRUCTS.get(parser.getContext().getRuleIndex());
        if (construct != null) {
            return construct;
        }
        if (tokens == null || tokens.contains(WaveLexer.NAME)) {
            return "a name";
        }
        List<String> some =
                tokens.toList().stream().limit(FEW).map(SyntaxErrors::word).toList();
        return String.join(", ", some) + " or the like";
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last <= 0
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String word(int type) {
        return switch (type) {
            case WaveLexer.NAME -> "a name";
            case WaveLexer.STRING -> "a string";
            case WaveLexer.INT -> "a number";
            case WaveLexer.DURATION -> "a duration";
            case WaveLexer.FACTOR -> "a factor such as `x2`";
            case WaveLexer.TAG -> "a tag";
            case WaveLexer.DOC -> "a comment";
            case Token.EOF -> "the end of the file";
            default -> {
                String literal = WaveLexer.VOCABULARY.getLiteralName(type);
                yield "`" + literal.substring(1, literal.length() - 1) + "`";
            }
        };
    }

    /** The mistakes a newcomer makes first. */
    private static String help(String wanted, Token found, Token before) {
        String text = found.getText();
        boolean afterName = before != null && before.getType() == WaveLexer.NAME;
        if (text.equals("=") && afterName) {
            return "to assign, write `:=`";
        }
        if (before != null && before.getType() == WaveLexer.DURATION && touching(before, found)) {
            return "durations are written with ns, us, ms, s, min or h";
        }
        if (before != null && before.getType() == WaveLexer.INT && touching(before, found)) {
            return "to multiply, write `" + before.getText() + "*" + text + "`";
        }
        if (isWord(found) && wanted.contains("a name")) {
            return "`" + text + "` is a word of the language and cannot be a name";
        }
        if (found.getType() == WaveLexer.DOC) {
            return "a `///` comment stands in front of a declaration or statement; write `//` here";
        }
        if (found.getType() == Token.EOF) {
            return "is a `}` missing?";
        }
        return "";
    }

    private static boolean touching(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    private static boolean isWord(Token token) {
        String literal = WaveLexer.VOCABULARY.getLiteralName(token.getType());
        return literal != null && Character.isLetter(literal.charAt(1));
    }
}
