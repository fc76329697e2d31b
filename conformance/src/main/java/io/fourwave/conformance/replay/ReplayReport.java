package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.TraceException;
import java.util.Optional;

/**
 * What a replay found.
 *
 * @param mismatch the first step that does not conform, or null
 * @param truncation of a file that was read as far as it is whole, or null
 */
public record ReplayReport(
        long steps, int connections, Coverage coverage, long nanos, Mismatch mismatch, TraceException truncation) {
    /** Every step conforms. */
    public boolean conforms() {
        return mismatch == null;
    }

    public Optional<Mismatch> firstMismatch() {
        return Optional.ofNullable(mismatch);
    }

    public long stepsPerSecond() {
        return nanos <= 0 ? 0 : (long) (steps * 1e9 / nanos);
    }
}
