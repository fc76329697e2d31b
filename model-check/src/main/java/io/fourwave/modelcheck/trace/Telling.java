package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.TlcState;
import io.fourwave.modelcheck.trace.Course.Kind;
import io.fourwave.modelcheck.trace.Course.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a trace: each pair of states is a step at one end, by a rule, with the segments it sent and took. */
public final class Telling {
    private final Vocabulary words;
    private final Segments segments;
    private int ticks;

    private Telling(Vocabulary words) {
        this.words = words;
        this.segments = new Segments(words);
    }

    /**
     * The trace of an outcome as a counterexample to {@code property}.
     *
     * @param shortest none that is shorter exists
     */
    public static Counterexample tell(
            String property, String title, TlcOutcome outcome, Vocabulary words, boolean shortest) {
        Course course = new Telling(words).course(outcome);
        return new Counterexample(
                property, outcome.trace(), course, CourseLadder.draw(course, title, words.peers()), shortest);
    }

    private Course course(TlcOutcome outcome) {
        List<TlcState> states = outcome.trace();
        List<Course.End> start = states.isEmpty()
                ? words.peers().stream()
                        .map(peer -> new Course.End("", Map.of(), Map.of()))
                        .toList()
                : ends(states.get(0));
        for (int i = 0; i < start.size(); i++) {
            segments.lives(words.peers().get(i), start.get(i).state(), false);
        }
        List<Course.Act> acts = new ArrayList<>();
        for (int i = 1; i < states.size(); i++) {
            acts.add(act(acts.size(), states.get(i), states.get(i).happening()));
        }
        if (outcome.backTo() > 0 && outcome.backTo() <= states.size()) {
            // The step that closes the circle is no state of the trace.
            acts.add(act(acts.size(), states.get(outcome.backTo() - 1), outcome.closing()));
        }
        int loopTo = outcome.backTo() > 0 ? outcome.backTo() - 1 : -1;
        return new Course(words.peers(), start, acts, segments.all(), loopTo, outcome.stuttering());
    }

    private List<Course.End> ends(TlcState state) {
        return words.peers().stream().map(peer -> end(state, peer)).toList();
    }

    private Course.End end(TlcState state, String peer) {
        TlaValue all = state.variables().get("tcb");
        TlaValue tcb = all == null ? null : all.at(peer);
        if (tcb == null) {
            return new Course.End("?", Map.of(), Map.of());
        }
        Map<String, Long> running = new LinkedHashMap<>();
        words.timers().forEach((field, timer) -> {
            if (tcb.at(field) instanceof TlaValue.Num left && left.value() >= 0) {
                running.put(timer, left.value());
            }
        });
        Map<String, TlaValue> variables = new LinkedHashMap<>();
        words.variables().forEach((field, name) -> {
            if (tcb.at(field) != null) {
                variables.put(name, tcb.at(field));
            }
        });
        return new Course.End(tcb.at("state").text(), running, variables);
    }

    private Course.Act act(int index, TlcState state, TlaValue happening) {
        List<Course.End> ends = ends(state);
        Kind kind =
                happening == null ? Kind.UNTOLD : Kind.of(happening.at("kind").text());
        List<TlaValue> trail =
                happening == null ? List.of() : happening.at("trail").all();
        boolean deleted = kind == Kind.CRASH
                || trail.stream().anyMatch(note -> note.at("what").text().equals("deleted"));
        String peer = happening == null ? "" : happening.at("peer").text();
        for (int i = 0; i < ends.size(); i++) {
            String end = words.peers().get(i);
            segments.lives(end, ends.get(i).state(), deleted && end.equals(peer));
        }
        int taken = 0;
        switch (kind) {
            case TICK -> {
                ticks++;
                segments.older();
            }
            case CUT -> segments.cut(index);
            case LOSS, ARRIVAL, REPEATED_ARRIVAL -> taken = segments.ends(index, peer, happening.at("message"), kind);
            default -> {
                // Nothing that was on its way is touched.
            }
        }
        TlaValue event = happening == null ? null : happening.at("event");
        List<Integer> sent = happening == null ? List.of() : sent(index, peer, trail, happening);
        return new Course.Act(
                ticks,
                kind,
                kind == Kind.CUT ? "" : peer,
                event == null ? "" : event.at("event").text(),
                happening == null || happening.at("label") == null
                        ? ""
                        : happening.at("label").text(),
                event == null ? Map.of() : arguments(event),
                taken,
                happening == null ? "" : happening.at("rule").text(),
                notes(trail),
                sent,
                ends,
                segments.underWay());
    }

    private List<Integer> sent(int index, String peer, List<TlaValue> trail, TlaValue happening) {
        List<TlaValue> all = happening.at("sent").all();
        int beforeDeletion = 0;
        int seen = 0;
        for (TlaValue note : trail) {
            switch (note.at("what").text()) {
                case "sent" -> seen++;
                case "deleted" -> beforeDeletion = seen;
                default -> {
                    // Neither begins nor ends a life.
                }
            }
        }
        boolean goesOn = segments.livesIn(peer);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.add(segments.setsOut(index, peer, all.get(i), goesOn && i < beforeDeletion));
        }
        return numbers;
    }

    private Map<String, TlaValue> arguments(TlaValue event) {
        Map<String, TlaValue> arguments = new LinkedHashMap<>();
        if (event instanceof TlaValue.Rec rec) {
            rec.fields().forEach((field, value) -> {
                if (words.arguments().containsKey(field)) {
                    arguments.put(words.arguments().get(field), value);
                }
            });
        }
        return arguments;
    }

    /** Everything noted on the way through the rules but the sending, which the segments themselves show. */
    private static List<Course.Note> notes(List<TlaValue> trail) {
        List<Course.Note> notes = new ArrayList<>();
        for (TlaValue note : trail) {
            String name = note.at("name").text();
            switch (note.at("what").text()) {
                case "chose" -> notes.add(new Course.Note(What.CHOSE, name, note.at("datum")));
                case "notified" -> notes.add(new Course.Note(What.NOTIFIED, name, null));
                case "returned" -> notes.add(new Course.Note(What.RETURNED, name, null));
                default -> {
                    // "sent", "deleted"
                }
            }
        }
        return notes;
    }
}
