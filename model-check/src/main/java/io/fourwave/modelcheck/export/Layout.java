package io.fourwave.modelcheck.export;

import java.util.List;

/** Line breaks and indentation of generated text. */
final class Layout {
    private static final int WIDTH = 110;

    private Layout() {}

    /** All lines but the first moved right. */
    static String hang(String text, int columns) {
        return text.replace("\n", "\n" + " ".repeat(columns));
    }

    /** All lines moved right. */
    static String indent(String text, int columns) {
        return " ".repeat(columns) + hang(text, columns);
    }

    static String ifThenElse(String condition, String then, String otherwise) {
        String line = "IF " + condition + " THEN " + then + " ELSE " + otherwise;
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        // Chains of alternatives stay at one depth.
        return "IF " + hang(condition, 3) + "\nTHEN " + hang(then, 5) + "\nELSE "
                + (otherwise.startsWith("IF ") ? otherwise : hang(otherwise, 5));
    }

    static String let(List<String> definitions, String body) {
        if (definitions.isEmpty()) {
            return body;
        }
        StringBuilder text = new StringBuilder("LET ");
        for (int i = 0; i < definitions.size(); i++) {
            text.append(i == 0 ? "" : "\n    ").append(hang(definitions.get(i), 4));
        }
        return text.append("\nIN  ").append(hang(body, 4)).toString();
    }

    static String except(String record, List<String> updates) {
        if (updates.isEmpty()) {
            return record;
        }
        String line = "[" + record + " EXCEPT " + String.join(", ", updates) + "]";
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder("[" + record + " EXCEPT");
        for (int i = 0; i < updates.size(); i++) {
            text.append("\n  ").append(hang(updates.get(i), 4)).append(i + 1 < updates.size() ? "," : "]");
        }
        return text.toString();
    }

    static String record(List<String> fields) {
        String line = "[" + String.join(", ", fields) + "]";
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",\n ").append(hang(fields.get(i), 2));
        }
        return text.append("]").toString();
    }

    static String union(String element, String bound, String domain) {
        String line = "UNION {" + element + " : " + bound + " \\in " + domain + "}";
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        return "UNION {\n  " + hang(element, 2) + "\n  : " + bound + " \\in " + hang(domain, 4) + "}";
    }

    static String comment(String text) {
        return "\\* " + text.replace("\n", "\n\\* ");
    }
}
