package io.fourwave.modelcheck.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** JSON, as text. */
final class Json {
    private Json() {}

    static String object(String... fields) {
        return "{" + String.join(",", fields) + "}";
    }

    static String field(String name, String value) {
        return text(name) + ":" + value;
    }

    static <T> String array(List<T> elements, Function<T, String> each) {
        return "[" + String.join(",", elements.stream().map(each).toList()) + "]";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
