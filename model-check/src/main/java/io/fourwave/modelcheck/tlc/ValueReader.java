package io.fourwave.modelcheck.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values as TLC prints them. */
final class ValueReader {
    private final String text;
    private int at;

    private ValueReader(String text) {
        this.text = text;
    }

    /** The value, or a string of the whole text where it is of a kind the export never makes. */
    static TlaValue read(String text) {
        try {
            return new ValueReader(text).value();
        } catch (IllegalArgumentException e) {
            return new TlaValue.Str(text.strip());
        }
    }

    /** The variables of a state, printed as {@code /\ name = value} lines. */
    static Map<String, TlaValue> state(String text) {
        Map<String, TlaValue> variables = new LinkedHashMap<>();
        for (String conjunct : ("\n" + text).split("\n/\\\\ ")) {
            int equals = conjunct.indexOf(" = ");
            if (equals > 0) {
                variables.put(conjunct.substring(0, equals).strip(), read(conjunct.substring(equals + 3)));
            }
        }
        return variables;
    }

    private TlaValue value() {
        blanks();
        if (take("<<")) {
            return new TlaValue.Many(until(">>"), false);
        }
        if (take("{")) {
            return new TlaValue.Many(until("}"), true);
        }
        if (take("[")) {
            return record();
        }
        if (take("(")) {
            return function();
        }
        if (take("\"")) {
            int end = text.indexOf('"', at);
            String string = text.substring(at, need(end));
            at = end + 1;
            return new TlaValue.Str(string);
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("TRUE") || word.equals("FALSE")) {
            return new TlaValue.Bool(word.equals("TRUE"));
        }
        try {
            return new TlaValue.Num(Long.parseLong(word));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no value: " + text.substring(start), e);
        }
    }

    private List<TlaValue> until(String close) {
        List<TlaValue> elements = new ArrayList<>();
        blanks();
        while (!take(close)) {
            elements.add(value());
            blanks();
            take(",");
            blanks();
        }
        return elements;
    }

    private TlaValue record() {
        Map<String, TlaValue> fields = new LinkedHashMap<>();
        blanks();
        while (!take("]")) {
            int arrow = need(text.indexOf("|->", at));
            String name = text.substring(at, arrow).strip();
            at = arrow + 3;
            fields.put(name, value());
            blanks();
            take(",");
            blanks();
        }
        return new TlaValue.Rec(fields);
    }

    private TlaValue function() {
        Map<String, TlaValue> fields = new LinkedHashMap<>();
        blanks();
        while (!take(")")) {
            String argument = value().text();
            blanks();
            if (!take(":>")) {
                throw new IllegalArgumentException("no function: " + text);
            }
            fields.put(argument, value());
            blanks();
            take("@@");
            blanks();
        }
        return new TlaValue.Rec(fields);
    }

    private int need(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("unfinished value: " + text);
        }
        return index;
    }

    private boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("unfinished value: " + text);
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
