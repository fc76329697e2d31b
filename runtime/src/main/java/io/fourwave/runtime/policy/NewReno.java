package io.fourwave.runtime.policy;

/** Slow start, congestion avoidance, fast retransmit and fast recovery of RFC 5681 as corrected by NewReno, RFC 6582. */
public final class NewReno implements CongestionControl {
    /** RFC 5681 3.2: duplicates that mean a loss rather than reordering. */
    private static final int DUPLICATES = 3;

    /** Keeps every sum of windows inside an int: above what a scaled window can hold anyway (RFC 7323: 2^30). */
    private static final int MAX_WINDOW = 1 << 30;

    private final InitialWindow initialWindow;

    private int smss = 536;
    private int cwnd;
    private int ssthresh = MAX_WINDOW;
    /** RFC 6582: highest sequence number sent when the last loss was found; no second reaction to the same window of losses. */
    private int recover;

    /** Octets covered by the last acknowledgment that advanced: tells a new loss from the echo of a repair (RFC 6582 4.1). */
    private int lastAdvance;

    private int duplicates;
    private boolean recovering;
    private boolean repairing;
    private int avoidanceOctets;

    /** Duplicates since the latest repair, and how many the segments in flight at that time can bring at most. */
    private int duplicatesSinceRepair;

    /** Octets beyond a hole, as last reported. */
    private int sackedBefore;

    private int duplicatesOfOlder;

    public NewReno(InitialWindow initialWindow) {
        this.initialWindow = initialWindow;
        this.cwnd = initialWindow.octets(smss);
    }

    @Override
    public void established(int smssOctets, int iss, boolean synLost) {
        smss = smssOctets;
        // RFC 5681 3.1: one segment after a lost SYN.
        cwnd = synLost ? smss : initialWindow.octets(smss);
        ssthresh = MAX_WINDOW;
        // RFC 6582 3.2 step 1 says ISS. With ISS itself three duplicates for the first data segment (ACK-1 = ISS) would
        // not cover "more than recover",
        // and the loss of the first segment would always cost a timeout.
        recover = iss - 1;
        duplicates = 0;
        sackedBefore = 0;
        recovering = false;
        repairing = false;
        avoidanceOctets = 0;
    }

    @Override
    public boolean acknowledged(int ackedOctets, int una, int nxt) {
        duplicates = 0;
        lastAdvance = ackedOctets;
        // What was beyond the hole is in order now, but for what the next report tells.
        sackedBefore = Math.max(0, sackedBefore - ackedOctets + smss);
        if (recovering) {
            return acknowledgedInRecovery(ackedOctets, una, nxt);
        }
        if (repairing && una - recover > 0) {
            repairing = false;
        }
        if (cwnd < ssthresh) {
            // RFC 5681 3.1 (2): at most one segment per acknowledgment.
            cwnd = bounded(cwnd + Math.min(ackedOctets, smss));
        } else {
            // RFC 5681 3.1: one segment per window acknowledged (appropriate byte counting, RFC 3465 2.1).
            avoidanceOctets += ackedOctets;
            if (avoidanceOctets >= cwnd) {
                avoidanceOctets -= cwnd;
                cwnd = bounded(cwnd + smss);
            }
        }
        return false;
    }

    private boolean acknowledgedInRecovery(int ackedOctets, int una, int nxt) {
        if (una - recover > 0) {
            // Full acknowledgment: RFC 6582 3.2 step 3 (1), the form that avoids a burst.
            recovering = false;
            cwnd = Math.min(ssthresh, Math.max(nxt - una, smss) + smss);
            avoidanceOctets = 0;
            return false;
        }
        // Partial acknowledgment: the next segment is lost as well.
        cwnd = Math.max(smss, cwnd - ackedOctets);
        if (ackedOctets >= smss) {
            cwnd = bounded(cwnd + smss);
        }
        repaired(segments(nxt - una) - 1);
        return true;
    }

