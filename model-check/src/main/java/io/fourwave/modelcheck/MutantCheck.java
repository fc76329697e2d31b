package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A mutant: the sources edited, compiled anew, its scenario checked for the one property that must notice. */
final class MutantCheck {
    private final Compilation original;
    private final World.Mutant mutant;
    private final ModelCheck check;
    private final Path directory;

    MutantCheck(Compilation original, World.Mutant mutant, ModelCheck check, Path directory) {
        this.original = original;
        this.mutant = mutant;
        this.check = check;
        this.directory = directory;
    }

    MutantResult run() throws IOException {
        Compilation changed;
        try {
            changed = Compiler.compile(Mutants.apply(original.sources(), mutant));
        } catch (IllegalArgumentException e) {
            return survived(e.getMessage(), null);
        }
        if (changed.hasErrors()) {
            return survived("the edited sources do not compile:\n" + changed.render(), null);
        }
        World.Scenario scenario = changed.orThrow().world().scenarios().stream()
                .filter(one -> one.name().equals(mutant.scenario()))
                .findFirst()
                .orElse(null);
        if (scenario == null) {
            return survived("there is no scenario `" + mutant.scenario() + "`", null);
        }
        // One worker: what it finds first is found on a shortest way, and most mutants are found before a second one
        // helps.
        TlcOptions options = check.selection().tlc().withWorkers(1).brief();
        ScenarioResult result = new ScenarioCheck(changed.orThrow(), scenario, check, directory, options)
                .run(Set.of(mutant.property()));
        PropertyResult decided = result.properties().stream().findFirst().orElse(null);
        if (decided != null && decided.verdict() == Verdict.VIOLATED) {
            return new MutantResult(
                    mutant.name(),
                    mutant.title(),
                    mutant.property(),
                    mutant.scenario(),
                    true,
                    decided.counterexample(),
                    result.states(),
                    result.seconds(),
                    "");
        }
        if (!result.error().isEmpty()) {
            return survived(result.error(), result);
        }
        return survived(
                decided == null
                        ? "scenario `" + mutant.scenario() + "` does not check `" + mutant.property() + "`"
                        : "it survives: " + decided.verdict().text(),
                result);
    }

    private MutantResult survived(String why, ScenarioResult result) {
        return new MutantResult(
                mutant.name(),
                mutant.title(),
                mutant.property(),
                mutant.scenario(),
                false,
                null,
                result == null ? 0 : result.states(),
                result == null ? 0 : result.seconds(),
                why);
    }
}
