package io.fourwave.runtime.policy;

/**
 * At most so many challenge ACKs per interval (RFC 5961 section 7), counted for one connection alone: a counter shared by all is a side channel that
 * tells an attacker off the path what connections exist.
 */
public final class ChallengeThrottle {
    private final int limit;
    private final long intervalNanos;
    private long intervalStartNanos;
    private int sent;

    /** @param limit challenge ACKs in each interval; both numbers are tunable (RFC 5961 section 7: for example 10 per 5 s) */
    public ChallengeThrottle(int limit, long intervalNanos) {
        this.limit = limit;
        this.intervalNanos = intervalNanos;
    }

    /** True, and counted, when one more may be sent. */
    public boolean permit(long nowNanos) {
        if (sent == 0 || nowNanos - intervalStartNanos >= intervalNanos) {
            intervalStartNanos = nowNanos;
            sent = 0;
        }
        if (sent >= limit) {
            return false;
        }
        sent++;
        return true;
    }
}
