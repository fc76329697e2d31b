package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How long a run still takes. Where the scenario pins its number of states, from what is missing and how fast new ones are found; else from
 * the queue, once it gets shorter. Both of the last minute: a run begins slowly, and ends with states that lead nowhere new.
 */
public final class Estimate {
    private static final double WINDOW_SECONDS = 60;
    /** Less than this says nothing yet. */
    private static final double LEAST_SECONDS = 2;

    private final long pinnedStates;
    private final Deque<TlcProgress> recent = new ArrayDeque<>();

    /** @param pinnedStates -1 when the scenario pins none */
    public Estimate(long pinnedStates) {
        this.pinnedStates = pinnedStates;
    }

    /** Seconds left, after this; empty when nobody knows. */
    public OptionalDouble seconds(TlcProgress now) {
        recent.addLast(now);
        while (recent.size() > 2 && now.seconds() - recent.peekFirst().seconds() > WINDOW_SECONDS) {
            recent.removeFirst();
        }
        TlcProgress then = recent.peekFirst();
        double seconds = now.seconds() - then.seconds();
        if (seconds < LEAST_SECONDS) {
            return OptionalDouble.empty();
        }
        if (pinnedStates >= 0) {
            long found = now.distinct() - then.distinct();
            long missing = pinnedStates - now.distinct();
            return found <= 0 || missing < 0 ? OptionalDouble.empty() : OptionalDouble.of(missing * seconds / found);
        }
        long shorter = then.queue() - now.queue();
        return shorter <= 0 ? OptionalDouble.empty() : OptionalDouble.of(now.queue() * seconds / shorter);
    }
}
