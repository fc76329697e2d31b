package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.TlcState;
import java.util.ArrayList;
import java.util.List;

/** Tells a trace: each pair of states is a step at one end, by a rule, with the segments it sent and took. */
public final class Telling {
    private final Vocabulary words;
    private final Segments segments;
    private int ticks;

    private Telling(Vocabulary words) {
        this.words = words;
        this.segments = new Segments(words);
    }

    /** The trace of an outcome as a counterexample to {@code property}. */
    public static Counterexample tell(String property, String title, TlcOutcome outcome, Vocabulary words) {
        Telling telling = new Telling(words);
        List<TlcState> states = outcome.trace();
        List<Ladder.Step> steps = new ArrayList<>();
        for (int i = 1; i < states.size(); i++) {
            steps.add(telling.step(states.get(i)));
        }
        int loopTo = outcome.backTo() > 0 ? outcome.backTo() - 1 : -1;
        String ending = outcome.stuttering()
                ? "nothing happens any more"
                : loopTo >= 0 ? "and back to step " + (loopTo + 1) : "";
        List<Ladder.End> start = states.isEmpty()
                ? List.of(new Ladder.End("", ""), new Ladder.End("", ""))
                : List.of(telling.end(states.get(0), 0), telling.end(states.get(0), 1));
        Ladder ladder = new Ladder(title, words.peers().get(0), words.peers().get(1), start, steps, loopTo, ending);
        return new Counterexample(property, states, ladder);
    }

    private Ladder.End end(TlcState state, int peer) {
        TlaValue tcb = tcb(state, words.peers().get(peer));
        if (tcb == null) {
            return new Ladder.End("?", "");
        }
        List<String> running = new ArrayList<>();
        words.timers().forEach((field, timer) -> {
            if (tcb.at(field) instanceof TlaValue.Num left && left.value() >= 0) {
                running.add(timer + " " + (left.value() == 0 ? "due" : "in " + left.value()));
            }
        });
        return new Ladder.End(tcb.at("state").text(), String.join(", ", running));
    }

    private static TlaValue tcb(TlcState state, String peer) {
        TlaValue all = state.variables().get("tcb");
        return all == null ? null : all.at(peer);
    }

    private Ladder.Step step(TlcState state) {
        TlaValue happening = state.happening();
        Ladder.End left = end(state, 0);
        Ladder.End right = end(state, 1);
        segments.lives(words.peers().get(0), left.state());
        segments.lives(words.peers().get(1), right.state());
        if (happening == null) {
            return new Ladder.Step(
                    time(), Ladder.Side.NEITHER, "(what happened is not told)", "", List.of(), List.of(), left, right);
        }
        String kind = happening.at("kind").text();
        String peer = happening.at("peer").text();
        Ladder.Side side = peer.isEmpty()
                ? Ladder.Side.NEITHER
                : peer.equals(words.peers().get(0)) ? Ladder.Side.LEFT : Ladder.Side.RIGHT;
        List<Ladder.Arrow> arrows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        String event = "";
        switch (kind) {
            case "time passes" -> {
                ticks++;
                segments.older();
                return new Ladder.Step(
                        time(), Ladder.Side.NEITHER, "one tick passes", "", List.of(), List.of(), left, right);
            }
            case "nothing" -> {
                return new Ladder.Step(
                        time(), Ladder.Side.NEITHER, "nothing changes", "", List.of(), List.of(), left, right);
            }
            case "loses" -> {
                arrows.add(segments.ends(peer, happening.at("message"), Ladder.Fate.LOST));
                return new Ladder.Step(time(), Ladder.Side.NEITHER, "", "", List.of(), arrows, left, right);
            }
            case "cut" -> {
                return new Ladder.Step(
                        time(), Ladder.Side.NEITHER, "the path is cut for good", "", List.of(), List.of(), left, right);
            }
            case "crashes" -> event = "the host crashes and comes back";
            case "arrives" -> arrows.add(segments.ends(peer, happening.at("message"), Ladder.Fate.ARRIVED));
            case "arrives again" -> arrows.add(segments.ends(peer, happening.at("message"), Ladder.Fate.DUPLICATED));
            case "calls" -> event = call(happening.at("event"));
            default -> event = happening.at("event").at("event").text();
        }
        told(happening.at("trail").all(), remarks);
        String rule = happening.at("rule").text();
        if (rule.isEmpty() && !kind.equals("crashes")) {
            rule = "(ignored)";
        }
        happening.at("sent").all().forEach(segment -> arrows.add(segments.setsOut(peer, segment)));
        return new Ladder.Step(time(), side, event, rule, remarks, arrows, left, right);
    }

    private String time() {
        return "t=" + ticks;
    }

    private static String call(TlaValue event) {
        StringBuilder text =
                new StringBuilder("user: ").append(event.at("event").text());
        if (event instanceof TlaValue.Rec rec && rec.fields().size() > 1) {
            List<String> args = new ArrayList<>();
            rec.fields().forEach((name, value) -> {
                if (!name.equals("event")) {
                    args.add(value.toString());
                }
            });
            text.append('(').append(String.join(", ", args)).append(')');
        }
        return text.toString();
    }

    /** Everything noted on the way through the rules but the sending, which the segments themselves show. */
    private static void told(List<TlaValue> trail, List<String> remarks) {
        for (TlaValue note : trail) {
            String name = note.at("name").text();
            switch (note.at("what").text()) {
                case "chose" -> remarks.add("chosen: " + name + " = " + note.at("datum"));
                case "notified" -> remarks.add("notice: " + name);
                case "returned" -> remarks.add(name.equals("ok") ? "returns ok" : "returns error " + name);
                default -> {
                    // "sent"
                }
            }
        }
    }
}
