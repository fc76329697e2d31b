package io.fourwave.cli.bench;

import java.util.Locale;

/**
 * One thing measured over a wire, again in every round. Its text goes from the command to its child JVM and back.
 *
 * @param way from whom to whom octets flow, or who connects to whom
 * @param offload with super-segments
 * @param recorded with the step recorder on
 */
record Probe(Kind kind, Way way, boolean offload, boolean recorded) {
    enum Kind {
        GOODPUT,
        CONNECTIONS
    }

    enum Way {
        STACK_TO_KERNEL,
        KERNEL_TO_STACK,
        KERNEL_TO_KERNEL
    }

    static Probe of(Kind kind, Way way) {
        return new Probe(kind, way, false, false);
    }

    Probe offloaded() {
        return new Probe(kind, way, true, recorded);
    }

    Probe asRecorded() {
        return new Probe(kind, way, offload, true);
    }

    /** @throws IllegalArgumentException for what is no probe */
    static Probe parse(String text) {
        String[] parts = text.split("/");
        return new Probe(
                Kind.valueOf(parts[0]), Way.valueOf(parts[1]), parts[2].equals("offload"), parts[3].equals("recorded"));
    }

    @Override
    public String toString() {
        return kind + "/" + way + "/" + (offload ? "offload" : "plain") + "/" + (recorded ? "recorded" : "bare");
    }

    /** For the progress line. */
    String told() {
        return kind.name().toLowerCase(Locale.ROOT)
                + ", "
                + way.name().toLowerCase(Locale.ROOT).replace("_to_", " -> ")
                + (offload ? ", offload" : "")
                + (recorded ? ", recorded" : "");
    }
}
