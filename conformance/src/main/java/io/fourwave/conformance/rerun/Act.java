package io.fourwave.conformance.rerun;

import java.util.ArrayList;
import java.util.List;

/**
 * What a script asks for.
 *
 * @param peer the end it happens at, of segments the end that sent them; empty for both
 * @param name of the call, the timer or the opportunity; else empty
 * @param label of the environment's entry for a call; empty for none
 * @param arguments of a call, without those that exist at run time only; octets as their number
 * @param segment of segments the how-manieth its sender has sent, from 1
 * @param choices made in this step, in order; more may be asked for, and fewer
 */
record Act(
        Kind kind, String peer, String name, String label, List<Object> arguments, int segment, List<Chosen> choices) {

    enum Kind {
        CALL,
        ARRIVAL,
        REPEATED_ARRIVAL,
        LOSS,
        TIMEOUT,
        OFFER,
        TICK,
        CRASH,
        CUT
    }

    /** {@code value}: a truth value, a number (durations in ticks, sequence numbers as the model counts), or a member's name. */
    record Chosen(String name, Object value) {}

    static Act of(Kind kind, String peer, String name) {
        return new Act(kind, peer, name, "", List.of(), 0, new ArrayList<>());
    }

    static Act call(String label, String peer, String name, Object... arguments) {
        return new Act(Kind.CALL, peer, name, label, List.of(arguments), 0, new ArrayList<>());
    }

    static Act segment(Kind kind, String sender, int number) {
        return new Act(kind, sender, "", "", List.of(), number, new ArrayList<>());
    }

    String text() {
        return switch (kind) {
            case CALL ->
                peer + ": " + (label.isEmpty() ? "user" : label) + ": " + name
                        + (arguments.isEmpty() ? "" : arguments.toString());
            case ARRIVAL -> peer + "'s segment " + segment + " arrives";
            case REPEATED_ARRIVAL -> peer + "'s segment " + segment + " arrives, and is still on its way";
            case LOSS -> peer + "'s segment " + segment + " is lost";
            case TIMEOUT -> peer + ": timeout " + name;
            case OFFER -> peer + ": " + name;
            case TICK -> "one tick passes";
            case CRASH -> peer + " crashes and comes back";
            case CUT -> "the path is cut for good";
        };
    }
}
