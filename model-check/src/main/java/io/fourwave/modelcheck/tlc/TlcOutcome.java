package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.List;
import java.util.Map;

/**
 * What a run of TLC came to.
 *
 * @param violated name of the formula violated; empty when TLC does not say which (liveness) or none is
 * @param message what TLC said went wrong, for the statuses that are not a verdict about a formula
 * @param trace states of the counterexample, in order; also where an evaluation failed
 * @param backTo number of the state a lasso returns to; 0 for none
 * @param closing what leads from the last state back to that one; null for none, or when it could not be told
 * @param stuttering the counterexample ends by nothing happening any more
 * @param reached conditions noted, with the depth at which first
 * @param counts {@code state S}: distinct states with an end in S, twice where both are; {@code S -> T}: steps of an end from S to T
 * @param progress figures at the end
 * @param resumed distinct states of the checkpoint the run went on from; 0 when it began at the beginning
 * @param lost workers on other machines that were given up; what they worked on was done by others
 */
public record TlcOutcome(
        Status status,
        String violated,
        String message,
        List<TlcState> trace,
        int backTo,
        TlaValue closing,
        boolean stuttering,
        Map<String, Integer> reached,
        Map<String, Long> counts,
        TlcProgress progress,
        long resumed,
        int lost) {

    public enum Status {
        /** All states explored, nothing violated. */
        HOLDS,
        VIOLATED,
        /** The module is wrong or the machine did what no machine may. */
        ERROR,
        INTERRUPTED,
        OUT_OF_TIME,
        OUT_OF_MEMORY,
        OUT_OF_DISK
    }
}
