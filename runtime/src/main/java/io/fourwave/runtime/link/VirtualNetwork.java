package io.fourwave.runtime.link;

import io.fourwave.runtime.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Any number of loops in virtual time, on the caller's thread: deterministic, and as fast as the work itself. Time passes only
 * in {@link #advance} and its sisters, and jumps from one event (a timer's deadline, a frame's arrival) to the next.
 */
public final class VirtualNetwork {
    /** Turns at one instant after which a test is told of a storm rather than left hanging. */
    private static final int MAX_TURNS_PER_INSTANT = 1_000_000;

    private final VirtualClock clock;
    private final List<VirtualLoop> loops = new ArrayList<>();

    public VirtualNetwork() {
        this(0);
    }

    /** @param startNanos first reading of the clock */
    public VirtualNetwork(long startNanos) {
        clock = new VirtualClock(startNanos);
    }

    public VirtualClock clock() {
        return clock;
    }

    /** A loop for a link whose delays use {@link #clock()}. Loops take turns in the order of their creation. */
    public Loop loop(Link link) {
        VirtualLoop loop = new VirtualLoop(link, clock);
        loops.add(loop);
        return loop;
    }

    /** Lets everything happen that can happen now. */
    public void settle() {
        int turns = 0;
        for (boolean busy = true; busy; turns++) {
            busy = false;
            for (VirtualLoop loop : loops) {
                busy |= loop.turn();
            }
            if (turns > MAX_TURNS_PER_INSTANT) {
                throw new IllegalStateException(
                        "no end of events at " + clock.nanoTime() + " ns: a storm of packets or timers");
            }
        }
    }

    /** Lets an amount of time pass, with all that happens in it. */
    public void advance(long nanos) {
        advanceUntil(() -> false, nanos);
    }

    /**
     * Lets time pass until a condition holds (looked at between events) or the time is over.
     *
     * @return whether the condition holds
     */
    public boolean advanceUntil(BooleanSupplier condition, long limitNanos) {
        long end = clock.nanoTime() + limitNanos;
        settle();
        while (!condition.getAsBoolean()) {
            long next = nextEventNanos();
            if (next == Long.MAX_VALUE || next - end > 0) {
                clock.advanceTo(end);
                settle();
                return condition.getAsBoolean();
            }
            clock.advanceTo(next);
            settle();
        }
        return true;
    }

    /** Clock reading of the next event, or {@link Long#MAX_VALUE} if nothing will ever happen. */
    public long nextEventNanos() {
        long next = Long.MAX_VALUE;
        for (VirtualLoop loop : loops) {
            next = Math.min(next, loop.nextEventNanos());
        }
        return next;
    }

    private static final class VirtualLoop extends LoopCore {
        VirtualLoop(Link link, VirtualClock clock) {
            super(link, clock);
        }

        @Override
        public void execute(Runnable task) {
            enqueue(task);
        }

        @Override
        public boolean inLoop() {
            return true;
        }
    }
}
