package io.fourwave.modelcheck;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up what the scenarios of each set have covered. */
final class SetCheck {
    private SetCheck() {}

    /** The sets that claim something and of which every scenario was explored to its end; those that only refute show nothing of it. */
    static List<SetResult> all(Protocol protocol, List<ScenarioResult> results) {
        List<SetResult> sets = new ArrayList<>();
        for (World.ScenarioSet set : protocol.world().sets()) {
            List<String> members = protocol.world().scenarios().stream()
                    .filter(scenario -> scenario.sets().contains(set.name()))
                    .filter(ScenarioCheck::explores)
                    .map(World.Scenario::name)
                    .toList();
            List<ScenarioResult> explored = results.stream()
                    .filter(result -> members.contains(result.name()) && result.states() > 0)
                    .toList();
            if (explored.size() == members.size()) {
                sets.add(set(protocol, set, explored));
            }
        }
        return sets;
    }

    private static SetResult set(Protocol protocol, World.ScenarioSet set, List<ScenarioResult> scenarios) {
        Map<String, List<String>> covered = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        Claims.everything(protocol.machine()).forEach(item -> covered.put(item, new ArrayList<>()));
        for (ScenarioResult scenario : scenarios) {
            scenario.coverage().keySet().forEach(item -> covered.computeIfAbsent(item, i -> new ArrayList<>()));
            scenario.counts().forEach((item, count) -> counts.merge(item, count, Long::sum));
            covered.forEach((item, by) -> {
                if (scenario.covers(item)) {
                    by.add(scenario.name());
                }
            });
        }
        List<String> broken = Claims.broken(
                set.coverage(),
                protocol.machine(),
                item -> !covered.getOrDefault(item, List.of()).isEmpty());
        if (set.coverage().all()) {
            broken.addAll(untried(protocol.world(), set));
            covered.forEach((item, by) -> {
                if (item.startsWith("antecedent ") && by.isEmpty()) {
                    broken.add(item + ": never true");
                }
            });
        }
        return new SetResult(
                set.name(),
                set.title() == null ? "" : set.title(),
                scenarios.stream().map(ScenarioResult::name).toList(),
                covered,
                counts,
                broken);
    }

    /** The properties checked there of which nothing shows that they can fail: neither a mutant nor a scenario that refutes them. */
    private static List<String> untried(World world, World.ScenarioSet set) {
        List<World.Scenario> members = world.scenarios().stream()
                .filter(scenario -> scenario.sets().contains(set.name()))
                .toList();
        Set<String> names = members.stream().map(World.Scenario::name).collect(Collectors.toSet());
        Set<String> checked = new LinkedHashSet<>();
        members.forEach(scenario -> checked.addAll(scenario.properties()));
        members.forEach(scenario -> checked.removeAll(scenario.refuted()));
        world.mutants().stream()
                .filter(mutant -> names.contains(mutant.scenario()))
                .forEach(mutant -> checked.remove(mutant.property()));
        return checked.stream()
                .map(property ->
                        "property " + property + ": no mutant of these scenarios is killed by it, none refutes it")
                .toList();
    }
}
