package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.tlc.TlaValue;
import java.util.List;
import java.util.Map;

/**
 * A run as a schedule, in the terms of the spec: what happens where and when, what is chosen, what becomes of each segment. All that
 * is needed to draw it, and to do it again elsewhere.
 *
 * @param peers the two ends, left first
 * @param start both ends before the first act, in the order of the peers
 * @param segments all that were sent, by their numbers, which begin at 1
 * @param loopTo index of the act before which an endless repetition begins, or -1
 * @param ends nothing happens after the last act, for ever
 */
public record Course(
        List<String> peers, List<End> start, List<Act> acts, List<Segment> segments, int loopTo, boolean ends) {

    public Course {
        peers = List.copyOf(peers);
        start = List.copyOf(start);
        acts = List.copyOf(acts);
        segments = List.copyOf(segments);
    }

    /** The segment with this number; null for 0, which is none. */
    public Segment segment(int number) {
        return number == 0 ? null : segments.get(number - 1);
    }

    /** Number of ticks the run takes. */
    public int ticks() {
        return acts.isEmpty() ? 0 : acts.get(acts.size() - 1).tick();
    }

    /** What follows the last act; empty for nothing that is known. */
    public String ending() {
        return ends
                ? "nothing happens any more"
                : loopTo >= 0 ? "and back to before step " + (loopTo + 1) + ", for ever" : "";
    }

    /** What can happen, with the word the model has for it. */
    public enum Kind {
        CALL("calls"),
        ARRIVAL("arrives"),
        /** A segment arrives and stays on its way: the channel has repeated it. */
        REPEATED_ARRIVAL("arrives again"),
        TIMEOUT("expires"),
        /** The end takes an opportunity. */
        OFFER("offers"),
        LOSS("loses"),
        TICK("time passes"),
        CRASH("crashes"),
        CUT("cut"),
        NOTHING("nothing"),
        /** It could not be told. */
        UNTOLD("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return UNTOLD;
        }
    }

    /**
     * One step of the run.
     *
     * @param tick how often time has passed, this act included
     * @param peer the end it happens at or, of a loss, the end the segment was going to; empty for both
     * @param event as the spec writes it; empty where nothing happens to an end
     * @param label of the environment's entry for the call, where it has one; else empty
     * @param arguments of a call, by the parameters' names
     * @param segment number of the one that arrives or is lost, 0 for none
     * @param rule the last in force; empty when the event was ignored
     * @param notes in the order they come: choices made, notices given, the result of a call
     * @param sent numbers of the segments sent, in order
     * @param ends both ends afterwards, in the order of the peers
     * @param underWay what is on its way afterwards
     */
    public record Act(
            int tick,
            Kind kind,
            String peer,
            String event,
            String label,
            Map<String, TlaValue> arguments,
            int segment,
            String rule,
            List<Note> notes,
            List<Integer> sent,
            List<End> ends,
            List<UnderWay> underWay) {
        public Act {
            notes = List.copyOf(notes);
            sent = List.copyOf(sent);
            ends = List.copyOf(ends);
            underWay = List.copyOf(underWay);
        }

        /** Who makes a call: the user, or what the environment calls it. */
        public String caller() {
            return label.isEmpty() ? "user" : label;
        }

        /** A call as the spec writes it: {@code SEND(<1001>)}. */
        public String call() {
            String values = String.join(
                    ", ", arguments.values().stream().map(TlaValue::toString).toList());
            return event + (values.isEmpty() ? "" : "(" + values + ")");
        }
    }

    /** What a step did besides sending. */
    public enum What {
        CHOSE,
        NOTIFIED,
        RETURNED
    }

    /** {@code name}: of the choice, the notice or the error ({@code ok} for none); {@code value}: chosen, else null. */
    public record Note(What what, String name, TlaValue value) {
        /** For people. */
        public String text() {
            return switch (what) {
                case CHOSE -> "chosen: " + name + " = " + value;
                case NOTIFIED -> "notice: " + name;
                case RETURNED -> name.equals("ok") ? "returns ok" : "returns error " + name;
            };
        }
    }

    /** A segment on its way, {@code age} ticks old. */
    public record UnderWay(int number, long age) {}

    /**
     * One end between two acts.
     *
     * @param timers those that run, with the ticks left; 0: due
     * @param variables by the spec's names; empty when the state could not be read
     */
    public record End(String state, Map<String, Long> timers, Map<String, TlaValue> variables) {}

    /**
     * A segment that was sent.
     *
     * @param ofSender the how-manieth its sender sent, from 1
     * @param act index of the act that sent it, or -1 where it was not seen setting out
     * @param fields by the spec's names, in declared order
     * @param text as the spec writes it: {@code <KIND=BLOCK><BIT=0>}; what is empty, false or a ghost is left out
     * @param again number of the first segment of this sender that was equal, or 0
     * @param vanished why it never was on its way; empty when it was
     * @param fates what became of it, in order; none when it is still on its way at the end
     */
    public record Segment(
            int number,
            String from,
            int ofSender,
            int act,
            Map<String, TlaValue> fields,
            String text,
            int again,
            String vanished,
            List<Fate> fates) {}

    /**
     * Arrived, arrived and stays on its way (repeated), or lost.
     *
     * @param act index of the act
     * @param age in ticks
     * @param stale its sender has begun another life since it was sent: its TCB was deleted, and it left the initial state again
     */
    public record Fate(int act, Kind kind, long age, boolean stale) {}
}
