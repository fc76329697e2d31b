package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.export.ExportedModel;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the runs of a scenario are worth: a property that holds was tested only if its condition came true somewhere, and says what it seems to
 * say only if all was reached that the scenario claims to reach.
 */
final class Judgement {
    private final Protocol protocol;
    private final World.Scenario scenario;
    private final TlcOptions options;
    private final List<String> noted;
    private final Map<String, Integer> reached;

    /**
     * @param noted conditions the runs have looked for; none where no run did, and nobody knows what it would have reached
     * @param reached those that came true, with the depth at which first
     */
    Judgement(
            Protocol protocol,
            World.Scenario scenario,
            TlcOptions options,
            List<String> noted,
            Map<String, Integer> reached) {
        this.protocol = protocol;
        this.scenario = scenario;
        this.options = options;
        this.noted = noted;
        this.reached = reached;
    }

    /**
     * @param asked what was to be checked
     * @param decided properties by their names, as far as they are
     * @param complete the run that looked at all states; null when none did
     * @param problem why something is undecided; empty for nothing
     */
    ScenarioResult result(
            List<ExportedModel.Formula> asked,
            Map<String, PropertyResult> decided,
            TlcOutcome complete,
            double seconds,
            String problem) {
        Map<String, Integer> witnesses = new LinkedHashMap<>();
        Map<String, Integer> coverage = new LinkedHashMap<>();
        for (String name : noted) {
            if (name.startsWith("witness ")) {
                witnesses.put(name.substring("witness ".length()), reached.get(name));
            } else {
                coverage.put(name, reached.get(name));
            }
        }
        Map<String, Long> counts = complete == null ? Map.of() : complete.counts();
        List<String> broken = complete == null
                ? List.of()
                : Claims.broken(
                        scenario.coverage(),
                        protocol.machine(),
                        item -> coverage.get(item) != null || counts.containsKey(item));
        boolean founded = broken.isEmpty() && !witnesses.containsValue(null);
        List<PropertyResult> properties = new ArrayList<>();
        asked.stream().map(ExportedModel.Formula::property).distinct().forEach(property -> {
            PropertyResult known =
                    decided.getOrDefault(property, new PropertyResult(property, Verdict.UNDECIDED, null));
            boolean held = known.verdict() == Verdict.HOLDS && complete != null;
            Verdict doubt = isVacuous(property, coverage) ? Verdict.VACUOUS : founded ? null : Verdict.UNFOUNDED;
            properties.add(held && doubt != null ? new PropertyResult(property, doubt, null) : known);
        });
        boolean explored = complete != null;
        return new ScenarioResult(
                scenario.name(),
                scenario.title(),
                properties,
                witnesses,
                coverage,
                counts,
                broken,
                explored ? complete.progress().generated() : 0,
                explored ? complete.progress().distinct() : 0,
                explored ? complete.progress().depth() : 0,
                seconds,
                explored ? complete.progress().seconds() : 0,
                explored ? unexpected(complete) : "",
                problem);
    }

    /** All of the property's implications have left sides that are never true. */
    private static boolean isVacuous(String property, Map<String, Integer> coverage) {
        List<Map.Entry<String, Integer>> antecedents = coverage.entrySet().stream()
                .filter(entry -> entry.getKey().equals("antecedent " + property)
                        || entry.getKey().startsWith("antecedent " + property + " "))
                .toList();
        return !antecedents.isEmpty() && antecedents.stream().allMatch(entry -> entry.getValue() == null);
    }

    private String unexpected(TlcOutcome complete) {
        List<String> differences = new ArrayList<>();
        long states = complete.progress().distinct();
        int depth = complete.progress().depth();
        if (scenario.expectedStates() >= 0 && scenario.expectedStates() != states) {
            differences.add(String.format(
                    Locale.ROOT, "%,d distinct states instead of %,d", states, scenario.expectedStates()));
        }
        // Several workers do not explore strictly by depth: only one can be held to it.
        if (scenario.expectedDepth() >= 0
                && scenario.expectedDepth() != depth
                && options.workers() == 1
                && options.distribution() == null) {
            differences.add("depth " + depth + " instead of " + scenario.expectedDepth());
        }
        return String.join(", ", differences);
    }
}
