package io.fourwave.spec.claims;

import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is wrong with a table of claims. That a property is checked in a scenario is all there is to ask here: {@code fourwave check} fails when one that is checked
 * does not hold, one that is refuted does, a witness is not reached or a mutant survives.
 */
final class ClaimsAudit {
    private final List<Map<String, String>> data;
    private final Map<String, World.Scenario> scenarios;
    private final Map<String, World.Mutant> mutants;
    private final Set<String> sets;

    /** @param sets of scenarios somebody runs */
    ClaimsAudit(List<Map<String, String>> data, World world, Set<String> sets) {
        this.data = data;
        this.scenarios =
                world.scenarios().stream().collect(Collectors.toMap(World.Scenario::name, Function.identity()));
        this.mutants = world.mutants().stream().collect(Collectors.toMap(World.Mutant::name, Function.identity()));
        this.sets = sets;
    }

    /** Each problem in a sentence that begins with the claim's number. */
    List<String> problems(List<Claim> claims) {
        List<String> problems = new ArrayList<>();
        List<String> expected = data.stream().map(record -> record.get("claim")).toList();
        List<String> actual = claims.stream().map(Claim::id).toList();
        if (!actual.equals(expected)) {
            problems.add("claims: " + actual + " instead of " + expected);
            return problems;
        }
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            quoted(claim, data.get(i)).forEach(problem -> problems.add(claim.id() + ": " + problem));
            decided(claim).forEach(problem -> problems.add(claim.id() + ": " + problem));
            claim.evidence().stream()
                    .filter(evidence -> !exists(evidence))
                    .forEach(evidence -> problems.add(claim.id() + ": nothing " + evidence));
        }
        return problems;
    }

    private static List<String> quoted(Claim claim, Map<String, String> record) {
        List<String> problems = new ArrayList<>();
        if (!claim.text().equals(record.get("claim_text"))) {
            problems.add("the claim is \"" + record.get("claim_text") + "\"");
        }
        if (!claim.measured().equals(record.get("verdict"))) {
            problems.add("measured: " + record.get("verdict"));
        }
        if (!claim.runs().equals(record.get("scenarios"))) {
            problems.add("runs: " + record.get("scenarios"));
        }
        return problems;
    }

    private static List<String> decided(Claim claim) {
        List<String> problems = new ArrayList<>();
        if (!Claim.VERDICTS.contains(claim.model())) {
            problems.add("`" + claim.model() + "` is no verdict: " + Claim.VERDICTS);
        }
        boolean decided = !claim.model().equals("undecided");
        if (decided && claim.evidence().isEmpty()) {
            problems.add("decided by nothing");
        }
        if (!decided && !claim.evidence().isEmpty()) {
            problems.add("undecided in spite of " + claim.evidence().get(0));
        }
        if (!claim.proofIsAllEvidence()) {
            problems.add("more than evidence, separated by `; `: " + claim.proof());
        }
        // Where the two do not say the same, the reader must be told why; and why the model says nothing.
        if (claim.isSaidOtherwiseByTheModel() && claim.remark().isEmpty()) {
            problems.add("no word on why measurement and model differ");
        }
        return problems;
    }

    private boolean exists(Claim.Evidence evidence) {
        World.Scenario scenario = scenarios.get(evidence.scenario());
        if (scenario == null || scenario.sets().stream().noneMatch(sets::contains)) {
            return false;
        }
        boolean killed = evidence.kind().equals("killed");
        return killed == (evidence.by() != null)
                && switch (evidence.kind()) {
                    case "holds" -> scenario.properties().contains(evidence.name());
                    case "refuted" -> scenario.refuted().contains(evidence.name());
                    case "reached" -> scenario.witnesses().contains(evidence.name());
                    case "covered" -> covers(scenario.coverage(), evidence.name());
                    case "killed" -> kills(mutants.get(evidence.name()), evidence);
                    default -> false;
                };
    }

    /** Claims of what `all except` covers would break silently; only what is named counts. */
    private static boolean covers(World.Coverage coverage, String item) {
        return coverage != null && !coverage.all() && texts(coverage.items()).contains(item);
    }

    private static List<String> texts(Collection<World.CoverItem> items) {
        return items.stream().map(World.CoverItem::text).toList();
    }

    private static boolean kills(World.Mutant mutant, Claim.Evidence evidence) {
        return mutant != null
                && mutant.property().equals(evidence.by())
                && mutant.scenario().equals(evidence.scenario());
    }
}
