package io.fourwave.modelcheck.report;

import java.util.ArrayList;
import java.util.List;

/** A table in text: columns as wide as they must be, two blanks apart. */
final class Columns {
    private static final String GAP = "  ";

    private final String alignments;
    private final String gap;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignments for each column {@code <} for left, {@code >} for right */
    Columns(String alignments) {
        this(alignments, GAP);
    }

    Columns(String alignments, String gap) {
        this.alignments = alignments;
        this.gap = gap;
    }

    Columns row(String... cells) {
        return row(List.of(cells));
    }

    /** Cells may be missing at the end. */
    Columns row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A line of its own, however long. */
    Columns line(String text) {
        rows.add(List.of(text));
        return this;
    }

    /** Lines, each ended by a line break and by no blanks. */
    String render() {
        int[] widths = new int[alignments.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(Math.max(0, widths[i] - row.get(i).length()));
                line.append(i == 0 ? "" : gap);
                line.append(alignments.charAt(i) == '>' ? blanks + row.get(i) : row.get(i) + blanks);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
