package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.WorldView;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One performance of a script: what it asks for where that is permitted, then what happens by itself. */
final class Run {
    /** A run that goes on longer without repeating itself is not decided. */
    private static final int MOST_STEPS = 20_000;

    private final Subject subject;
    private final Stage stage;
    private final Options options;
    private final Watch watch;
    private final List<Act> script;
    private final int loopTo;
    private final List<String> notFollowed = new ArrayList<>();
    private WorldView now;
    private String violation;
    private int scripted;

    /** @param property null for none but that the specification has a meaning in every step */
    Run(Subject subject, World.Property property, List<Act> script, int loopTo) {
        this.subject = subject;
        this.script = script;
        this.loopTo = loopTo;
        stage = new Stage(subject);
        options = new Options(subject, stage);
        watch = property == null ? null : new Watch(subject, property);
    }

    /** What is violated and how; null for nothing. */
    String violation() {
        return violation;
    }

    void failed(String why) {
        violation = why;
    }

    void perform() {
        try {
            look();
            followed();
            atRest();
        } catch (Watch.Violation found) {
            violation = found.getMessage();
        }
    }

    /** Everything that has happened. */
    String told() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < stage.log().size(); i++) {
            if (i == scripted) {
                text.append("  -- from here on by itself:\n");
            }
            text.append("  ").append(stage.log().get(i)).append('\n');
        }
        notFollowed.forEach(
                line -> text.append("  (not as in the script: ").append(line).append(")\n"));
        return text.toString();
    }

    private void look() {
        WorldView before = now;
        now = stage.view();
        if (watch != null) {
            watch.see(before, now, options.isTerminal());
        }
    }

    private boolean did(boolean happened) {
        if (happened) {
            look();
        }
        return happened;
    }

    // ---- the script
    // --------------------------------------------------------------------------------------------------

    private void followed() {
        Loop loop = null;
        for (int i = 0; i < script.size(); i++) {
            if (i == loopTo) {
                loop = new Loop();
            }
            Act act = script.get(i);
            String action = loop == null ? "" : loop.fairName(act);
            if (loop != null) {
                loop.before();
            }
            if (!follow(act)) {
                notFollowed.add("step " + (i + 1) + ", " + act.text());
                loop = null;
            } else if (loop != null) {
                loop.did(action);
            }
        }
        scripted = stage.log().size();
        if (loop != null && loop.closes() && watch != null) {
            watch.forEver(loop.from, "the steps from " + (loopTo + 1) + " on repeat");
        }
    }

    private boolean follow(Act act) {
        int peer = act.peer().isEmpty() ? -1 : subject.peer(act.peer());
        return switch (act.kind()) {
            case CALL -> {
                Permissions.Call call = stage.permissions().find(peer, act, now);
                yield call != null && did(stage.call(call, act.choices()));
            }
            case ARRIVAL, REPEATED_ARRIVAL -> {
                Packet packet = stage.channel().find(peer, act.segment());
                yield packet != null
                        && did(stage.arrives(packet, act.kind() == Act.Kind.REPEATED_ARRIVAL, act.choices()));
            }
            case LOSS -> {
                Packet packet = stage.channel().find(peer, act.segment());
                yield packet != null && did(stage.loses(packet));
            }
            case TIMEOUT -> did(stage.expires(peer, act.name(), act.choices()));
            case OFFER -> did(stage.offers(peer, act.name(), act.choices()));
            case CRASH -> did(stage.crashes(peer));
            case CUT -> did(stage.cuts());
            case TICK -> tick();
        };
    }

    /** Time waits for what is due and for segments at the end of their lives: what must happen first happens first. */
    private boolean tick() {
        boolean prompt = true;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (did(stage.ticks())) {
                return prompt;
            }
            BooleanSupplier first = options.fair().get("elapse");
            if (first == null || !did(first.getAsBoolean())) {
                return false;
            }
            prompt = false;
        }
        return false;
    }

    /** A part of the script that repeats for ever: fair, if each fair action is taken in it or impossible somewhere in it. */
    private final class Loop {
        private final String position = stage.position();
        private final int from = watch == null ? 0 : watch.states() - 1;
        private final Set<String> taken = new HashSet<>();
        private Set<String> alwaysPossible;

        String fairName(Act act) {
            return switch (act.kind()) {
                case OFFER -> "offer " + subject.peer(act.peer());
                case TICK, TIMEOUT -> "elapse";
                case ARRIVAL ->
                    stage.permissions().lifetimeTicks().isPresent()
                            ? "elapse"
                            : "arrive " + (1 - subject.peer(act.peer()));
                case CALL -> {
                    Permissions.Call call = stage.permissions().find(subject.peer(act.peer()), act, now);
                    yield "call " + (1 + stage.permissions().calls().indexOf(call));
                }
                default -> "";
            };
        }

        void before() {
            Set<String> possible = options.fair().keySet();
            if (alwaysPossible == null) {
                alwaysPossible = new HashSet<>(possible);
            } else {
                alwaysPossible.retainAll(possible);
            }
        }

        void did(String action) {
            taken.add(action);
        }

        boolean closes() {
            return alwaysPossible != null && taken.containsAll(alwaysPossible) && position.equals(stage.position());
        }
    }

    // ---- by itself
    // ---------------------------------------------------------------------------------------------------

    /** No fault any more; of all that is possible what was done least recently comes next, so nothing is put off for ever. */
    private void atRest() {
        Map<String, Integer> lastDone = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Map<String, BooleanSupplier> fair = options.fair();
            if (fair.isEmpty()) {
                if (watch != null) {
                    watch.forEver(watch.states() - 1, "nothing happens any more");
                }
                return;
            }
            List<String> order = new ArrayList<>(lastDone.keySet());
            Integer before = seen.put(stage.position() + order, watch == null ? 0 : watch.states() - 1);
            if (before != null) {
                if (watch != null) {
                    watch.forEver(before, "it repeats itself");
                }
                return;
            }
            String next = fair.keySet().stream()
                    .filter(action -> !lastDone.containsKey(action))
                    .findFirst()
                    .orElseGet(() ->
                            order.stream().filter(fair::containsKey).findFirst().orElseThrow());
            if (!did(fair.get(next).getAsBoolean())) {
                throw new IllegalStateException("what is possible does not happen: " + next);
            }
            lastDone.remove(next);
            lastDone.put(next, i);
        }
        if (watch != null && watch.isPending()) {
            throw new IllegalStateException("after " + MOST_STEPS + " steps it is not decided\n" + told());
        }
    }
}
