package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A mutant: the sources edited, compiled anew, its scenario checked for the one property that must notice. */
final class MutantCheck {
    private final Compilation original;
    private final World.Mutant mutant;
    private final ModelCheck check;
    private final Path directory;
    private final TlcOptions options;
    private long states;
    private double seconds;

    /** @param options with one worker: what that finds first is found on a shortest way */
    MutantCheck(Compilation original, World.Mutant mutant, ModelCheck check, Path directory, TlcOptions options) {
        this.original = original;
        this.mutant = mutant;
        this.check = check;
        this.directory = directory;
        this.options = options;
    }

    MutantResult run() throws IOException {
        Compilation changed;
        try {
            changed = Compiler.compile(Mutants.apply(original.sources(), mutant));
        } catch (IllegalArgumentException e) {
            return result(Fate.NOT_COMPILED, e.getMessage());
        }
        if (changed.hasErrors()) {
            return result(Fate.NOT_COMPILED, changed.render());
        }
        World.Scenario scenario = changed.orThrow().world().scenarios().stream()
                .filter(one -> one.name().equals(mutant.scenario()))
                .findFirst()
                .orElse(null);
        if (scenario == null) {
            return result(Fate.NOT_CHECKED, "there is no scenario `" + mutant.scenario() + "`");
        }
        if (!scenario.properties().contains(mutant.property())) {
            return result(
                    Fate.NOT_CHECKED,
                    "scenario `" + mutant.scenario() + "` does not check `" + mutant.property() + "`");
        }
        ScenarioResult named = checked(changed, scenario, Set.of(mutant.property()), "");
        List<PropertyResult> violated = violated(named);
        if (!violated.isEmpty()) {
            return result(Fate.KILLED, violated, "");
        }
        if (!isDecided(named)) {
            return undecided(named);
        }
        String survives = named.properties().get(0).property() + " "
                + named.properties().get(0).verdict().text();
        ScenarioResult all = checked(changed, scenario, Set.of(), "-all");
        List<PropertyResult> others = violated(all);
        if (!others.isEmpty()) {
            return result(Fate.KILLED_BY_ANOTHER, others, survives);
        }
        if (check.stopped()) {
            return undecided(all);
        }
        return result(Fate.SURVIVED, survives + (all.error().isEmpty() ? "" : "\nthe others: " + all.error()));
    }

    private ScenarioResult checked(Compilation changed, World.Scenario scenario, Set<String> only, String suffix)
            throws IOException {
        Path where = directory.resolveSibling(directory.getFileName() + suffix);
        String label = mutant.name() + " in " + scenario.name();
        ScenarioCheck run = new ScenarioCheck(changed.orThrow(), scenario, label, check, where, options);
        ScenarioResult result = run.run(only);
        states = Math.max(states, run.distinct());
        seconds += result.seconds();
        return result;
    }

    private static List<PropertyResult> violated(ScenarioResult result) {
        return result.properties().stream()
                .filter(property -> property.verdict() == Verdict.VIOLATED)
                .toList();
    }

    private static boolean isDecided(ScenarioResult result) {
        return result.error().isEmpty()
                && result.properties().stream().noneMatch(property -> property.verdict() == Verdict.UNDECIDED);
    }

    /** Of an error there is a way to it. */
    private MutantResult undecided(ScenarioResult result) {
        PropertyResult erred = result.properties().stream()
                .filter(property -> property.verdict() == Verdict.ERROR)
                .findFirst()
                .orElse(null);
        return erred == null
                ? result(Fate.UNDECIDED, result.error())
                : result(Fate.ERROR, erred.counterexample(), List.of(), result.error());
    }

    private MutantResult result(Fate fate, String why) {
        return result(fate, null, List.of(), why);
    }

    private MutantResult result(Fate fate, List<PropertyResult> violated, String why) {
        List<String> by = violated.stream().map(PropertyResult::property).toList();
        return result(fate, violated.get(0).counterexample(), by, why);
    }

    private MutantResult result(Fate fate, Counterexample how, List<String> by, String why) {
        return new MutantResult(
                mutant.name(),
                mutant.title(),
                mutant.property(),
                mutant.scenario(),
                mutant.place().file(),
                fate,
                how,
                by,
                states,
                seconds,
                why);
    }
}
