package io.fourwave.conformance.trace;

/** A segment sent or a notice given, with the rule that did it; indices into the schema. */
public sealed interface TracedEffect {
    int rule();

    record Sent(int rule, long[] fields) implements TracedEffect {}

    record Notified(int rule, int notice) implements TracedEffect {}
}
