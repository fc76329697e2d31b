package io.fourwave.codegen;

import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a name of the specification is spelled in Java: {@code SEND.BIT} is {@code sendBit}, {@code HALF-OPEN} is {@code HALF_OPEN}.
 * A duration says its unit: {@code PAUSE} is {@code pauseNanos}, {@code resend_ms} is {@code resendNanos}.
 */
final class Naming {
    private static final List<String> UNITS = List.of("ms", "us", "ns", "s", "min", "nanos", "millis", "seconds");

    private Naming() {}

    /** lowerCamelCase, for fields, methods and locals. */
    static String camel(String specName) {
        List<String> words = words(specName);
        StringBuilder name = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            name.append(capital(word));
        }
        return name.toString();
    }

    /** UpperCamelCase, for types and the later parts of method names. */
    static String pascal(String specName) {
        return capital(camel(specName));
    }

    /** UPPER_SNAKE_CASE, for constants. */
    static String constant(String specName) {
        return String.join("_", words(specName)).toUpperCase(Locale.ROOT);
    }

    /** As {@link #camel}, with the unit last when the type has one. */
    static String value(String specName, Type type) {
        if (Types.kindOf(type) != Types.Kind.DURATION) {
            return camel(specName);
        }
        List<String> words = words(specName);
        int last = words.size() - 1;
        boolean unitGiven = last > 0 && UNITS.contains(words.get(last));
        return camel(String.join("-", unitGiven ? words.subList(0, last) : words)) + "Nanos";
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Words in lower case: split at dots, hyphens, underscores, other marks, and where a capital follows a small letter. */
    private static List<String> words(String specName) {
        List<String> words = new ArrayList<>();
        for (String part : specName.split("[^A-Za-z0-9]+")) {
            for (String word : part.split("(?<=[a-z0-9])(?=[A-Z])")) {
                if (!word.isEmpty()) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }
        if (words.isEmpty() || Character.isDigit(words.get(0).charAt(0))) {
            words.add(0, "n");
        }
        return words;
    }
}
