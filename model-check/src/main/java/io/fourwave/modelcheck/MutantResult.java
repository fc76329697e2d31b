package io.fourwave.modelcheck;

import io.fourwave.modelcheck.trace.Counterexample;
import java.util.List;

/**
 * What came of a mutant.
 *
 * @param property that must notice it
 * @param scenario in which it must
 * @param file that declares it
 * @param counterexample how it was killed, by another property too, or the way to the error; or null
 * @param noticedBy the properties that are violated, of those looked at
 * @param states distinct states found until that was known
 * @param seconds of all its runs together
 * @param message why it was not killed, or empty
 */
public record MutantResult(
        String name,
        String title,
        String property,
        String scenario,
        String file,
        Fate fate,
        Counterexample counterexample,
        List<String> noticedBy,
        long states,
        double seconds,
        String message) {

    public MutantResult {
        noticedBy = List.copyOf(noticedBy);
    }

    /** As it should be. */
    public boolean killed() {
        return fate == Fate.KILLED;
    }
}
