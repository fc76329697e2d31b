package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes findings of the results of one check, as they come: each gets a name of its own. */
public final class Findings {
    private final Compilation original;
    private final Set<String> names = new HashSet<>();

    /** @param original what is checked */
    public Findings(Compilation original) {
        this.original = original;
    }

    /** The counterexamples of a scenario: what is violated there, what had to be, and where the checker could not go on. */
    public List<Finding> of(ScenarioResult result) {
        List<Finding> findings = new ArrayList<>();
        for (PropertyResult property : result.properties()) {
            if (property.counterexample() != null) {
                scenario(original, result.name())
                        .ifPresent(scenario -> findings.add(new Finding(
                                unique(result.name() + "-" + property.property()),
                                original,
                                original,
                                scenario,
                                property.property(),
                                property.verdict(),
                                null,
                                property.counterexample())));
            }
        }
        return findings;
    }

    /** How a mutant was killed, by whatever property, or came to do what no machine may; empty when neither. */
    public Optional<Finding> of(MutantResult result) {
        if (result.counterexample() == null) {
            return Optional.empty();
        }
        World.Mutant mutant = original.orThrow().world().mutants().stream()
                .filter(one -> one.name().equals(result.name()))
                .findFirst()
                .orElseThrow();
        Compilation changed = Compiler.compile(Mutants.apply(original.sources(), mutant));
        return scenario(changed, result.scenario())
                .map(scenario -> new Finding(
                        unique("mutant-" + result.name()),
                        changed,
                        original,
                        scenario,
                        result.counterexample().property(),
                        result.fate() == Fate.ERROR ? Verdict.ERROR : Verdict.VIOLATED,
                        mutant,
                        result.counterexample()));
    }

    private static Optional<World.Scenario> scenario(Compilation compilation, String name) {
        return compilation.orThrow().world().scenarios().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; !names.add(candidate); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }
}
