package io.fourwave.runtime.policy;

/**
 * The retransmission timeout of RFC 6298, without its back-off: that is the timer's business in the specification ({@code backoff x2 up to …}).
 *
 * <p>All times are nanoseconds. Which round trips may be measured (Karn's rule) is {@link RoundTripSampler}'s.
 */
public final class RetransmissionTimeout {
    /** RFC 6298 5.7: the timeout data transfer starts with when the SYN had to be sent again. */
    public static final long AFTER_LOST_SYN_NANOS = 3_000_000_000L;

    private final long initialNanos;
    private final long minNanos;
    private final long maxNanos;
    private final long granularityNanos;

    private boolean sampled;
    private long srttNanos;
    private long rttvarNanos;
    private long rtoNanos;

    /**
     * @param initialNanos before the first sample (RFC 6298 2.1: 1 s)
     * @param minNanos lower bound (RFC 6298 2.4: 1 s; Linux 200 ms)
     * @param maxNanos upper bound (RFC 6298 2.5: at least 60 s)
     * @param granularityNanos the clock's G of RFC 6298 2
     */
    public RetransmissionTimeout(long initialNanos, long minNanos, long maxNanos, long granularityNanos) {
        if (initialNanos <= 0 || minNanos <= 0 || maxNanos < minNanos || granularityNanos <= 0) {
            throw new IllegalArgumentException("RTO bounds must be positive and ordered: initial " + initialNanos
                    + ", min " + minNanos + ", max " + maxNanos + ", granularity " + granularityNanos);
        }
        this.initialNanos = initialNanos;
        this.minNanos = minNanos;
        this.maxNanos = maxNanos;
        this.granularityNanos = granularityNanos;
        reset();
    }

    /** As before the first sample. */
    public void reset() {
        sampled = false;
        srttNanos = 0;
        rttvarNanos = 0;
        rtoNanos = Math.min(initialNanos, maxNanos);
    }

    /** A round trip was measured; negative values (a clock set back) are no samples. */
    public void sample(long rttNanos) {
        if (rttNanos < 0) {
            return;
        }
        if (!sampled) {
            // 2.2: the first sample.
            sampled = true;
            srttNanos = rttNanos;
            rttvarNanos = rttNanos / 2;
        } else {
            // 2.3: RTTVAR first, with the old SRTT. alpha = 1/8, beta = 1/4.
            rttvarNanos += (Math.abs(srttNanos - rttNanos) - rttvarNanos) / 4;
            srttNanos += (rttNanos - srttNanos) / 8;
        }
        long wanted = srttNanos + Math.max(granularityNanos, 4 * rttvarNanos);
        rtoNanos = Math.min(maxNanos, Math.max(minNanos, wanted));
    }

    /** RFC 6298 5.7: the SYN was lost, so the timeout is not known to fit the path; data transfer starts with 3 s unless a sample says otherwise. */
    public void synWasRetransmitted() {
        if (!sampled) {
            rtoNanos = Math.min(maxNanos, Math.max(rtoNanos, AFTER_LOST_SYN_NANOS));
        }
    }

    /** The timeout before any back-off. */
    public long rtoNanos() {
        return rtoNanos;
    }

    /** Smoothed round-trip time; 0 before the first sample. */
    public long srttNanos() {
        return srttNanos;
    }

    /** Round-trip variation; 0 before the first sample. */
    public long rttvarNanos() {
        return rttvarNanos;
    }

    public boolean sampled() {
        return sampled;
    }

    /** For saving and restoring a connection: the values {@link #restore} takes back. */
    public void restore(boolean hadSample, long srtt, long rttvar, long rto) {
        sampled = hadSample;
        srttNanos = srtt;
        rttvarNanos = rttvar;
        rtoNanos = rto;
    }
}
