package io.fourwave.runtime.policy;

/**
 * When an acknowledgment may wait: RFC 9293 section 3.8.6.3 (at least every second full segment, SHLD-19) and RFC 5681 section 4.2 (at once for what
 * arrives out of order or fills a hole). The longest wait is the specification's timer.
 */
public final class DelayedAcknowledgment {
    /** Segments acknowledged at once when data begin to flow: a sender in slow start waits for nothing but these. */
    private static final int QUICK_SEGMENTS = 16;

    private int quickLeft = QUICK_SEGMENTS;
    private int unacknowledgedOctets;

    /**
     * Data arrived.
     *
     * @param octets of data in the segment
     * @param fullSegmentOctets what a full segment of the peer carries
     * @param inOrder it begins at the in-order edge, and nothing is held beyond it
     * @return true to acknowledge now
     */
    public boolean now(int octets, int fullSegmentOctets, boolean inOrder) {
        unacknowledgedOctets += octets;
        if (!inOrder) {
            return true;
        }
        if (quickLeft > 0) {
            quickLeft--;
            return true;
        }
        return unacknowledgedOctets >= 2 * fullSegmentOctets;
    }

    /** Something that acknowledges all data was sent. */
    public void acknowledged() {
        unacknowledgedOctets = 0;
    }

    /** As for a new connection. */
    public void reset() {
        quickLeft = QUICK_SEGMENTS;
        unacknowledgedOctets = 0;
    }
}
