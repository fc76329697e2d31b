package io.fourwave.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as one JSON object, every sample in it. */
final class BenchJson {
    private BenchJson() {}

    static String render(BenchResults results, BenchOptions options) {
        return object(List.of(
                        field("application", text(options.application())),
                        field("machine", text(results.machine())),
                        field("processors", Integer.toString(results.processors())),
                        field("loadAtStart", number(results.loadAtStart())),
                        field("seconds", number(options.seconds())),
                        field("warmUpSeconds", number(options.warmUpSeconds())),
                        field(
                                "figures",
                                array(results.figures().stream()
                                        .map(BenchJson::figure)
                                        .toList())),
                        field(
                                "skipped",
                                array(results.skipped().entrySet().stream()
                                        .map(BenchJson::skipped)
                                        .toList()))))
                + "\n";
    }

    private static String figure(Figure figure) {
        List<String> fields = new ArrayList<>(List.of(
                field("measure", text(figure.measure().key())),
                field("name", text(figure.name())),
                field("unit", text(figure.unit())),
                field("result", samples(figure.samples()))));
        figure.ratio().ifPresent(ratio -> {
            fields.add(field("baselineName", text(figure.measure().baseline())));
            fields.add(field("baseline", samples(figure.baseline())));
            fields.add(field("ratio", samples(ratio)));
        });
        return object(fields);
    }

    private static String samples(Samples samples) {
        return object(List.of(
                field("median", number(samples.median())),
                field("min", number(samples.least())),
                field("max", number(samples.greatest())),
                field(
                        "samples",
                        array(samples.values().stream().map(BenchJson::number).toList()))));
    }

    private static String skipped(Map.Entry<Measure, String> skipped) {
        return object(
                List.of(field("measure", text(skipped.getKey().key())), field("reason", text(skipped.getValue()))));
    }

    private static String object(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String field(String name, String value) {
        return text(name) + ":" + value;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
