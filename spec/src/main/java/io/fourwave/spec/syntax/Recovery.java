package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveParser;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Recovers within the braces an error stands in. ANTLR's own recovery would stop at any token that may follow in any enclosing
 * rule; words such as {@code error} or {@code stream} stand in statements and at the top, so one error would end the machine
 * and make nonsense of the rest of the file. Messages are worded by {@link SyntaxErrors}.
 */
final class Recovery extends DefaultErrorStrategy {
    /** Words that begin a declaration and stand nowhere else: there a brace must be missing. */
    private static final IntervalSet UNMISTAKABLE = new IntervalSet();

    private static final Set<String> UNMISTAKABLE_WORDS = Set.of(
            "'on'",
            "'procedure'",
            "'define'",
            "'opportunity'",
            "'machine'",
            "'environment'",
            "'property'",
            "'witness'",
            "'mutant'",
            "'scenario'",
            "'parameter'",
            "'protocol'",
            "'enum'");

    static {
        for (int type = 1; type <= WaveParser.VOCABULARY.getMaxTokenType(); type++) {
            if (UNMISTAKABLE_WORDS.contains(String.valueOf(WaveParser.VOCABULARY.getLiteralName(type)))) {
                UNMISTAKABLE.add(type);
            }
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException exception) {
        if (!braceOpen(parser.getContext())) {
            super.recover(parser, exception);
            return;
        }
        consumeUntil(parser, closing());
        if (parser.getCurrentToken().getText().equals("}")) {
            parser.consume();
        }
    }

    /** At the head of a loop too: ANTLR would give up the whole file, or machine, for one strange word at its beginning. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
        boolean file = parser.getContext() instanceof WaveParser.FileContext;
        boolean head = state.getStateType() == ATNState.STAR_LOOP_ENTRY && braceOpen(parser.getContext());
        if (!file && !head) {
            super.sync(parser);
            return;
        }
        IntervalSet next = parser.getInterpreter().atn.nextTokens(state);
        if (next.contains(parser.getCurrentToken().getType())) {
            return;
        }
        reportUnwantedToken(parser);
        if (!file) {
            consumeUntil(parser, parser.getExpectedTokens().or(getErrorRecoverySet(parser)));
            return;
        }
        IntervalSet declarations = parser.getExpectedTokens();
        while (!declarations.contains(parser.getCurrentToken().getType())
                && parser.getCurrentToken().getType() != Token.EOF) {
            parser.consume();
            consumeUntil(parser, declarations);
        }
    }

    /**
     * A strange word in front of a block leaves the block to be read. ANTLR would make up a brace in front of the word, and take the end
     * of the block for the end of the one around it.
     */
    @Override
    public Token recoverInline(Parser parser) {
        IntervalSet expected = parser.getExpectedTokens();
        boolean blockExpected =
                expected.size() == 1 && "'{'".equals(WaveParser.VOCABULARY.getLiteralName(expected.getMinElement()));
        if (!blockExpected) {
            return super.recoverInline(parser);
        }
        int line = parser.getCurrentToken().getLine();
        int ahead = 1;
        while (parser.getInputStream().LT(ahead).getLine() == line
                && parser.getInputStream().LA(ahead) != Token.EOF
                && parser.getInputStream().LA(ahead) != expected.getMinElement()) {
            ahead++;
        }
        if (parser.getInputStream().LA(ahead) != expected.getMinElement()
                || parser.getInputStream().LT(ahead).getLine() != line) {
            throw new InputMismatchException(parser);
        }
        reportMissingToken(parser);
        for (int i = 1; i < ahead; i++) {
            parser.consume();
        }
        return parser.match(expected.getMinElement());
    }

    private static IntervalSet closing() {
        IntervalSet set = new IntervalSet(UNMISTAKABLE);
        for (int type = 1; type <= WaveParser.VOCABULARY.getMaxTokenType(); type++) {
            if ("'}'".equals(WaveParser.VOCABULARY.getLiteralName(type))) {
                set.add(type);
            }
        }
        return set;
    }

    /** What is between braces is skipped whole. */
    @Override
    protected void consumeUntil(Parser parser, IntervalSet set) {
        int depth = 0;
        while (parser.getCurrentToken().getType() != Token.EOF) {
            Token token = parser.getCurrentToken();
            if ((depth == 0 && set.contains(token.getType())) || UNMISTAKABLE.contains(token.getType())) {
                return;
            }
            if (token.getText().equals("{")) {
                depth++;
            } else if (token.getText().equals("}") && depth > 0) {
                depth--;
            }
            parser.consume();
        }
    }

    /** What may follow within the same braces. */
    @Override
    protected IntervalSet getErrorRecoverySet(Parser parser) {
        ATN atn = parser.getInterpreter().atn;
        IntervalSet set = new IntervalSet(UNMISTAKABLE);
        RuleContext context = parser.getContext();
        while (context != null && context.invokingState >= 0 && !braceOpen(context)) {
            RuleTransition transition =
                    (RuleTransition) atn.states.get(context.invokingState).transition(0);
            set.addAll(atn.nextTokens(transition.followState));
            context = context.parent;
        }
        set.remove(Token.EPSILON);
        return set;
    }

    private static boolean braceOpen(RuleContext context) {
        if (!(context instanceof ParserRuleContext rule) || rule.children == null) {
            return false;
        }
        int depth = 0;
        for (ParseTree child : rule.children) {
            if (child instanceof TerminalNode leaf) {
                String text = leaf.getText();
                depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            }
        }
        return depth > 0;
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        report(parser);
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        report(parser);
    }

    private void report(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            parser.notifyErrorListeners(parser.getCurrentToken(), "", null);
        }
    }
}
