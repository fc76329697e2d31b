package io.fourwave.modelcheck.export;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the constants get their values. TLC's configuration can say no number below zero; a constant with such a value is replaced by a
 * definition of the main module.
 *
 * @param lines of the configuration, in the order of the constants: {@code LIMIT = 3}, {@code OFFSET <- OFFSET_value}
 * @param definitions for the main module, by their names
 */
record Assignments(Map<String, String> lines, Map<String, String> definitions) {
    static Assignments of(Map<String, String> values, Names names) {
        Map<String, String> lines = new LinkedHashMap<>();
        Map<String, String> definitions = new LinkedHashMap<>();
        values.forEach((constant, value) -> {
            if (isBelowZero(value)) {
                String name = names.operator("value of " + constant, constant + "_value");
                definitions.put(name, value);
                lines.put(constant, constant + " <- " + name);
            } else {
                lines.put(constant, constant + " = " + value);
            }
        });
        return new Assignments(lines, definitions);
    }

    /** A number, or a set of numbers with such a one; names in quotation marks may hold a minus as well. */
    private static boolean isBelowZero(String value) {
        return value.matches("(\\{|\\{.*, )?-\\d.*");
    }

    /** A section of the main module; empty when there is nothing to define. */
    String text() {
        if (definitions.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(Modules.section("values the configuration cannot say"));
        definitions.forEach(
                (name, value) -> text.append(name).append(" == ").append(value).append('\n'));
        return text.append('\n').toString();
    }
}
