package io.fourwave.modelcheck;

import io.fourwave.modelcheck.export.ExportedModel.Formula;
import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.modelcheck.trace.Telling;
import java.io.IOException;
import java.util.List;

/**
 * Tells how a formula is violated, in as few steps as possible. Several workers do not explore strictly by breadth, so what they
 * found is looked for again by one, which stops at the same depth or before: it explores no more than the others did, but for those
 * who were ahead. Where that is too much, or the formula is of whole behaviours, the trace may be longer than need be and says so.
 */
final class ShortestTrace {
    /** Distinct states one worker explores in about ten seconds. */
    private static final long MOST_STATES_AGAIN = 200_000;

    /** A run of TLC that checks one formula and nothing else. */
    interface Run {
        TlcOutcome of(Formula formula, TlcOptions options) throws IOException;
    }

    private final TlcOptions options;
    private final Vocabulary words;
    private final Run run;

    /** @param options those of the runs that find violations */
    ShortestTrace(TlcOptions options, Vocabulary words, Run run) {
        this.options = options;
        this.words = words;
        this.run = run;
    }

    /**
     * The trace of an outcome, or a shorter one; null when it has none.
     *
     * @param checked the formulas of the run it is the outcome of
     */
    Counterexample tell(String property, String title, List<Formula> checked, TlcOutcome found) throws IOException {
        if (found.trace().isEmpty()) {
            return null;
        }
        boolean byBreadth = checked.stream().noneMatch(Formula::isLiveness);
        boolean alone = options.workers() == 1 && options.distribution() == null;
        if (!byBreadth || alone) {
            return Telling.tell(property, title, found, words, byBreadth);
        }
        Formula violated = checked.stream()
                .filter(formula -> formula.name().equals(found.violated()))
                .findFirst()
                .orElse(null);
        if (violated != null && found.progress().distinct() <= MOST_STATES_AGAIN) {
            TlcOutcome again = run.of(
                    violated, options.withWorkers(1).withCheckpoints(null).withDistribution(null));
            if (again.status() == TlcOutcome.Status.VIOLATED) {
                return Telling.tell(property, title, again, words, true);
            }
        }
        return Telling.tell(property, title, found, words, false);
    }
}
