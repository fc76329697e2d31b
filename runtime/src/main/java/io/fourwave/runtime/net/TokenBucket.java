package io.fourwave.runtime.net;

/** Limits the rate of answers that strangers can provoke (RFC 1812 4.3.2.8). */
final class TokenBucket {
    private final int burst;
    private final long nanosPerToken;
    private long fullAtNanos;

    /**
     * @param burst answers that may go out at once
     * @param perSecond answers per second in the long run
     */
    TokenBucket(int burst, int perSecond, long nowNanos) {
        this.burst = burst;
        nanosPerToken = 1_000_000_000L / perSecond;
        fullAtNanos = nowNanos;
    }

    /** Takes a token if there is one. */
    boolean take(long nowNanos) {
        if (fullAtNanos - nowNanos < 0) {
            fullAtNanos = nowNanos;
        }
        if (fullAtNanos - nowNanos > (burst - 1) * nanosPerToken) {
            return false;
        }
        fullAtNanos += nanosPerToken;
        return true;
    }
}
