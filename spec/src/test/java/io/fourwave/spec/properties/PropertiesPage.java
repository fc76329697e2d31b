package io.fourwave.spec.properties;

import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of {@code docs/properties.md}: one for each file of properties. Scenarios that are in no set are nobody's to run, and not named. */
final class PropertiesPage {
    /** As many scenarios are named; a longer list would change with each scenario that is added. */
    private static final int NAMED = 4;

    private final World world;

    PropertiesPage(World world) {
        this.world = world;
    }

    String tables() {
        Map<String, List<World.Property>> files = new LinkedHashMap<>();
        for (World.Property property : world.properties()) {
            String file = property.place().file();
            files.computeIfAbsent(file.substring(file.lastIndexOf('/') + 1), name -> new ArrayList<>())
                    .add(property);
        }
        StringBuilder text = new StringBuilder();
        files.forEach((file, properties) -> {
            text.append("\n### ").append(file).append("\n\n");
            text.append("| property | what it says | if it is granted that | checked in | must fail in | kills |\n");
            text.append("|---|---|---|---|---|---|\n");
            properties.forEach(property -> text.append(row(property)));
        });
        return text.append('\n').toString();
    }

    private String row(World.Property property) {
        String title = property.title() == null ? "" : property.title();
        String tags =
                property.tags().stream().map(tag -> " " + tag.replace("@", "")).collect(Collectors.joining());
        return "| `" + property.name() + "` | " + title + tags + " | " + String.join("; ", property.assumptions())
                + " | " + few(in(property, World.Scenario::properties)) + " | "
                + few(in(property, World.Scenario::refuted)) + " | " + all(mutants(property)) + " |\n";
    }

    private List<String> in(World.Property property, Function<World.Scenario, List<String>> asked) {
        return world.scenarios().stream()
                .filter(scenario -> !scenario.sets().isEmpty())
                .filter(scenario -> asked.apply(scenario).contains(property.name()))
                .map(World.Scenario::name)
                .toList();
    }

    private List<String> mutants(World.Property property) {
        return world.mutants().stream()
                .filter(mutant -> mutant.property().equals(property.name()))
                .map(World.Mutant::name)
                .toList();
    }

    private static String few(List<String> names) {
        return names.size() > NAMED ? all(names.subList(0, NAMED)) + " and more" : all(names);
    }

    private static String all(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