    @Override
    public boolean duplicate(int una, int nxt, int sackedOctets) {
        int arrived = arrived(sackedOctets);
        duplicates += arrived;
        if (recovering) {
            // RFC 5681 3.2 step 4: each further duplicate is a segment that left the network.
            cwnd = bounded(cwnd + arrived * smss);
            return repairLost(una, nxt, arrived);
        }
        if (duplicates < threshold(nxt - una)) {
            return false;
        }
        // RFC 6675 section 5: octets beyond a hole are no echo of what was sent twice. But after a timeout everything
        // is sent again anyway.
        boolean hole = sackedOctets > 0 && !repairing;
        if (una - 1 - recover <= 0 && !hole && !lostAgain()) {
            return false;
        }
        halve(nxt - una);
        recover = nxt - 1;
        cwnd = bounded(ssthresh + DUPLICATES * smss);
        recovering = true;
        repairing = false;
        repaired(segments(nxt - una) - 1 - duplicates);
        return true;
    }

    /** Segments this acknowledgment tells of: a receiver may tell of several at once, in one block (RFC 6675 counts octets likewise). */
    private int arrived(int sackedOctets) {
        int more = sackedOctets - sackedBefore;
        sackedBefore = sackedOctets;
        return Math.max(1, more / smss);
    }

    private void repaired(int duplicatesToCome) {
        duplicatesSinceRepair = 0;
        duplicatesOfOlder = Math.max(0, duplicatesToCome);
    }

    /**
     * RFC 6582 waits for the timeout when what was sent again is lost as well. More duplicates than the segments sent before the repair can bring are
     * of segments sent after it, which has then been overtaken: what RFC 8985 section 6.2 finds out by time.
     */
    private boolean repairLost(int una, int nxt, int arrived) {
        duplicatesSinceRepair += arrived;
        if (duplicatesSinceRepair <= duplicatesOfOlder) {
            return false;
        }
        // RFC 5681 4.3: a lost retransmission is a second sign of congestion. The window follows when recovery ends.
        ssthresh = Math.max(ssthresh / 2, 2 * smss);
        repaired(segments(nxt - una) - 1);
        return true;
    }

    private int segments(int octets) {
        return (octets + smss - 1) / smss;
    }

    /**
     * RFC 6582 section 4.1, the acknowledgment heuristic: below {@code recover} duplicates may only echo what was sent twice. But had the receiver had
     * the data behind, the last acknowledgment would have leapt over them; if it did not, something of the repair was lost as well.
     */
    private boolean lostAgain() {
        return cwnd > smss && lastAdvance <= 4 * smss;
    }

    /** RFC 5827, early retransmit: with fewer than four segments in flight three duplicates cannot come, and a timeout is the only other way. */
    private int threshold(int flightOctets) {
        int segments = segments(flightOctets);
        return segments >= DUPLICATES + 1 ? DUPLICATES : Math.max(1, segments - 1);
    }

    @Override
    public void timedOut(int una, int nxt, boolean first) {
        if (first) {
            // RFC 5681 3.1: a segment retransmitted before keeps the threshold of its first loss.
            halve(nxt - una);
        }
        cwnd = smss;
        recover = nxt - 1;
        recovering = false;
        repairing = true;
        duplicates = 0;
        avoidanceOctets = 0;
    }

    @Override
    public void probeRepaired(int flightOctets) {
        if (recovering || repairing) {
            // It has been answered for.
            return;
        }
        // The flight has shrunk to what came after the loss, so the window stands for it.
        halve(Math.max(flightOctets, cwnd));
        cwnd = Math.min(cwnd, ssthresh);
    }

    @Override
    public void idle() {
        // RFC 5681 4.1: the restart window.
        cwnd = Math.min(cwnd, initialWindow.octets(smss));
    }

    private void halve(int flightOctets) {
        ssthresh = Math.max(flightOctets / 2, 2 * smss);
        avoidanceOctets = 0;
    }

    @Override
    public int windowOctets() {
        // RFC 3042: the first two duplicates each let one more segment out, without touching cwnd.
        boolean limitedTransmit = !recovering && !repairing && duplicates > 0 && duplicates < DUPLICATES;
        return limitedTransmit ? cwnd + duplicates * smss : cwnd;
    }

    @Override
    public int ssthreshOctets() {
        return ssthresh;
    }

    @Override
    public boolean recovering() {
        return recovering;
    }

    @Override
    public boolean repairing() {
        return repairing;
    }

    private static int bounded(int octets) {
        return Math.min(octets, MAX_WINDOW);
    }
}
