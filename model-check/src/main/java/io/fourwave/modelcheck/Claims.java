package io.fourwave.modelcheck;

import io.fourwave.spec.diagram.Transition;
import io.fourwave.spec.diagram.Transitions;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Holds what a scenario or a set claims to cover against what was reached. */
final class Claims {
    private Claims() {}

    /** All there is to cover in a machine, as it is written: {@code state S}, {@code timeout T}, {@code exhausted T}, {@code S -> S'}. */
    static Set<String> everything(Machine machine) {
        Set<String> all = new LinkedHashSet<>();
        machine.states().forEach(state -> all.add("state " + state.name()));
        machine.timers().forEach(timer -> all.add("timeout " + timer.name()));
        machine.timers().stream()
                .filter(timer -> timer.limit() != null)
                .forEach(timer -> all.add("exhausted " + timer.name()));
        all.addAll(transitions(machine));
        return all;
    }

    /** {@code S -> S'} for each transition the rules may make. */
    static Set<String> transitions(Machine machine) {
        Set<String> all = new LinkedHashSet<>();
        for (Transition transition : Transitions.of(machine)) {
            all.add(transition.from().name() + " -> " + transition.to().name());
        }
        return all;
    }

    /** What is wrong with the claim, one line for each; none when it is null. */
    static List<String> broken(World.Coverage claim, Machine machine, Predicate<String> reached) {
        List<String> broken = new ArrayList<>();
        if (claim == null) {
            return broken;
        }
        Set<String> everything = everything(machine);
        Set<String> named = new LinkedHashSet<>();
        claim.items().forEach(item -> named.add(item.text()));
        for (String item : named) {
            if (!everything.contains(item)) {
                broken.add(item + ": no rule makes this transition");
            } else if (claim.all() && reached.test(item)) {
                broken.add(item + ": excepted, but reached");
            } else if (!claim.all() && !reached.test(item)) {
                broken.add(item + ": not reached");
            }
        }
        if (claim.all()) {
            everything.stream()
                    .filter(item -> !named.contains(item) && !reached.test(item))
                    .forEach(item -> broken.add(item + ": not reached"));
        }
        return broken;
    }
}
