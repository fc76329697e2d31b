package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.WorldPart;
import io.fourwave.spec.syntax.WorldPart.ScenarioClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What scenarios take over from those they are like: every clause but {@code sets} and {@code expect}, unless they speak of the
 * same thing themselves. It is the clauses that are taken over, not their meaning: a number must fit the bound of its new environment.
 */
final class TakenOver {
    /**
     * The clauses of a scenario with those it takes over.
     *
     * @param complete false when it cannot be told what is taken over; that has been reported
     */
    record Clauses(List<ScenarioClause> clauses, boolean complete) {}

    private final Symbols symbols;
    private final Map<String, World.Environment> environments;
    private final Map<String, WorldPart.ScenarioPart> parts = new LinkedHashMap<>();

    TakenOver(Symbols symbols, Map<String, World.Environment> environments, List<WorldPart.ScenarioPart> parts) {
        this.symbols = symbols;
        this.environments = environments;
        parts.forEach(part -> this.parts.putIfAbsent(part.name().text(), part));
    }

    /** Each after the one it is like, so that what is wrong in that one is reported there. */
    List<WorldPart.ScenarioPart> basesFirst() {
        return parts.values().stream()
                .sorted(Comparator.comparingInt(part -> chain(part).size()))
                .toList();
    }

    /** From the scenario to the last it is like, each once. */
    private Set<String> chain(WorldPart.ScenarioPart part) {
        Set<String> names = new LinkedHashSet<>();
        WorldPart.ScenarioPart at = part;
        while (at != null && names.add(at.name().text())) {
            at = at.like().map(like -> parts.get(like.text())).orElse(null);
        }
        return names;
    }

