package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.trace.Course.Kind;
import java.util.ArrayList;
import java.util.List;

/** A course as a ladder. */
final class CourseLadder {
    private final Course course;
    private final List<String> peers;

    private CourseLadder(Course course, List<String> peers) {
        this.course = course;
        this.peers = peers;
    }

    static Ladder draw(Course course, String title, List<String> peers) {
        CourseLadder drawing = new CourseLadder(course, peers);
        List<Ladder.Step> steps = new ArrayList<>();
        for (int i = 0; i < course.acts().size(); i++) {
            steps.add(drawing.step(i, course.acts().get(i)));
        }
        List<Ladder.End> start = course.start().stream().map(CourseLadder::end).toList();
        return new Ladder(title, peers.get(0), peers.get(1), start, steps, course.loopTo(), course.ending());
    }

    private static Ladder.End end(Course.End end) {
        List<String> running = new ArrayList<>();
        end.timers().forEach((timer, left) -> running.add(timer + " " + (left == 0 ? "due" : "in " + left)));
        return new Ladder.End(end.state(), String.join(", ", running));
    }

    private Ladder.Step step(int index, Course.Act act) {
        boolean atAnEnd = !act.peer().isEmpty() && act.kind() != Kind.LOSS;
        Ladder.Side side =
                !atAnEnd ? Ladder.Side.NEITHER : act.peer().equals(peers.get(0)) ? Ladder.Side.LEFT : Ladder.Side.RIGHT;
        String event = switch (act.kind()) {
            case TICK -> "one tick passes";
            case NOTHING -> "nothing changes";
            case CUT -> "the path is cut for good";
            case CRASH -> "the host crashes and comes back";
            case UNTOLD -> "(what happened is not told)";
            case CALL -> act.caller() + ": " + act.call();
            case TIMEOUT, OFFER -> act.event();
            case ARRIVAL, REPEATED_ARRIVAL, LOSS -> "";
        };
        boolean ruled = atAnEnd && act.kind() != Kind.CRASH;
        String rule = ruled && act.rule().isEmpty() ? "(ignored)" : act.rule();
        List<Ladder.Arrow> arrows = new ArrayList<>();
        for (Course.Segment segment : course.segments()) {
            for (Course.Fate fate : segment.fates()) {
                if (fate.act() == index) {
                    arrows.add(arrow(segment, arrives(fate.kind()), fate.stale(), ""));
                }
            }
        }
        for (int number : act.sent()) {
            Course.Segment segment = course.segment(number);
            String again = segment.again() == 0 ? "" : "again, as #" + segment.again();
            boolean gone = !segment.vanished().isEmpty();
            arrows.add(arrow(
                    segment, gone ? Ladder.Fate.LOST : Ladder.Fate.SENT, false, gone ? segment.vanished() : again));
        }
        return new Ladder.Step(
                "t=" + act.tick(),
                side,
                event,
                rule,
                act.notes().stream().map(Course.Note::text).toList(),
                arrows,
                end(act.ends().get(0)),
                end(act.ends().get(1)));
    }

    private static Ladder.Fate arrives(Kind kind) {
        return switch (kind) {
            case ARRIVAL -> Ladder.Fate.ARRIVED;
            case REPEATED_ARRIVAL -> Ladder.Fate.DUPLICATED;
            default -> Ladder.Fate.LOST;
        };
    }

    private Ladder.Arrow arrow(Course.Segment segment, Ladder.Fate fate, boolean stale, String remark) {
        return new Ladder.Arrow(
                segment.number(), segment.from().equals(peers.get(0)), segment.text(), fate, stale, remark);
    }
}
