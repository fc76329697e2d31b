package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What all readers share: the file, where things are in it, and how its small parts are read. */
final class Reading {
    private final String file;
    private final Diagnostics diagnostics;

    Reading(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Without the comment in front: a message points at the thing itself. */
    Place place(ParserRuleContext context) {
        Token start = context.getStart();
        if (context.getChildCount() > 1 && context.getChild(0) instanceof WaveParser.DocContext) {
            start = first(context.getChild(1));
        }
        Token stop = context.getStop();
        if (stop == null || stop.getTokenIndex() < start.getTokenIndex()) {
            return place(start);
        }
        return span(start, stop);
    }

    private static Token first(ParseTree tree) {
        return tree instanceof TerminalNode leaf ? leaf.getSymbol() : ((ParserRuleContext) tree).getStart();
    }

    /** From the first token to the last. */
    Place span(Token start, Token stop) {
        Place end = place(stop);
        return new Place(file, start.getLine(), start.getCharPositionInLine() + 1, end.endLine(), end.endColumn());
    }

    Place place(Token token) {
        int column = token.getCharPositionInLine() + 1;
        String text = token.getType() == Token.EOF ? "" : token.getText();
        return new Place(
                file, token.getLine(), column, token.getLine(), column + text.codePointCount(0, text.length()));
    }

    Name name(TerminalNode node) {
        return new Name(node.getText(), place(node.getSymbol()));
    }

    List<Name> names(List<TerminalNode> nodes) {
        return nodes.stream().map(this::name).toList();
    }

    /** The text between the quotation marks; empty when there is no string. */
    String string(TerminalNode node) {
        return node == null ? "" : node.getText().substring(1, node.getText().length() - 1);
    }

    /** The lines of a {@code ///} comment, joined; empty when there is none. */
    String doc(WaveParser.DocContext context) {
        return context == null
                ? ""
                : context.DOC().stream()
                        .map(line -> line.getText().substring(3).strip())
                        .collect(Collectors.joining("\n"));
    }

    List<Tag> tags(WaveParser.TagsContext context) {
        return context == null
                ? List.of()
                : context.TAG().stream()
                        .map(tag -> new Tag(tag.getText().substring(1), place(tag.getSymbol())))
                        .toList();
    }

    int integer(TerminalNode node) {
        return (int) number(node.getText(), Integer.MAX_VALUE, node);
    }

    long longInteger(TerminalNode node) {
        return number(node.getText(), Long.MAX_VALUE, node);
    }

    private long number(String digits, long largest, TerminalNode node) {
        try {
            long value = Long.parseLong(digits);
            if (value <= largest) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            // reported below
        }
        tooLarge(node, "the largest is " + largest);
        return 0;
    }

    /** A factor token, {@code x2}. */
    int factor(TerminalNode node) {
        return (int) number(node.getText().substring(1), Integer.MAX_VALUE, node);
    }

    long nanos(TerminalNode node) {
        String text = node.getText();
        int unit = 0;
        while (Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, unit)), nanosPer(text.substring(unit)));
        } catch (NumberFormatException | ArithmeticException tooLong) {
            tooLarge(node, "the longest duration is about 292 years; `forever` has no end");
            return 0;
        }
    }

    private static long nanosPer(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "min" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    private void tooLarge(TerminalNode node, String note) {
        diagnostics.add(Diagnostic.of(
                        DiagnosticCode.NUMBER_TOO_LARGE,
                        place(node.getSymbol()),
                        "`" + node.getText() + "` is too large")
                .note(note));
    }

    /** Whether the parser had to skip or invent something in here. */
    static boolean broken(ParseTree tree) {
        if (tree instanceof ErrorNode) {
            return true;
        }
        if (tree instanceof ParserRuleContext context && context.exception != null) {
            return true;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (broken(tree.getChild(i))) {
                return true;
            }
        }
        return false;
    }
}
