package io.fourwave.conformance.counterexample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads packetdrill scripts by packetdrill's published grammar and lexical structure (Syntax.md, and what its parser refuses beyond
 * them), as far as scripts with TCP packets and system calls go. Strict: what it does not know is an error.
 */
final class PacketdrillParser {
    /** A TCP packet; {@code win} -1: not given; {@code anyOptions}: {@code <...>}. */
    record Packet(
            double seconds,
            boolean inbound,
            String flags,
            long seq,
            long end,
            int octets,
            long ack,
            int win,
            boolean anyOptions) {}

    record Call(double seconds, String name, List<String> arguments, String result) {}

    /** Of the shell. */
    record Command(double seconds, String quoted) {}

    /** {@code events}: {@link Packet}s, {@link Call}s and {@link Command}s; times are absolute, in seconds. */
    record Script(String init, List<Object> events) {}

    static final class SyntaxError extends RuntimeException {
        private static final long serialVersionUID = 1;

        SyntaxError(String message) {
            super(message);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\\n]*\\n|/\\*.*?\\*/"
            + "|(?<float>-?[0-9]*\\.[0-9]+)|(?<hex>0x[0-9a-fA-F]+)|(?<int>-?[0-9]+)|(?<word>[a-zA-Z0-9_]+)"
            + "|(?<quoted>\"(\\\\.|[^\"])*\")|(?<back>`(\\\\.|[^`])*`)|(?<ellipsis>\\.\\.\\.)|(?<char>[^ \\t\\n])");

    private static final Set<String> CALLS = Set.of(
            "socket",
            "bind",
            "listen",
            "accept",
            "connect",
            "read",
            "write",
            "send",
            "close",
            "shutdown",
            "fcntl",
            "setsockopt");

    private enum Sort {
        FLOAT,
        INTEGER,
        WORD,
        QUOTED,
        BACK_QUOTED,
        ELLIPSIS,
        CHARACTER,
        END
    }

    private record Token(Sort sort, String text, int line) {}

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private double now;

