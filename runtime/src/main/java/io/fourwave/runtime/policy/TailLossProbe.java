package io.fourwave.runtime.policy;

/**
 * When a tail loss probe is worth sending, how long it waits, and what its acknowledgment tells: RFC 8985 sections 7.2 to 7.4. What the probe is, and that
 * the retransmission timer follows it, the specification says.
 */
final class TailLossProbe {
    /** RFC 8985 7.2: before the first round-trip sample. */
    private static final long UNSAMPLED_NANOS = 1_000_000_000L;

    /** RFC 8985 7.2: not later than the retransmission timer, which would be first if they were due together. */
    private static final long BEFORE_RTO_NANOS = 1_000_000L;

    private boolean unanswered;
    private boolean again;
    private int endSeq;
    private boolean sampledSince;
    private boolean holesKnown;
    private boolean newDataDue;

    /** As for a new connection. */
    void reset() {
        unanswered = false;
        again = false;
        endSeq = 0;
        sampledSince = true;
        holesKnown = false;
        newDataDue = false;
    }

    /** Section 7.2 and R8985.10: with SACK, while nothing is being repaired or known to be missing, one at a time, and a sample of the path between two. */
    boolean worthwhile(boolean sack, boolean repairing) {
        return sack && !repairing && !holesKnown && !unanswered && sampledSince;
    }

    /** Section 7.2, TLP_calc_PTO; a lone segment's acknowledgment may be delayed by {@code longerNanos}. */
    long timeoutNanos(RetransmissionTimeout timeout, boolean oneSegment, long longerNanos) {
        long wanted = !timeout.sampled() ? UNSAMPLED_NANOS : 2 * timeout.srttNanos() + (oneSegment ? longerNanos : 0);
        return Math.min(wanted, timeout.rtoNanos() - BEFORE_RTO_NANOS);
    }

    /** Section 7.3. {@code last}: the last segment is sent again, else new data go. */
    void sent(int nxt, boolean last) {
        unanswered = true;
        again = last;
        endSeq = nxt;
        sampledSince = false;
        newDataDue = !last;
    }

    /** Whether new data go as a probe, though the congestion window has no room for them. */
    boolean newDataDue() {
        return newDataDue;
    }

    /** The probe of new data went out and ends here. */
    void newDataSent(int end) {
        if (newDataDue) {
            newDataDue = false;
            endSeq = end;
        }
    }

    void sampled() {
        sampledSince = true;
    }

    /**
     * New data were acknowledged.
     *
     * @return whether the probe repaired a loss, to which the congestion control has not reacted: section 7.4.2
     */
    boolean acknowledged(int una) {
        holesKnown = false;
        if (!unanswered || una - endSeq < 0) {
            return false;
        }
        if (again && una == endSeq) {
            // The segment or its copy: only a second acknowledgment tells whether both arrived.
            return false;
        }
        unanswered = false;
        return again;
    }

    /** A duplicate acknowledgment. One of all the probe repeated means that the segment and its copy both arrived: nothing was lost. */
    void duplicate(int una) {
        if (unanswered && again && una == endSeq) {
            unanswered = false;
        } else {
            holesKnown = true;
        }
    }

    /** The retransmission timer expired: whatever was being found out, it is lost. */
    void timedOut() {
        unanswered = false;
        newDataDue = false;
        holesKnown = false;
    }
}
