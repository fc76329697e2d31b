package io.fourwave.modelcheck;

import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be done, of what was asked for.
 *
 * @param whole what was asked for, the parts that others do included
 */
record Plan(List<World.Scenario> scenarios, List<World.Mutant> mutants, List<String> whole) {
    /** Of a scenario that pins no number of states. */
    private static final long UNPINNED_WEIGHT = 1_000_000;
    /** Up to here two scenarios side by side are sooner ready than one after the other with two workers. */
    private static final long SMALL_STATES = 100_000;

    /** @throws ExportException when there is no scenario, property or mutant of a name that is asked for */
    static Plan of(Protocol protocol, Selection selection) {
        List<World.Scenario> chosen = chosenScenarios(protocol, selection);
        List<World.Mutant> museum = chosenMutants(protocol, selection, chosen);
        List<World.Scenario> scenarios = selection.scenariosToo() ? chosen : List.of();
        List<Shard.Item> items = items(protocol, scenarios, museum);
        List<String> whole = items.stream().map(Shard.Item::name).toList();
        if (selection.shard() == null) {
            return new Plan(scenarios, museum, whole);
        }
        Set<String> ours = selection.shard().pick(items);
        return new Plan(
                scenarios.stream()
                        .filter(scenario -> ours.contains(scenario.name()))
                        .toList(),
                museum.stream()
                        .filter(mutant -> ours.contains(Circumstances.mutant(mutant.name())))
                        .toList(),
                whole);
    }

    int size() {
        return scenarios.size() + mutants.size();
    }

    /** So few states that one worker has them before a second has begun; or as many as it takes to refute something, shortly. */
    static boolean isSmall(World.Scenario scenario) {
        return !ScenarioCheck.explores(scenario)
                || (scenario.expectedStates() >= 0 && scenario.expectedStates() <= SMALL_STATES);
    }

    /** Results of any order in that of the plan. */
    <T> List<T> inOrder(List<T> results, Function<T, String> name) {
        return results.stream()
                .sorted(Comparator.comparing(result -> whole.indexOf(name.apply(result))))
                .toList();
    }

    /** Names of what is to be done here. */
    List<String> asked() {
        List<String> names =
                new ArrayList<>(scenarios.stream().map(World.Scenario::name).toList());
        mutants.forEach(mutant -> names.add(Circumstances.mutant(mutant.name())));
        return names;
    }

    private static List<Shard.Item> items(
            Protocol protocol, List<World.Scenario> scenarios, List<World.Mutant> mutants) {
        Map<String, World.Scenario> all = protocol.world().scenarios().stream()
                .collect(Collectors.toMap(World.Scenario::name, Function.identity()));
        List<Shard.Item> items = new ArrayList<>();
        scenarios.forEach(scenario -> items.add(new Shard.Item(scenario.name(), weight(scenario))));
        // A mutant is killed somewhere on the way through its scenario.
        mutants.forEach(mutant ->
                items.add(new Shard.Item(Circumstances.mutant(mutant.name()), weight(all.get(mutant.scenario())) / 2)));
        return items;
    }

    private static long weight(World.Scenario scenario) {
        return scenario == null || scenario.expectedStates() < 0 ? UNPINNED_WEIGHT : scenario.expectedStates();
    }

    private static List<World.Scenario> chosenScenarios(Protocol protocol, Selection selection) {
        List<World.Scenario> all = protocol.world().scenarios();
        Set<String> known = all.stream().map(World.Scenario::name).collect(Collectors.toSet());
        all.forEach(scenario -> known.addAll(scenario.sets()));
        known(selection.scenarios(), known, "scenario or set of scenarios");
        known(
                selection.properties(),
                protocol.world().properties().stream().map(World.Property::name).collect(Collectors.toSet()),
                "property");
        return all.stream()
                .filter(scenario -> selection.scenarios().isEmpty()
                        || selection.scenarios().contains(scenario.name())
                        || scenario.sets().stream().anyMatch(selection.scenarios()::contains))
                .toList();
    }

    private static List<World.Mutant> chosenMutants(
            Protocol protocol, Selection selection, List<World.Scenario> chosen) {
        List<World.Mutant> all = protocol.world().mutants();
        known(selection.mutants(), all.stream().map(World.Mutant::name).collect(Collectors.toSet()), "mutant");
        Set<String> names = chosen.stream().map(World.Scenario::name).collect(Collectors.toSet());
        return all.stream()
                .filter(mutant -> selection.mutants().contains(mutant.name())
                        || selection.allMutants() && names.contains(mutant.scenario()))
                .toList();
    }

    private static void known(Set<String> asked, Set<String> known, String what) {
        for (String name : asked) {
            if (!known.contains(name)) {
                throw new ExportException(
                        "there is no " + what + " `" + name + "`",
                        known.isEmpty()
                                ? "the protocol declares none"
                                : "there are: "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            }
        }
    }

    /** Of the sources, to tell reports of different specifications apart. */
    static String fingerprint(Compilation compilation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SourceFile file : compilation.sources().files()) {
                digest.update(file.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
