package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.child.TlcProgress;

/** Is told how a check goes on; by one thread at a time, but not always by the same. */
public interface ProgressListener {
    /** A listener that does not care. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A run of TLC begins.
     *
     * @param what the scenario or mutant, and what is asked of it: {@code pr: leads-to}
     * @param number which scenario or mutant this is, from 1
     * @param total how many there are
     * @param pinnedStates how many distinct states the scenario says it has, or -1
     */
    default void begins(String what, int number, int total, long pinnedStates) {}

    /** About twice a second, of the run that began last. */
    default void progress(TlcProgress progress) {}

    default void scenario(ScenarioResult result) {}

    default void mutant(MutantResult result) {}

    /** The JVM is going down before the end: what was decided so far. Called from its shutdown hook, for the last word. */
    default void interrupted(Report soFar) {}

    /**
     * A property is violated.
     *
     * @return whether to go on; else the check is interrupted
     */
    default boolean violated(String scenario, String property) {
        return true;
    }
}
