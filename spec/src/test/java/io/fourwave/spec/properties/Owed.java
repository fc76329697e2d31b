package io.fourwave.spec.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of the table of what a teardown owes.
 *
 * @param what in words
 * @param properties that say it
 * @param rfc sections of RFC 9293, or others with their RFC's number
 * @param witnesses of what must happen for the properties to be put to the test
 */
record Owed(String what, List<String> properties, String rfc, List<String> witnesses) {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The rows with four columns. */
    static List<Owed> of(List<String> lines) {
        List<Owed> rows = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6
                    && !line.startsWith("|--")
                    && !cells[1].isBlank()
                    && !cells[1].contains("what must hold")) {
                rows.add(new Owed(cells[1].strip(), names(cells[2]), cells[3].strip(), names(cells[4])));
            }
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
