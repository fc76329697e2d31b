package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.tlc.TlcState;
import java.util.List;

/**
 * How a property comes to be violated.
 *
 * @param property its name in the spec
 * @param states as TLC found them, the first is the beginning
 * @param ladder the same as steps
 */
public record Counterexample(String property, List<TlcState> states, Ladder ladder) {
    /** Number of steps. */
    public int length() {
        return Math.max(0, states.size() - 1);
    }
}
