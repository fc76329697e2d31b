package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Tag;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves the checker's world, in the order in which its parts name each other. */
final class WorldResolver {
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;
    private final Declarations declarations;
    private final RuleRanges ranges;
    private final boolean mutant;

    WorldResolver(
            Symbols symbols,
            Expressions expressions,
            TypeTerms types,
            Declarations declarations,
            RuleRanges ranges,
            boolean mutant) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.types = types;
        this.declarations = declarations;
        this.ranges = ranges;
        this.mutant = mutant;
    }

    World world(List<WorldPart> parts) {
        Environments environments = new Environments(symbols, expressions, types);
        List<World.Environment> worlds = new ArrayList<>();
        for (WorldPart part : parts) {
            if (part instanceof WorldPart.EnvironmentPart environment
                    && declarations.isNew("environment", part.name())) {
                worlds.add(environments.environment(environment));
            }
        }
        // A property may name a bound of any environment; the scenario that checks it binds it.
        Map<String, Protocol.Local> bounds = new LinkedHashMap<>();
        worlds.forEach(world -> world.bounds().forEach(bound -> bounds.put(bound.name(), bound)));
        symbols.bounds.clear();
        symbols.bounds.putAll(bounds);
        Properties properties = new Properties(symbols, expressions);
        List<World.Property> propertyList = new ArrayList<>();
        List<World.Witness> witnesses = new ArrayList<>();
        for (WorldPart part : parts) {
            if (part instanceof WorldPart.PropertyPart property && declarations.isNew("property", part.name())) {
                tags(property.tags());
                propertyList.add(properties.property(property));
            } else if (part instanceof WorldPart.WitnessPart witness && declarations.isNew("property", part.name())) {
                tags(witness.tags());
                witnesses.add(properties.witness(witness));
            }
        }
        List<WorldPart.ScenarioPart> scenarioParts = new ArrayList<>();
        for (WorldPart part : parts) {
            if (part instanceof WorldPart.ScenarioPart scenario && declarations.isNew("scenario", part.name())) {
                tags(scenario.tags());
                scenarioParts.add(scenario);
            }
        }
        List<World.Scenario> scenarioList = new Scenarios(
                        symbols, expressions, worlds, propertyList, witnesses, properties)
                .scenarios(scenarioParts);
        MutantChecks checks = new MutantChecks(symbols, ranges, propertyList, scenarioList, mutant);
        List<World.Mutant> mutants = new ArrayList<>();
        for (WorldPart part : parts) {
            if (part instanceof WorldPart.MutantPart edit && declarations.isNew("mutant", part.name())) {
                tags(edit.tags());
                mutants.add(checks.mutant(edit));
            }
        }
        Coverages coverages = new Coverages(symbols);
        List<World.ScenarioSet> sets = new ArrayList<>();
        for (WorldPart part : parts) {
            if (part instanceof WorldPart.SetPart set && declarations.isNew("set", part.name())) {
                sets.add(coverages.set(set, scenarioList));
            }
        }
        return new World(
                List.copyOf(worlds),
                List.copyOf(propertyList),
                List.copyOf(witnesses),
                List.copyOf(mutants),
                List.copyOf(scenarioList),
                List.copyOf(sets));
    }

    private void tags(List<Tag> tags) {
        Requirements.check(tags, symbols.diagnostics);
    }
}
