package io.fourwave.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found so far, and under which conditions. */
final class BenchResults {
    private final List<Figure> figures = new ArrayList<>();
    private final Map<Measure, String> skipped = new LinkedHashMap<>();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final double loadAtStart =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    void add(Figure figure) {
        figures.add(figure);
    }

    /** The machine does not let it be measured. */
    void skip(Measure measure, String why) {
        skipped.put(measure, why);
    }

    List<Figure> figures() {
        return figures;
    }

    Map<Measure, String> skipped() {
        return skipped;
    }

    boolean isEmpty() {
        return figures.isEmpty() && skipped.isEmpty();
    }

    int processors() {
        return processors;
    }

    /** Threads that wanted to run in the minute before; negative where the system does not say. */
    double loadAtStart() {
        return loadAtStart;
    }

    /** Others had so much to do that the figures are not the machine's. */
    boolean busy() {
        return loadAtStart > processors * 0.25;
    }

    String machine() {
        return String.format(
                Locale.ROOT,
                "%d CPUs, %s %s, Java %s",
                processors,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }
}
