package io.fourwave.conformance.replay;

import io.fourwave.spec.interpret.Effect;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules, states and transitions the replayed steps went through, and how often. */
public final class Coverage {
    private final Set<String> rules = new LinkedHashSet<>();
    private final List<String> states;
    private final Map<String, Long> ruleCounts = new LinkedHashMap<>();
    private final Map<String, Long> stateCounts = new LinkedHashMap<>();
    private final Map<Transition, Long> transitions = new LinkedHashMap<>();

    /** A change of state between the beginning and the end of one step. */
    public record Transition(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    Coverage(Protocol protocol) {
        for (Machine.Handler handler : protocol.machine().handlers()) {
            handler.checks().forEach(check -> rules.add(check.rule()));
        }
        states = protocol.machine().states().stream().map(Machine.State::name).toList();
    }

    void step(String from, StepResult result) {
        String to = result.post().state();
        stateCounts.merge(to, 1L, Long::sum);
        String counted = "";
        for (Effect effect : result.effects()) {
            if (!effect.rule().equals(counted)) {
                counted = effect.rule();
                ruleCounts.merge(counted, 1L, Long::sum);
            }
        }
        if (!result.rule().equals(counted)) {
            ruleCounts.merge(result.rule(), 1L, Long::sum);
        }
        if (!from.equals(to)) {
            transitions.merge(new Transition(from, to), 1L, Long::sum);
        }
    }

    void initial(String state) {
        stateCounts.merge(state, 0L, Long::sum);
    }

    /** All rules of the protocol, in declared order. */
    public Set<String> rules() {
        return Collections.unmodifiableSet(rules);
    }

    public List<String> states() {
        return states;
    }

    /** How many steps ended in, or had an effect of, each rule that was covered. */
    public Map<String, Long> ruleCounts() {
        return Collections.unmodifiableMap(ruleCounts);
    }

    /** How many steps ended in each state that was covered. */
    public Map<String, Long> stateCounts() {
        return Collections.unmodifiableMap(stateCounts);
    }

    public Map<Transition, Long> transitions() {
        return Collections.unmodifiableMap(transitions);
    }
}
