package io.fourwave.runtime.time;

/** A clock that moves only when told to; may be read by any thread. */
public final class VirtualClock implements NanoClock {
    private volatile long nowNanos;

    /** Starts at zero. */
    public VirtualClock() {
        this(0);
    }

    /** Starts anywhere. */
    public VirtualClock(long startNanos) {
        nowNanos = startNanos;
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    /**
     * Moves forward to an instant.
     *
     * @throws IllegalArgumentException if that instant is in the past
     */
    public void advanceTo(long instantNanos) {
        if (instantNanos - nowNanos < 0) {
            throw new IllegalArgumentException("time does not run backwards: " + instantNanos + " < " + nowNanos);
        }
        nowNanos = instantNanos;
    }
}
