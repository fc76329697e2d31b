package io.fourwave.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as a table to be read: a block per measure, the median first, then the least and the greatest. */
final class BenchTable {
    private final BenchResults results;
    private final BenchOptions options;

    BenchTable(BenchResults results, BenchOptions options) {
        this.results = results;
        this.options = options;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(options.application() + ", " + results.machine());
        lines.add(String.format(
                Locale.ROOT,
                "%d rounds; over a wire %s s each after %s s of warm-up; median [least .. greatest]%s",
                options.rounds(),
                plain(options.seconds()),
                plain(options.warmUpSeconds()),
                results.loadAtStart() < 0
                        ? ""
                        : String.format(Locale.ROOT, "; load %.1f at the start", results.loadAtStart())));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<Figure> figures = results.figures().stream()
                    .filter(figure -> figure.measure() == measure)
                    .toList();
            if (!figures.isEmpty()) {
                rows.add(List.of());
                rows.add(List.of(
                        measure.title(),
                        "",
                        measure.baseline(),
                        measure.baseline().isEmpty() ? "" : "ratio"));
                figures.forEach(figure -> rows.add(row(figure)));
            }
        }
        lines.addAll(aligned(rows));
        if (!results.skipped().isEmpty()) {
            lines.add("");
            results.skipped().forEach((measure, why) -> lines.add("not measured: " + measure.key() + ": " + why));
        }
        return lines;
    }

    private static List<String> row(Figure figure) {
        return List.of(
                "  " + figure.name(),
                text(figure.samples(), figure.unit()),
                figure.baseline() == null ? "" : text(figure.baseline(), figure.unit()),
                figure.ratio().map(BenchTable::ratio).orElse(""));
    }

    /** Every column as wide as its widest cell, two blanks between; a row without cells is an empty line. */
    private static List<String> aligned(List<List<String>> rows) {
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int column = 0; column < row.size(); column++) {
                        int at = column;
                        int width = rows.stream()
                                .filter(other -> !other.isEmpty())
                                .mapToInt(other -> other.get(at).length())
                                .max()
                                .orElse(0);
                        line.append(row.get(column))
                                .append(" ".repeat(width + 2 - row.get(column).length()));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }

    private static String text(Samples samples, String unit) {
        String median = number(samples.median(), unit);
        String range = samples.least() == samples.greatest()
                ? ""
                : " [" + number(samples.least(), unit) + " .. " + number(samples.greatest(), unit) + "]";
        return median + (unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit) + range;
    }

    private static String ratio(Samples samples) {
        return number(samples.median(), "ratio")
                + (samples.values().size() == 1
                        ? ""
                        : " [" + number(samples.least(), "ratio") + " .. " + number(samples.greatest(), "ratio") + "]");
    }

    /** Three digits are all that measurements like these can say; what is counted, or happens in great numbers, is told in full. */
    private static String number(double value, String unit) {
        double size = Math.abs(value);
        String format = unit.isEmpty() || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
