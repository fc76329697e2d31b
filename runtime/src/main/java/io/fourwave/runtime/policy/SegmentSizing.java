package io.fourwave.runtime.policy;

/** When data are worth a segment: the sender's silly window avoidance of RFC 9293 section 3.8.6.2.1 (MUST-38) with the Nagle algorithm (3.7.4). */
public final class SegmentSizing {
    private SegmentSizing() {}

    /**
     * Octets to send now as new data, or 0 to wait. Everything counts as pushed: the interface has no way to hold data back.
     *
     * @param queuedOctets D: waiting to be sent for the first time
     * @param usableOctets U: room in the peer's window
     * @param maxSegmentOctets what one segment may carry (Eff.snd.MSS)
     * @param maxWindowOctets largest window the peer ever offered
     * @param nothingInFlight SND.NXT = SND.UNA
     * @param nagle small segments wait while something is unacknowledged (SHLD-7; may be switched off, MUST-17)
     */
    public static int newDataOctets(
            int queuedOctets,
            int usableOctets,
            int maxSegmentOctets,
            int maxWindowOctets,
            boolean nothingInFlight,
            boolean nagle) {
        int sendable = Math.min(queuedOctets, usableOctets);
        if (sendable <= 0) {
            return 0;
        }
        if (sendable >= maxSegmentOctets) {
            return maxSegmentOctets;
        }
        if (nagle && !nothingInFlight) {
            return 0;
        }
        if (queuedOctets <= usableOctets) {
            return sendable;
        }
        // (3): Fs = 1/2. Less than that of a small window waits for the window to open, or for the override timer (the
        // specification's persist timer).
        return 2L * sendable >= maxWindowOctets ? sendable : 0;
    }
}
