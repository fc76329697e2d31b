package io.fourwave.spec.interpret;

/**
 * What a step does to the world, in the order it does it. Names as the spec writes them; {@code rule} is the rule in force.
 * The conforming engines agree on sends and notices; the others are for readers.
 */
public sealed interface Effect {
    String rule();

    /** A segment leaves. {@code fields}: all but the ghost ones, in declared order; octets as their number. */
    record Sent(String rule, long[] fields) implements Effect {}

    /** The user is told. */
    record Notified(String rule, String notice) implements Effect {}

    /** A timer was started or backed off. */
    record TimerSet(String rule, String timer, long deadlineNanos) implements Effect {}

    /** A running timer was cancelled. */
    record TimerCancelled(String rule, String timer) implements Effect {}

    record StateChanged(String rule, String from, String to) implements Effect {}

    /** A policy was told something ({@code inform}). */
    record Informed(String rule, String policy, long[] args) implements Effect {}
}
