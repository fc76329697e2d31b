package io.fourwave.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be measured, in the order in which it is. */
public enum Measure {
    GOODPUT("goodput over a TAP", "kernel to kernel"),
    CONNECTIONS("short connections over a TAP", "kernel to kernel"),
    RECORDING("the same with the step recorder on", "not recorded"),
    MODEL("TLC", ""),
    COMPILE("after an edit of the specification", ""),
    REPLAY("replay on the interpreter", "");

    private final String title;
    private final String baseline;

    Measure(String title, String baseline) {
        this.title = title;
        this.baseline = baseline;
    }

    /** As the command line has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** What stands beside it; empty for nothing. */
    String baseline() {
        return baseline;
    }

    boolean needsWire() {
        return this == GOODPUT || this == CONNECTIONS || this == RECORDING;
    }

    public static Optional<Measure> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Measure::key).toList();
    }
}
