package io.fourwave.modelcheck.ladder;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn: two ends and the steps between them, in order.
 *
 * @param title one line above
 * @param left name of the left end
 * @param right name of the right end
 * @param start states at the beginning, left and right
 * @param loopTo index (from 0) of the step before which an endless repetition begins, or -1
 * @param ending a line below, or empty
 */
public record Ladder(
        String title, String left, String right, List<End> start, List<Step> steps, int loopTo, String ending) {

    public Ladder {
        start = List.copyOf(start);
        steps = List.copyOf(steps);
    }

    /** Who a step belongs to. */
    public enum Side {
        LEFT,
        RIGHT,
        NEITHER
    }

    /**
     * One step.
     *
     * @param time when, in whatever unit the reader expects, or empty
     * @param event what happened: a call, a timeout, an arrival
     * @param rule the rule of the spec that decided, or empty
     * @param remarks choices made, notices given, results returned
     * @param left the left end afterwards
     */
    public record Step(
            String time,
            Side side,
            String event,
            String rule,
            List<String> remarks,
            List<Arrow> arrows,
            End left,
            End right) {
        public Step {
            remarks = List.copyOf(remarks);
            arrows = List.copyOf(arrows);
        }
    }

    /**
     * One end after a step.
     *
     * @param state name of its state
     * @param detail running timers or whatever else matters, or empty
     */
    public record End(String state, String detail) {
        /** The detail in lines of so many characters, as far as it can be broken at its commas; none when it is empty. */
        List<String> lines(int width) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String part : detail.isEmpty() ? new String[0] : detail.split("(?<=, )")) {
                if (!line.isEmpty() && line.length() + part.stripTrailing().length() > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(part);
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            return lines;
        }
    }

    /** What became of a segment in this step. */
    public enum Fate {
        /** It set out; another step tells of its arrival. */
        SENT,
        ARRIVED,
        /** It arrived and is still on the way: the channel has duplicated it. */
        DUPLICATED,
        LOST,
        /** It set out and arrived, told as one. */
        PASSED
    }

    /**
     * A segment.
     *
     * @param number by which its setting out and its arrival are recognized, from 1; 0 for none
     * @param toRight whether it goes from left to right
     * @param label in the notation of the spec: {@code <KIND=BLOCK><BIT=0>}
     * @param stale it is left over from a former life of its sender
     * @param remark what else is special about it: {@code again, as #1}, why it is gone at once; or empty
     */
    public record Arrow(int number, boolean toRight, String label, Fate fate, boolean stale, String remark) {}
}
