package io.fourwave.modelcheck;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check came to.
 *
 * @param protocol its name
 * @param sets the sets that claim to cover something, if all their scenarios were checked
 * @param circumstances what it is a report of
 * @param interrupted stopped before its end: what is missing was not checked
 */
public record Report(
        String protocol,
        List<ScenarioResult> scenarios,
        List<MutantResult> mutants,
        List<SetResult> sets,
        double seconds,
        boolean interrupted,
        Circumstances circumstances) {

    public Report {
        scenarios = List.copyOf(scenarios);
        mutants = List.copyOf(mutants);
        sets = List.copyOf(sets);
    }

    /** Of which nothing else is known. */
    public Report(
            String protocol,
            List<ScenarioResult> scenarios,
            List<MutantResult> mutants,
            List<SetResult> sets,
            double seconds,
            boolean interrupted) {
        this(protocol, scenarios, mutants, sets, seconds, interrupted, Circumstances.UNKNOWN);
    }

    /** What was asked for and has no result, or none that is whole, by name. */
    public List<String> undecided() {
        List<String> open = new ArrayList<>(circumstances.asked());
        scenarios.stream()
                .filter(scenario ->
                        scenario.properties().stream().noneMatch(property -> property.verdict() == Verdict.UNDECIDED))
                .forEach(scenario -> open.remove(scenario.name()));
        mutants.forEach(mutant -> open.remove(Circumstances.mutant(mutant.name())));
        return open;
    }

    /** Whether everything is as it should be. */
    public boolean ok() {
        return !interrupted
                && scenarios.stream().allMatch(ScenarioResult::ok)
                && sets.stream().allMatch(SetResult::ok)
                && mutants.stream().allMatch(MutantResult::killed);
    }

    /** 0: all is well. 1: something is violated, not reached, not killed or not as pinned. 2: an error. 130: interrupted. */
    public int exitStatus() {
        if (interrupted) {
            return 130;
        }
        boolean error =
                scenarios.stream().anyMatch(scenario -> !scenario.error().isEmpty());
        return error ? 2 : ok() ? 0 : 1;
    }
}
