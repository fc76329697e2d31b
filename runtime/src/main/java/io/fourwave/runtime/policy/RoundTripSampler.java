package io.fourwave.runtime.policy;

/**
 * Measures one segment per round trip, and never one that was sent twice: Karn's rule (RFC 6298 section 3).
 *
 * <p>One segment is timed at a time. That is one sample per round trip, which is what RFC 6298 asks for, and costs two fields instead of a list.
 */
public final class RoundTripSampler {
    /** No sample. */
    public static final long NONE = -1;

    private boolean timing;
    /** Sequence number after the timed segment: the measure ends when this is acknowledged. */
    private int endSeq;

    private long sentNanos;

    /** A segment with sequence numbers [endSeq - length, endSeq) was sent for the first time. */
    public void sent(int segmentEndSeq, long nowNanos) {
        if (!timing) {
            timing = true;
            endSeq = segmentEndSeq;
            sentNanos = nowNanos;
        }
    }

    /** Something from {@code startSeq} on was sent again: an acknowledgment can no longer be told apart if it covers that. */
    public void retransmitted(int startSeq) {
        // Only what lies wholly before the retransmission stays measurable; cumulative acknowledgments past it may be
        // late answers.
        if (timing && endSeq - startSeq > 0) {
            timing = false;
        }
    }

    /**
     * Everything before {@code ack} is acknowledged.
     *
     * @return the round trip in nanoseconds, or {@link #NONE}
     */
    public long acknowledged(int ack, long nowNanos) {
        if (timing && ack - endSeq >= 0) {
            timing = false;
            return nowNanos - sentNanos;
        }
        return NONE;
    }

    /** Forgets the segment being timed. */
    public void reset() {
        timing = false;
    }
}
