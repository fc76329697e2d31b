package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.export.ExportedModel;
import io.fourwave.modelcheck.export.TlaExport;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One scenario: a run for everything that is true or false of states and steps, and one under fairness for what leads to what. TLC
 * stops at the first violation; what is violated is then left out and the rest looked at again, so that every property gets its verdict.
 */
final class ScenarioCheck {
    private final Protocol protocol;
    private final World.Scenario scenario;
    private final String label;
    private final ModelCheck check;
    private final Path directory;
    private final TlcOptions options;
    private final Map<String, PropertyResult> decided = new LinkedHashMap<>();
    private final Map<String, Integer> reached = new LinkedHashMap<>();
    private ExportedModel model;
    private ShortestTrace traces;
    private TlcOutcome complete;
    private boolean only;

    /** Some run noted what it reached. Where none did, nobody knows what it would have been. */
    private boolean looked;

    private ScenarioRuns runs;
    private String error = "";
    private Consumer<String> violation = property -> {};

    /**
     * @param label what its runs are called
     * @param options of TLC, which may differ from those the check was asked for
     */
    ScenarioCheck(
            Protocol protocol,
            World.Scenario scenario,
            String label,
            ModelCheck check,
            Path directory,
            TlcOptions options) {
        this.protocol = protocol;
        this.scenario = scenario;
        this.label = label;
        this.check = check;
        this.directory = directory;
        this.options = options;
    }

    /** @param listener told the name of each property that is violated and must not be, at once */
    ScenarioCheck telling(Consumer<String> listener) {
        violation = listener;
        return this;
    }

    /** @param only names of the properties asked for; empty for all the scenario checks */
    ScenarioResult run(Set<String> only) throws IOException {
        try {
            model = TlaExport.export(protocol, scenario);
        } catch (ExportException e) {
            return result(List.of(), e.getMessage() + "\nhelp: " + e.help());
        }
        model.writeTo(directory);
        runs = new ScenarioRuns(scenario, label, check, directory, options, model);
        traces = new ShortestTrace(options, model.vocabulary(), runs::again);
        List<ExportedModel.Formula> asked = model.formulas().stream()
                .filter(formula -> only.isEmpty() || only.contains(formula.property()))
                .toList();
        this.only = !only.isEmpty();
        List<ExportedModel.Formula> checked =
                asked.stream().filter(formula -> !isRefuted(formula)).toList();
        if (explores(scenario)) {
            safety(new ArrayList<>(
                    checked.stream().filter(formula -> !formula.isLiveness()).toList()));
            liveness(checked.stream().filter(ExportedModel.Formula::isLiveness).toList());
        }
        refute(asked);
        return result(
                explores(scenario)
                        ? asked
                        : asked.stream().filter(this::isRefuted).toList(),
                error);
    }

    /** Distinct states found by the run that found most. */
    long distinct() {
        return runs == null ? 0 : runs.distinct();
    }

    /** Whether all its states are looked at: not when all that is asked is to violate something. */
    static boolean explores(World.Scenario scenario) {
        return scenario.refuted().isEmpty()
                || !scenario.properties().isEmpty()
                || !scenario.witnesses().isEmpty()
                || scenario.coverage() != null
                || scenario.expectedStates() >= 0
                || scenario.expectedDepth() >= 0;
    }

    private boolean isRefuted(ExportedModel.Formula formula) {
        return scenario.refuted().contains(formula.property());
    }

    private void refute(List<ExportedModel.Formula> asked) throws IOException {
        Set<String> names = new LinkedHashSet<>(scenario.refuted());
        names.retainAll(asked.stream().map(ExportedModel.Formula::property).toList());
        for (String name : names) {
            if (!check.stopped() && error.isEmpty()) {
                decided.put(
                        name,
                        new Refutation(
                                        scenario.name(),
                                        name,
                                        model,
                                        (formulas, what) -> tlc(formulas, what, "_refute_" + name, -1),
                                        traces)
                                .result());
            }
        }
    }

