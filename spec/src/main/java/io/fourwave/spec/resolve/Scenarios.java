package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Resolves scenarios: which environment, which bounds, what is checked in it. */
final class Scenarios {
    private final Symbols symbols;
    private final Expressions expressions;
    private final Map<String, World.Environment> environments = new LinkedHashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private final Set<String> witnesses = new LinkedHashSet<>();
    private final Properties peers;
    private final Coverages coverages;

    Scenarios(
            Symbols symbols,
            Expressions expressions,
            List<World.Environment> environments,
            List<World.Property> properties,
            List<World.Witness> witnesses,
            Properties peers) {
        this.symbols = symbols;
        this.expressions = expressions;
        environments.forEach(environment -> this.environments.put(environment.name(), environment));
        properties.forEach(property -> this.properties.add(property.name()));
        witnesses.forEach(witness -> this.witnesses.add(witness.name()));
        this.peers = peers;
        this.coverages = new Coverages(symbols);
    }

    /** In the order in which they are declared; without those whose environment is not known. */
    List<World.Scenario> scenarios(List<WorldPart.ScenarioPart> parts) {
        TakenOver takenOver = new TakenOver(symbols, environments, parts);
        Map<String, World.Scenario> resolved = new HashMap<>();
        for (WorldPart.ScenarioPart part : takenOver.basesFirst()) {
            World.Scenario scenario = scenario(part, takenOver.of(part));
            if (scenario != null) {
                resolved.put(scenario.name(), scenario);
            }
        }
        return parts.stream()
                .map(part -> resolved.get(part.name().text()))
                .filter(Objects::nonNull)
                .toList();
    }

    private World.Scenario scenario(WorldPart.ScenarioPart part, TakenOver.Clauses given) {
        World.Environment environment = environments.get(part.environment().text());
        if (environment == null) {
            unknown(part.environment(), "environment", environments.keySet());
            return null;
        }
        symbols.bounds.clear();
        environment.bounds().forEach(bound -> symbols.bounds.put(bound.name(), bound));
        Draft draft = new Draft(part, environment);
        for (WorldPart.ScenarioClause clause : given.clauses()) {
            List<Diagnostic> before = symbols.diagnostics.snapshot();
            draft.clause(clause);
            if (!part.clauses().contains(clause)) {
                noteWhoTakesOver(before, part);
            }
        }
        if (given.complete()) {
            draft.bindings.complete();
        }
        return draft.scenario();
    }

    /** What is new since then is wrong only where it is taken over to, though it stands elsewhere. */
    private void noteWhoTakesOver(List<Diagnostic> before, WorldPart.ScenarioPart part) {
        List<Diagnostic> now = symbols.diagnostics.snapshot();
        symbols.diagnostics.restore(before);
        now.stream()
                .skip(before.size())
                .map(found -> found.note("scenario `" + part.name().text() + "` takes this over"))
                .forEach(symbols.diagnostics::add);
    }

    /** One scenario, as far as its clauses have been seen. */
    private final class Draft {
        private final WorldPart.ScenarioPart part;
        private final World.Environment environment;
        private final Bindings bindings;
        private final List<String> sets = new ArrayList<>();
        private final List<String> checked = new ArrayList<>();
        private final List<String> refuted = new ArrayList<>();
        private final List<String> reached = new ArrayList<>();
        private String profile;
        private WorldPart.ExpectClause expected;
        private WorldPart.CoversClause covers;
        private World.Coverage coverage;

        Draft(WorldPart.ScenarioPart part, World.Environment environment) {
            this.part = part;
            this.environment = environment;
            this.bindings = new Bindings(symbols, expressions, part, environment);
        }

        void clause(WorldPart.ScenarioClause clause) {
            if (clause instanceof WorldPart.SetsClause given) {
                given.names().forEach(name -> sets.add(name.text()));
            } else if (clause instanceof WorldPart.CheckClause given) {
                given.properties().forEach(name -> member(name, "property", properties, environment, checked));
            } else if (clause instanceof WorldPart.RefuteClause given) {
                given.properties().forEach(name -> member(name, "property", properties, environment, refuted));
                given.properties().forEach(this::notChecked);
            } else if (clause instanceof WorldPart.ReachClause given) {
                given.witnesses().forEach(name -> member(name, "witness", witnesses, environment, reached));
            } else if (clause instanceof WorldPart.CoversClause given) {
                repeated(covers != null, "covers", given);
                covers = given;
                coverage = given.coverage().map(coverages::coverage).orElse(null);
            } else if (clause instanceof WorldPart.ProfileClause given) {
                profile(given);
            } else if (clause instanceof WorldPart.ExpectClause given) {
                repeated(expected != null, "expect", given);
                expected = given;
            } else {
                bindings.clause(clause);
            }
        }

        private void notChecked(Name name) {
            boolean checkedToo = part.clauses().stream()
                    .anyMatch(clause -> clause instanceof WorldPart.CheckClause check
                            && check.properties().stream()
                                    .anyMatch(property -> property.text().equals(name.text())));
            if (checkedToo) {
                symbols.diagnostics.add(
                        DiagnosticCode.CHECKED_AND_REFUTED,
                        name.place(),
                        "`" + name.text() + "` cannot both hold in scenario `"
                                + part.name().text() + "` and be violated there");
            }
        }

        private void profile(WorldPart.ProfileClause clause) {
            repeated(profile != null, "profile", clause);
            String name = clause.profile().text();
            if (symbols.profiles.contains(name)) {
                profile = name;
            } else {
                unknown(clause.profile(), "profile", symbols.profiles);
            }
        }

        World.Scenario scenario() {
            return new World.Scenario(
                    part.name().text(),
                    part.title(),
                    environment.name(),
                    List.copyOf(sets),
                    profile == null ? symbols.profiles.get(0) : profile,
                    bindings.modulus(),
                    bindings.capacities(),
                    bindings.restrictions(),
                    bindings.bindings(),
                    List.copyOf(checked),
                    List.copyOf(refuted),
                    List.copyOf(reached),
                    coverage,
                    expected == null ? -1 : expected.states(),
                    expected == null ? -1 : expected.depth(),
                    Requirements.ids(part.tags()),
                    part.doc(),
                    part.place());
        }
    }

    private void repeated(boolean again, String word, WorldPart.ScenarioClause clause) {
        if (again) {
            symbols.diagnostics.add(
                    DiagnosticCode.REPEATED_CLAUSE, clause.place(), "`" + word + "` is given twice in this scenario");
        }
    }

    private void member(
            Name name, String sort, Set<String> declared, World.Environment environment, List<String> into) {
        if (!declared.contains(name.text())) {
            unknown(name, sort, declared);
            return;
        }
        for (String peer : peers.peersOf(name.text())) {
            if (!environment.peers().contains(peer)) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.OTHER_PEERS,
                                name.place(),
                                "`" + name.text() + "` speaks of peer `" + peer + "`, which environment `"
                                        + environment.name() + "` does not have")
                        .note("its peers are " + String.join(" and ", environment.peers())));
                return;
            }
        }
        if (into.contains(name.text())) {
            symbols.diagnostics.add(
                    DiagnosticCode.REPEATED_CLAUSE, name.place(), "`" + name.text() + "` is named twice");
        } else {
            into.add(name.text());
        }
    }

    private void unknown(Name name, String sort, Collection<String> candidates) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                .help(DidYouMean.help(name.text(), candidates)));
    }
}
