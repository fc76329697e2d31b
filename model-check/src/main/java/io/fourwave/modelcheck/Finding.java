package io.fourwave.modelcheck;

import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.World;
import java.util.Optional;

/**
 * A counterexample with all it is about: enough to tell it, to draw it and to do it again.
 *
 * @param name by which it is filed: {@code smoke-no-stuck-end}, {@code mutant-fin-not-retransmitted}; unique in a check
 * @param compilation of the sources it was found in; of a mutant the edited ones
 * @param original of the sources as they are; the same where there is no mutant
 * @param property that is violated; may be {@link io.fourwave.modelcheck.export.ExportedModel#TYPES}, which is built in
 * @param mutant whose edits made it possible, or null
 */
public record Finding(
        String name,
        Compilation compilation,
        Compilation original,
        World.Scenario scenario,
        String property,
        Verdict verdict,
        World.Mutant mutant,
        Counterexample counterexample) {

    /** The property, where it is one of the spec. */
    public Optional<World.Property> declared() {
        return compilation.orThrow().world().properties().stream()
                .filter(one -> one.name().equals(property))
                .findFirst();
    }

    /** The environment of the scenario. */
    public World.Environment environment() {
        return compilation.orThrow().world().environments().stream()
                .filter(one -> one.name().equals(scenario.environment()))
                .findFirst()
                .orElseThrow();
    }

    /** One line: what is violated where, and by whose fault. */
    public String headline() {
        String what = verdict == Verdict.REFUTED ? " is refuted, as it must be" : " is violated";
        return property + what + " in " + scenario.name() + (mutant == null ? "" : " by the mutant " + mutant.name());
    }
}
