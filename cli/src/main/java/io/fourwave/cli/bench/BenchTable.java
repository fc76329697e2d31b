package io.fourwave.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as a table to be read: a block per measure, the median first, then the least and the greatest. */
final class BenchTable {
    private static final String LINE = "  %-46s %-34s %-34s %s";

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
        for (Measure measure : Measure.values()) {
            List<Figure> figures = results.figures().stream()
                    .filter(figure -> figure.measure() == measure)
                    .toList();
            if (!figures.isEmpty()) {
                lines.add("");
                boolean compared = !measure.baseline().isEmpty();
                lines.add(String.format(LINE, "", "", compared ? measure.baseline() : "", compared ? "ratio" : "")
                        .replaceFirst(" {" + (measure.title().length()) + "}", measure.title())
                        .stripTrailing());
                figures.forEach(figure -> lines.add(line(figure)));
            }
        }
        if (!results.skipped().isEmpty()) {
            lines.add("");
            results.skipped().forEach((measure, why) -> lines.add("not measured: " + measure.key() + ": " + why));
        }
        return lines;
    }

    private static String line(Figure figure) {
        return String.format(
                        LINE,
                        figure.name(),
                        text(figure.samples(), figure.unit()),
                        figure.baseline() == null ? "" : text(figure.baseline(), figure.unit()),
                        figure.ratio().map(BenchTable::ratio).orElse(""))
                .stripTrailing();
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
