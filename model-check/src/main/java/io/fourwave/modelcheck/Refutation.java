package io.fourwave.modelcheck;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.export.ExportedModel;
import io.fourwave.modelcheck.export.ExportedModel.Formula;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.trace.Counterexample;
import java.io.IOException;
import java.util.List;

/**
 * A property that must be violated in a scenario. It is looked at alone: TLC ends at the first violation, and that of another property
 * would hide this one's. Any of its clauses will do.
 */
final class Refutation {
    /** A run of TLC that checks these formulas and nothing else. */
    interface Run {
        TlcOutcome of(List<Formula> formulas, String what) throws IOException;
    }

    private final String scenario;
    private final String property;
    private final ExportedModel model;
    private final Run tlc;
    private final ShortestTrace traces;

    Refutation(String scenario, String property, ExportedModel model, Run tlc, ShortestTrace traces) {
        this.scenario = scenario;
        this.property = property;
        this.model = model;
        this.tlc = tlc;
        this.traces = traces;
    }

    PropertyResult result() throws IOException {
        Verdict verdict = Verdict.UNDECIDED;
        for (boolean liveness : new boolean[] {false, true}) {
            List<Formula> clauses = model.formulas().stream()
                    .filter(formula -> formula.property().equals(property) && formula.isLiveness() == liveness)
                    .toList();
            if (clauses.isEmpty()) {
                continue;
            }
            TlcOutcome outcome = tlc.of(clauses, "to be refuted: " + property);
            verdict = verdict(outcome.status());
            if (verdict != Verdict.IRREFUTABLE) {
                return new PropertyResult(property, verdict, counterexample(clauses, outcome, verdict));
            }
        }
        return new PropertyResult(property, verdict, null);
    }

    private static Verdict verdict(TlcOutcome.Status status) {
        return switch (status) {
            case VIOLATED -> Verdict.REFUTED;
            case HOLDS -> Verdict.IRREFUTABLE;
            case ERROR -> Verdict.ERROR;
            case INTERRUPTED, OUT_OF_TIME, OUT_OF_MEMORY, OUT_OF_DISK -> Verdict.UNDECIDED;
        };
    }

    private Counterexample counterexample(List<Formula> clauses, TlcOutcome outcome, Verdict verdict)
            throws IOException {
        String title = scenario + ": " + property + (verdict == Verdict.REFUTED ? " is refuted, as it must be" : "");
        return traces.tell(property, title, clauses, outcome);
    }
}