    /** To be asked once for each scenario: what is wrong with its {@code like} is reported. */
    Clauses of(WorldPart.ScenarioPart part) {
        if (part.like().isEmpty()) {
            part.clauses().stream()
                    .filter(TakenOver::adds)
                    .forEach(clause -> symbols.diagnostics.add(Diagnostic.of(
                                    DiagnosticCode.NOTHING_TAKEN_OVER,
                                    clause.place(),
                                    "scenario `" + part.name().text()
                                            + "` is like no other: there is nothing to add to")
                            .help("leave out `also`, or write `like SCENARIO` behind the environment")));
        }
        Name like = part.like().orElse(null);
        if (like != null && !parts.containsKey(like.text())) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.UNKNOWN_NAME, like.place(), "there is no scenario `" + like.text() + "`")
                    .help(DidYouMean.help(like.text(), parts.keySet())));
        }
        nothingAndSomething(part);
        cycle(part);
        return merged(part, Set.of());
    }

    private void nothingAndSomething(WorldPart.ScenarioPart part) {
        for (ScenarioClause clause : part.clauses()) {
            boolean beside = part.clauses().stream()
                    .anyMatch(other -> other != clause && target(other).equals(target(clause)));
            if (beside && isNone(clause)) {
                symbols.diagnostics.add(
                        DiagnosticCode.REPEATED_CLAUSE, clause.place(), "another clause of this scenario names some");
            }
        }
    }

    private static boolean isNone(ScenarioClause clause) {
        return clause instanceof WorldPart.CheckClause check
                        && check.properties().isEmpty()
                || clause instanceof WorldPart.RefuteClause refute
                        && refute.properties().isEmpty()
                || clause instanceof WorldPart.ReachClause reach
                        && reach.witnesses().isEmpty();
    }

    /** A cycle is told once, at the first of its scenarios. */
    private void cycle(WorldPart.ScenarioPart part) {
        List<String> round = new ArrayList<>(chain(part));
        String last = round.get(round.size() - 1);
        String next = parts.get(last).like().map(Name::text).orElse("");
        String name = part.name().text();
        if (next.equals(name)
                && parts.keySet().stream()
                        .filter(round::contains)
                        .findFirst()
                        .orElseThrow()
                        .equals(name)) {
            round.add(name);
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.LIKE_CYCLE,
                            part.like().orElseThrow().place(),
                            "scenario `" + name + "` is, in the end, like itself")
                    .note(round.stream()
                            .map(each -> "`" + each + "`")
                            .collect(Collectors.joining(", which is like "))
                            .replaceFirst(", which", "")));
        }
    }

    private Clauses merged(WorldPart.ScenarioPart part, Set<String> below) {
        if (part.like().isEmpty()) {
            return new Clauses(
                    part.clauses(), environments.containsKey(part.environment().text()));
        }
        Set<String> names = new LinkedHashSet<>(below);
        WorldPart.ScenarioPart other = parts.get(part.like().get().text());
        if (other == null || !names.add(part.name().text())) {
            return new Clauses(part.clauses(), false);
        }
        Clauses theirs = merged(other, names);
        Map<String, List<ScenarioClause>> byTarget = new LinkedHashMap<>();
        theirs.clauses().stream()
                .filter(clause -> fits(clause, part))
                .map(clause -> unlessOtherwise(clause, part))
                .forEach(clause -> byTarget.computeIfAbsent(target(clause), t -> new ArrayList<>())
                        .add(clause));
        Map<String, List<ScenarioClause>> own = part.clauses().stream()
                .collect(Collectors.groupingBy(TakenOver::target, LinkedHashMap::new, Collectors.toList()));
        own.forEach((target, clauses) -> {
            if (!clauses.stream().allMatch(TakenOver::adds)) {
                byTarget.put(target, new ArrayList<>());
            }
            byTarget.computeIfAbsent(target, t -> new ArrayList<>()).addAll(clauses);
        });
        return new Clauses(byTarget.values().stream().flatMap(List::stream).toList(), theirs.complete());
    }

    /** Not what belongs to the other scenario alone, nor bounds that are not in this environment. */
    private boolean fits(ScenarioClause clause, WorldPart.ScenarioPart part) {
        if (clause instanceof WorldPart.BindingClause binding) {
            String name = binding.name().text();
            World.Environment environment = environments.get(part.environment().text());
            return symbols.parameters.containsKey(name)
                    || environment != null
                            && environment.bounds().stream()
                                    .anyMatch(bound -> bound.name().equals(name));
        }
        return !(clause instanceof WorldPart.SetsClause || clause instanceof WorldPart.ExpectClause);
    }

    /** A property that is refuted here is not checked, whoever checks it, and the other way round. */
    private static ScenarioClause unlessOtherwise(ScenarioClause clause, WorldPart.ScenarioPart part) {
        if (clause instanceof WorldPart.CheckClause check) {
            Set<String> refuted = named(part, WorldPart.RefuteClause.class, WorldPart.RefuteClause::properties);
            return new WorldPart.CheckClause(without(check.properties(), refuted), check.also(), check.place());
        }
        if (clause instanceof WorldPart.RefuteClause refute) {
            Set<String> checked = named(part, WorldPart.CheckClause.class, WorldPart.CheckClause::properties);
            return new WorldPart.RefuteClause(without(refute.properties(), checked), refute.also(), refute.place());
        }
        return clause;
    }

    private static <C extends ScenarioClause> Set<String> named(
            WorldPart.ScenarioPart part, Class<C> kind, Function<C, List<Name>> names) {
        return part.clauses().stream()
                .filter(kind::isInstance)
                .flatMap(clause -> names.apply(kind.cast(clause)).stream())
                .map(Name::text)
                .collect(Collectors.toSet());
    }

    private static List<Name> without(List<Name> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name.text())).toList();
    }

    private static boolean adds(ScenarioClause clause) {
        return clause instanceof WorldPart.CheckClause check && check.also()
                || clause instanceof WorldPart.RefuteClause refute && refute.also()
                || clause instanceof WorldPart.ReachClause reach && reach.also();
    }

    /** What a clause speaks of: the later of two that are the same replaces the earlier. */
    private static String target(ScenarioClause clause) {
        if (clause instanceof WorldPart.BindingClause binding) {
            return binding.name().text();
        }
        if (clause instanceof WorldPart.ChoiceClause choice) {
            return "choice " + choice.policy().text();
        }
        if (clause instanceof WorldPart.CapacityClause capacity) {
            return "stream " + capacity.stream().text();
        }
        return clause.getClass().getSimpleName();
    }
}