    private void safety(List<ExportedModel.Formula> open) throws IOException {
        // Asked for a property or two, nobody wants to know the rest of the states once they are decided.
        while (!check.stopped() && error.isEmpty() && !(only && open.isEmpty())) {
            TlcOutcome outcome = tlc(open, "states and steps");
            outcome.reached().forEach(reached::putIfAbsent);
            looked = true;
            if (outcome.status() != TlcOutcome.Status.VIOLATED) {
                if (outcome.status() == TlcOutcome.Status.HOLDS) {
                    complete = outcome;
                }
                for (ExportedModel.Formula formula : open) {
                    decide(formula, outcome, open);
                }
                return;
            }
            ExportedModel.Formula violated = open.stream()
                    .filter(formula -> formula.name().equals(outcome.violated()))
                    .findFirst()
                    .orElse(null);
            if (violated == null) {
                error = "the checker reports a violation of `" + outcome.violated() + "`, which was not asked for";
                return;
            }
            decide(violated, outcome, open);
            // One clause violated is the property violated.
            open.removeIf(formula -> formula.property().equals(violated.property()));
        }
    }

    /** TLC does not say which of several liveness properties is violated: if any is, each is asked alone. */
    private void liveness(List<ExportedModel.Formula> formulas) throws IOException {
        List<ExportedModel.Formula> open = formulas.stream()
                .filter(formula -> !isViolated(formula.property()))
                .toList();
        if (open.isEmpty() || check.stopped() || !error.isEmpty()) {
            return;
        }
        TlcOutcome together = tlc(open, "leads to");
        if (together.status() != TlcOutcome.Status.VIOLATED || open.size() == 1) {
            for (ExportedModel.Formula formula : open) {
                decide(formula, together, open);
            }
            return;
        }
        for (ExportedModel.Formula formula : open) {
            if (!check.stopped() && error.isEmpty() && !isViolated(formula.property())) {
                List<ExportedModel.Formula> alone = List.of(formula);
                decide(formula, tlc(alone, "leads to: " + formula.property()), alone);
            }
        }
    }

    private boolean isViolated(String property) {
        PropertyResult known = decided.get(property);
        return known != null && known.verdict() == Verdict.VIOLATED;
    }

    private TlcOutcome tlc(List<ExportedModel.Formula> formulas, String what) throws IOException {
        boolean liveness = formulas.stream().anyMatch(ExportedModel.Formula::isLiveness);
        return tlc(formulas, what, liveness ? "_live" : "", only ? -1 : scenario.expectedStates());
    }

    private TlcOutcome tlc(List<ExportedModel.Formula> formulas, String what, String suffix, long pinned)
            throws IOException {
        TlcOutcome outcome = runs.next(formulas, what, suffix, pinned);
        error = Ends.told(outcome, options);
        return outcome;
    }

    /** @param checked the formulas of the run it is the outcome of */
    private void decide(ExportedModel.Formula formula, TlcOutcome outcome, List<ExportedModel.Formula> checked)
            throws IOException {
        Verdict verdict = switch (outcome.status()) {
            case HOLDS -> Verdict.HOLDS;
            case VIOLATED -> Verdict.VIOLATED;
            case ERROR -> Verdict.ERROR;
            case INTERRUPTED, OUT_OF_TIME, OUT_OF_MEMORY, OUT_OF_DISK -> Verdict.UNDECIDED;
        };
        String title =
                scenario.name() + ": " + formula.property() + (verdict == Verdict.VIOLATED ? " is violated" : "");
        Counterexample counterexample = traces.tell(formula.property(), title, checked, outcome);
        PropertyResult result = new PropertyResult(formula.property(), verdict, counterexample);
        if (verdict == Verdict.VIOLATED) {
            violation.accept(formula.property());
        }
        // The worst verdict of its clauses is the property's.
        decided.merge(formula.property(), result, (a, b) -> a.verdict().compareTo(b.verdict()) >= 0 ? a : b);
    }

    private ScenarioResult result(List<ExportedModel.Formula> asked, String problem) {
        return new Judgement(protocol, scenario, options, looked && model != null ? model.noted() : List.of(), reached)
                .result(asked, decided, complete, runs == null ? 0 : runs.seconds(), problem);
    }
}
