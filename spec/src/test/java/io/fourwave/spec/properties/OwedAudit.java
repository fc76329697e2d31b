package io.fourwave.spec.properties;

import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the table of what a teardown owes. Whether a property holds, a witness is reached and a mutant is killed is for {@code fourwave check} to find;
 * here: that it is asked to.
 */
final class OwedAudit {
    private final World world;
    private final String set;
    private final List<World.Scenario> scenarios;

    /** @param set whose scenarios are checked before every merge */
    OwedAudit(World world, String set) {
        this.world = world;
        this.set = "`" + set + "`";
        this.scenarios = world.scenarios().stream()
                .filter(scenario -> scenario.sets().contains(set))
                .toList();
    }

    /** Each problem in a sentence that begins with what is owed. */
    List<String> problems(List<Owed> rows) {
        List<String> problems = new ArrayList<>();
        for (Owed row : rows) {
            problems(row).forEach(problem -> problems.add(row.what() + ": " + problem));
        }
        return problems;
    }

    private List<String> problems(Owed row) {
        List<String> problems = new ArrayList<>();
        if (row.properties().isEmpty()) {
            problems.add("no property");
        }
        if (!row.rfc().matches(".*\\d\\.\\d.*")) {
            problems.add("no section of an RFC");
        }
        row.properties().forEach(property -> problems.addAll(problems(property)));
        if (row.witnesses().isEmpty()) {
            problems.add("nothing shows that it is put to the test");
        }
        for (String witness : row.witnesses()) {
            boolean reached = scenarios.stream()
                    .filter(scenario -> scenario.witnesses().contains(witness))
                    .anyMatch(scenario -> row.properties().stream().anyMatch(property -> asks(scenario, property)));
            if (!reached) {
                problems.add("no scenario of " + set + " reaches `" + witness + "` and asks about one of "
                        + row.properties());
            }
        }
        return problems;
    }

    private List<String> problems(String property) {
        if (world.properties().stream().noneMatch(known -> known.name().equals(property))) {
            return List.of("there is no property `" + property + "`");
        }
        List<String> problems = new ArrayList<>();
        if (scenarios.stream().noneMatch(scenario -> asks(scenario, property))) {
            problems.add("`" + property + "` is asked about in no scenario of " + set);
        }
        boolean fails =
                scenarios.stream().anyMatch(scenario -> scenario.refuted().contains(property))
                        || world.mutants().stream()
                                .filter(mutant -> mutant.property().equals(property))
                                .anyMatch(mutant -> scenarios.stream()
                                        .anyMatch(scenario -> scenario.name().equals(mutant.scenario())));
        if (!fails) {
            problems.add("`" + property + "` has no mutant in " + set + ", and is refuted in none of its scenarios");
        }
        return problems;
    }

    private static boolean asks(World.Scenario scenario, String property) {
        return scenario.properties().contains(property) || scenario.refuted().contains(property);
    }
}
