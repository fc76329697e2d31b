package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.grammar.WaveLexer;
import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Takes out of the tokens what the language does not know, with a message for each, so that the parser sees known tokens only. */
final class TokenFilter {
    /** Far beyond what a person writes, far below what the parser's stack bears. */
    private static final int DEEPEST = 200;

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("&&", "write `and`"),
            Map.entry("&", "write `and`"),
            Map.entry("||", "write `or`"),
            Map.entry("|", "write `or`"),
            Map.entry("!", "write `not`"),
            Map.entry("≤", "write `=<`"),
            Map.entry("≥", "write `>=`"),
            Map.entry("≠", "write `/=`"),
            Map.entry("–", "write `-`"),
            Map.entry("−", "write `-`"),
            Map.entry("→", "write `->`"),
            Map.entry("“", "strings stand between `\"`"),
            Map.entry("”", "strings stand between `\"`"),
            Map.entry("'", "strings stand between `\"`"),
            Map.entry("%", "there is no remainder: sequence numbers are modular by themselves"),
            Map.entry("#", "comments begin with `//`"),
            Map.entry("_", "names begin with a letter"));

    /** Read as what was meant, the rest of the line still makes sense. */
    private static final Map<String, String> READ_AS = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("&", "and"),
            Map.entry("||", "or"),
            Map.entry("|", "or"),
            Map.entry("!", "not"),
            Map.entry("≤", "=<"),
            Map.entry("≥", ">="),
            Map.entry("≠", "/="),
            Map.entry("–", "-"),
            Map.entry("−", "-"),
            Map.entry("→", "->"));

    private final Reading reading;
    private final Set<Integer> linesWithUnknown = new HashSet<>();
    private boolean foundUnknown;
    private boolean tooDeep;

    TokenFilter(Reading reading) {
        this.reading = reading;
    }

    /** The tokens of a text, ending with the end of file. */
    static List<Token> all(String text) {
        WaveLexer lexer = new WaveLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.nextToken());
        } while (tokens.get(tokens.size() - 1).getType() != Token.EOF);
        return tokens;
    }

    List<Token> tokens(String text) {
        List<Token> known = new ArrayList<>();
        List<Token> unknown = new ArrayList<>();
        int depth = 0;
        int prefixes = 0;
        for (Token token : all(text)) {
            if (token.getType() == WaveLexer.UNKNOWN) {
                if (!unknown.isEmpty() && !adjacent(unknown.get(unknown.size() - 1), token)) {
                    report(unknown, known);
                }
                unknown.add(token);
                continue;
            }
            report(unknown, known);
            known.add(token);
            depth += nesting(token.getText());
            prefixes = token.getText().equals("not") || token.getText().equals("-") ? prefixes + 1 : 0;
            if (depth > DEEPEST || prefixes > DEEPEST) {
                tooDeep(token, depth > DEEPEST ? "braces and parentheses are open" : "signs or `not`s stand");
            }
        }
        return known;
    }

    private void tooDeep(Token token, String what) {
        if (!tooDeep) {
            reading.diagnostics()
                    .add(Diagnostic.of(
                                    DiagnosticCode.TOO_DEEP,
                                    reading.place(token),
                                    "more than " + DEEPEST + " " + what + " here")
                            .help(what.startsWith("braces") ? "is a closing one missing further up?" : ""));
        }
        tooDeep = true;
    }

    private static int nesting(String text) {
        return switch (text) {
            case "{", "(", "[" -> 1;
            case "}", ")", "]" -> -1;
            default -> 0;
        };
    }

    private static boolean adjacent(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex() && left.getLine() == right.getLine();
    }

    private void report(List<Token> run, List<Token> known) {
        if (run.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        run.forEach(token -> text.append(token.getText()));
        Place first = reading.place(run.get(0));
        Place last = reading.place(run.get(run.size() - 1));
        Place place = new Place(first.file(), first.line(), first.column(), last.line(), last.endColumn());
        String meant = READ_AS.get(text.toString());
        if (meant == null) {
            linesWithUnknown.add(place.line());
        } else {
            Token head = run.get(0);
            CommonToken substitute = new CommonToken(all(meant).get(0));
            substitute.setLine(head.getLine());
            substitute.setCharPositionInLine(head.getCharPositionInLine());
            known.add(substitute);
        }
        foundUnknown = true;
        if (text.indexOf("\"") >= 0) {
            reading.diagnostics()
                    .add(Diagnostic.of(DiagnosticCode.OPEN_STRING, place, "this string does not end on its line")
                            .help("close it with `\"`"));
        } else {
            reading.diagnostics()
                    .add(Diagnostic.of(
                                    DiagnosticCode.UNKNOWN_CHARACTER, place, "`" + printable(text) + "` begins nothing")
                            .help(MEANT.getOrDefault(text.toString(), "")));
        }
        run.clear();
    }

    /** Control characters by their number: a message must not move the terminal's cursor. */
    private static String printable(CharSequence text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        out.append(Character.isISOControl(c) ? String.format("U+%04X", c) : Character.toString(c)));
        return out.toString();
    }

    boolean foundUnknown() {
        return foundUnknown;
    }

    /** Lines whose further errors are likely to come from what was taken out. */
    Set<Integer> linesWithUnknown() {
        return Set.copyOf(linesWithUnknown);
    }

    boolean tooDeep() {
        return tooDeep;
    }
}
