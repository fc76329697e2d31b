package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.TlcOptions;
import java.nio.file.Path;
import java.util.Set;

/**
 * What is to be checked, and how.
 *
 * @param scenarios names of scenarios or of sets of scenarios; empty for every scenario
 * @param properties names of properties; empty for those each scenario checks
 * @param mutants names of mutants; with {@code allMutants} not asked
 * @param allMutants check every mutant whose scenario is selected
 * @param scenariosToo check the scenarios themselves, not only mutants
 * @param tlc how TLC is run
 * @param work directory that keeps the TLA+ and the configurations, or null for a temporary one
 * @param shard which part of all this, or null for the whole
 */
public record Selection(
        Set<String> scenarios,
        Set<String> properties,
        Set<String> mutants,
        boolean allMutants,
        boolean scenariosToo,
        TlcOptions tlc,
        Path work,
        Shard shard) {

    /** The scenarios of these names or sets, all their properties, no mutants. */
    public static Selection of(String... scenariosOrSets) {
        return new Selection(
                Set.of(scenariosOrSets), Set.of(), Set.of(), false, true, TlcOptions.standard(), null, null);
    }

    public Selection withProperties(String... names) {
        return new Selection(scenarios, Set.of(names), mutants, allMutants, scenariosToo, tlc, work, shard);
    }

    public Selection withShard(Shard part) {
        return new Selection(scenarios, properties, mutants, allMutants, scenariosToo, tlc, work, part);
    }

    /** Every mutant whose scenario is selected, besides the scenarios. */
    public Selection withAllMutants() {
        return new Selection(scenarios, properties, mutants, true, scenariosToo, tlc, work, shard);
    }

    /** These mutants and nothing else. */
    public Selection onlyMutants(String... names) {
        return new Selection(scenarios, properties, Set.of(names), names.length == 0, false, tlc, work, shard);
    }

    public Selection withTlc(TlcOptions options) {
        return new Selection(scenarios, properties, mutants, allMutants, scenariosToo, options, work, shard);
    }

    public Selection withWork(Path directory) {
        return new Selection(scenarios, properties, mutants, allMutants, scenariosToo, tlc, directory, shard);
    }
}