    private PacketdrillParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        int line = 1;
        while (from < text.length()) {
            if (!matcher.find(from) || matcher.start() != from) {
                throw new SyntaxError("line " + line + ": no token");
            }
            Sort sort = matcher.group("float") != null
                    ? Sort.FLOAT
                    : matcher.group("hex") != null || matcher.group("int") != null
                            ? Sort.INTEGER
                            : matcher.group("word") != null
                                    ? Sort.WORD
                                    : matcher.group("quoted") != null
                                            ? Sort.QUOTED
                                            : matcher.group("back") != null
                                                    ? Sort.BACK_QUOTED
                                                    : matcher.group("ellipsis") != null
                                                            ? Sort.ELLIPSIS
                                                            : matcher.group("char") != null ? Sort.CHARACTER : null;
            if (sort != null) {
                tokens.add(new Token(sort, matcher.group(), line));
            }
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
            from = matcher.end();
        }
        tokens.add(new Token(Sort.END, "the end", line));
    }

    /** @throws SyntaxError with the line */
    static Script parse(String text) {
        return new PacketdrillParser(text).script();
    }

    private Script script() {
        String init = peek().sort == Sort.BACK_QUOTED ? take().text : "";
        List<Object> events = new ArrayList<>();
        while (peek().sort != Sort.END) {
            time();
            boolean packet = peek().text.equals("<") || peek().text.equals(">");
            events.add(packet ? packet() : peek().sort == Sort.BACK_QUOTED ? new Command(now, take().text) : call());
        }
        if (events.isEmpty()) {
            throw wrong("an event");
        }
        return new Script(init, events);
    }

    private void time() {
        boolean relative = accept("+");
        Token token = take();
        if (token.sort != Sort.FLOAT && token.sort != Sort.INTEGER || token.text.startsWith("-")) {
            throw new SyntaxError("line " + token.line + ": not a time: " + token.text);
        }
        double seconds = Double.parseDouble(token.text);
        now = relative ? now + seconds : seconds;
    }

    private Packet packet() {
        boolean inbound = take().text.equals("<");
        String flags = flags();
        long seq = number(0xffffffffL);
        expect(":");
        long end = number(0xffffffffL);
        expect("(");
        int octets = (int) number(0xffff);
        expect(")");
        if (end != seq + octets) {
            throw wrong("consistent sequence numbers and payload size");
        }
        long ack = accept("ack") ? number(0xffffffffL) : 0;
        int win = accept("win") ? (int) number(0xffff) : -1;
        boolean any = accept("<");
        if (any) {
            if (take().sort != Sort.ELLIPSIS || inbound) {
                throw wrong("<...>, for outbound packets only");
            }
            expect(">");
        }
        if (inbound && win < 0) {
            throw wrong("a window, which inbound packets must have");
        }
        return new Packet(now, inbound, flags, seq, end, octets, ack, win, any);
    }

    private String flags() {
        Token token = take();
        String flags = token.text;
        if (token.sort == Sort.WORD) {
            flags += accept(".") ? "." : "";
        } else if (!flags.equals(".") && !flags.equals("-")) {
            throw new SyntaxError("line " + token.line + ": not flags: " + flags);
        }
        if (!flags.equals("-") && !flags.matches("[.FSRPEWAU]+")) {
            throw new SyntaxError("line " + token.line + ": invalid TCP flags: " + flags);
        }
        return flags;
    }

    private Call call() {
        Token name = take();
        if (name.sort != Sort.WORD || !CALLS.contains(name.text)) {
            throw new SyntaxError("line " + name.line + ": not a system call: " + name.text);
        }
        expect("(");
        List<String> arguments = new ArrayList<>();
        if (!accept(")")) {
            do {
                arguments.add(expression());
            } while (accept(","));
            expect(")");
        }
        expect("=");
        String result = expression();
        if (peek().sort == Sort.WORD && !peek().text.matches("[a-z].*")) {
            result += " " + take().text;
            note();
        } else if (peek().text.equals("(")) {
            note();
        }
        return new Call(now, name.text, arguments, result);
    }

    private void note() {
        expect("(");
        int words = 0;
        while (!accept(")")) {
            if (take().sort != Sort.WORD) {
                throw wrong("a word of a note");
            }
            words++;
        }
        if (words == 0) {
            throw wrong("a word of a note");
        }
    }

    private String expression() {
        StringBuilder text = new StringBuilder(operand());
        while (accept("|")) {
            text.append('|').append(operand());
        }
        return text.toString();
    }

    private String operand() {
        Token token = take();
        switch (token.sort) {
            case ELLIPSIS, INTEGER, WORD, QUOTED -> {
                return token.text;
            }
            default -> {
                if (token.text.equals("[")) {
                    String element = expression();
                    expect("]");
                    return "[" + element + "]";
                }
                if (token.text.equals("{")) {
                    expect("onoff");
                    expect("=");
                    long on = number(1);
                    expect(",");
                    expect("linger");
                    expect("=");
                    long linger = number(0xffff);
                    expect("}");
                    return "{onoff=" + on + ", linger=" + linger + "}";
                }
                throw new SyntaxError("line " + token.line + ": not an expression: " + token.text);
            }
        }
    }

    private long number(long most) {
        Token token = take();
        if (token.sort != Sort.INTEGER) {
            throw new SyntaxError("line " + token.line + ": not a number: " + token.text);
        }
        long value = Long.decode(token.text);
        if (value < 0 || value > most) {
            throw new SyntaxError("line " + token.line + ": out of range: " + token.text);
        }
        return value;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(Math.min(at++, tokens.size() - 1));
    }

    private boolean accept(String text) {
        if (peek().text.equals(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String text) {
        if (!accept(text)) {
            throw wrong("`" + text + "`");
        }
    }

    private SyntaxError wrong(String expected) {
        return new SyntaxError("line " + peek().line + ": " + expected + " is missing before " + peek().text);
    }
}
