package io.fourwave.spec.interpret;

import java.util.Arrays;

/**
 * What a step does to the world, in the order it does it. Names as the spec writes them; {@code rule} is the rule in force.
 * The conforming engines agree on sends and notices; the others are for readers. Equal when every value is.
 */
public sealed interface Effect {
    String rule();

    /** A segment leaves. {@code fields}: in declared order, without the ghost ones unless ghosts are kept; octets as their number. */
    record Sent(String rule, long[] fields) implements Effect {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sent that && rule.equals(that.rule) && Arrays.equals(fields, that.fields);
        }

        @Override
        public int hashCode() {
            return rule.hashCode() + Arrays.hashCode(fields);
        }
    }

    /** The user is told. */
    record Notified(String rule, String notice) implements Effect {}

    /** A timer was started or backed off. */
    record TimerSet(String rule, String timer, long deadlineNanos) implements Effect {}

    /** A running timer was cancelled. */
    record TimerCancelled(String rule, String timer) implements Effect {}

    record StateChanged(String rule, String from, String to) implements Effect {}

    /** A policy was told something ({@code inform}). */
    record Informed(String rule, String policy, long[] args) implements Effect {
        @Override
        public boolean equals(Object other) {
            return other instanceof Informed that
                    && rule.equals(that.rule)
                    && policy.equals(that.policy)
                    && Arrays.equals(args, that.args);
        }

        @Override
        public int hashCode() {
            return rule.hashCode() + policy.hashCode() + Arrays.hashCode(args);
        }
    }
}
