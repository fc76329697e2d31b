package io.fourwave.runtime.policy;

import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.tcp.Policies;

/** The policies of one connection: what the specification asks, put to the classes that know each rule. */
public final class TcpPolicies implements Policies {
    /** The clock's G of RFC 6298: timestamps tick in milliseconds, everything else in nanoseconds. */
    private static final long GRANULARITY_NANOS = 1_000_000;

    private final ConnectionContext context;
    private final RetransmissionTimeout timeout;
    private final RoundTripSampler sampler = new RoundTripSampler();
    private final DelayedAcknowledgment delayed = new DelayedAcknowledgment();
    private final TailLossProbe probe = new TailLossProbe();
    private final CongestionControl congestion;

    private boolean nagleOff;
    private boolean resendNow;
    private boolean synLost;
    private long handshakeStartNanos;
    private long lastSentNanos;
    private int peerSegmentOctets;

    public TcpPolicies(ConnectionContext context, Parameters parameters, CongestionControl congestion) {
        this.context = context;
        this.congestion = congestion;
        this.timeout = new RetransmissionTimeout(
                parameters.rtoInitialNanos(), parameters.rtoMinNanos(), parameters.rtoMaxNanos(), GRANULARITY_NANOS);
        reset();
    }

    /** As for a new connection. */
    private void reset() {
        timeout.reset();
        sampler.reset();
        delayed.reset();
        probe.reset();
        resendNow = false;
        synLost = false;
        lastSentNanos = 0;
        peerSegmentOctets = 536;
    }

    /** The user's wish, on top of the parameter. */
    public void nagleOff(boolean off) {
        nagleOff = off;
    }

    public RetransmissionTimeout timeout() {
        return timeout;
    }

    public CongestionControl congestion() {
        return congestion;
    }

    @Override
    public int initialSequenceNumber(long nowNanos) {
        reset();
        handshakeStartNanos = nowNanos;
        return context.initialSequenceNumber(nowNanos);
    }

    @Override
    public boolean listening(long nowNanos) {
        return context.listening();
    }

    @Override
    public long rto(long nowNanos, long low, long high, long initialNanos) {
        return timeout.rtoNanos();
    }

    @Override
    public long persistInterval(long nowNanos, long low, long high, int probes) {
        // SHLD-29, SHLD-30: one RTO, then growing exponentially.
        long interval = timeout.rtoNanos();
        for (int i = 0; i < probes && interval < high; i++) {
            interval *= 2;
        }
        return interval;
    }

    @Override
    public boolean delayAcknowledgment(long nowNanos, int octets) {
        if (octets == 0) {
            // A FIN: the peer waits for nothing else.
            return false;
        }
        peerSegmentOctets = Math.max(peerSegmentOctets, octets);
        return !delayed.now(octets, peerSegmentOctets, true);
    }

    @Override
    public int octetsToSend(
            long nowNanos,
            int low,
            int high,
            int unsent,
            int window,
            int outstanding,
            int maxWindow,
            int mss,
            boolean nagle,
            boolean closing) {
        if (outstanding == 0 && nowNanos - lastSentNanos > timeout.rtoNanos()) {
            congestion.idle();
        }
        int segment = context.segmentOctets(mss);
        if (probe.newDataDue()) {
            return Math.min(segment, Math.min(unsent, window));
        }
        int room = Math.min(window, congestion.windowOctets() - outstanding);
        // A last small segment takes the FIN with it: nothing that could still join it will come.
        boolean wait = nagle && !nagleOff && !closing;
        int octets = SegmentSizing.newDataOctets(unsent, room, segment, maxWindow, outstanding == 0, wait);
        if (octets >= segment) {
            return fullSegments(Math.min(unsent, room), segment);
        }
        // With nothing in flight no event would ever come to end the waiting: what there is room for goes now (the
        // override of 3.8.6.2.1).
        return octets == 0 && low > 0 ? Math.min(segment, Math.min(unsent, window)) : octets;
    }

    @Override
    public int octetsToResend(long nowNanos, int low, int high, int lost, int outstanding, int mss) {
        int segment = context.segmentOctets(mss);
        int room = congestion.windowOctets() - (outstanding - lost);
        if (room < Math.min(segment, lost)) {
            return 0;
        }
        if (lost <= segment || congestion.recovering()) {
            // Fast recovery knows of one lost segment at a time.
            return Math.min(lost, segment);
        }
        return fullSegments(Math.min(lost, room), segment);
    }

    private int fullSegments(int octets, int segment) {
        int burst = Math.min(octets, context.burstOctets(segment));
        return burst - burst % segment;
    }

    @Override
    public boolean fastRetransmit(long nowNanos) {
        boolean now = resendNow;
        resendNow = false;
        if (now) {
            context.fastRetransmit();
        }
        return now;
    }

    @Override
    public boolean lossProbe(long nowNanos, boolean sack) {
        return probe.worthwhile(sack, congestion.recovering() || congestion.repairing());
    }

    @Override
    public long lossProbeTimeout(long nowNanos, long low, long high, long longerNanos, int outstanding, int mss) {
        return probe.timeoutNanos(timeout, outstanding <= context.segmentOctets(mss), longerNanos);
    }

    @Override
    public int octetsToProbe(long nowNanos, int low, int high, int outstanding, int mss) {
        return Math.min(outstanding, context.segmentOctets(mss));
    }

    @Override
    public void probed(long nowNanos, int nxt, boolean again) {
        probe.sent(nxt, again);
    }

    @Override
    public void established(long nowNanos, int mss, int iss, int sendScale, int receiveScale) {
        if (synLost) {
            timeout.synWasRetransmitted();
        } else {
            timeout.sample(nowNanos - handshakeStartNanos);
        }
        congestion.established(context.segmentOctets(mss), iss, synLost);
    }

    @Override
    public void sent(long nowNanos, int from, int octets) {
        lastSentNanos = nowNanos;
        sampler.sent(from + octets, nowNanos);
        probe.newDataSent(from + octets);
    }

    @Override
    public void retransmitted(long nowNanos, int from, int octets) {
        lastSentNanos = nowNanos;
        sampler.retransmitted(from);
        context.retransmitted(octets);
    }

    @Override
    public void acknowledged(long nowNanos, int octets, int una, int nxt, boolean timestamped, int echo) {
        long rtt = sampler.acknowledged(una, nowNanos);
        if (rtt == RoundTripSampler.NONE && timestamped) {
            // The echo tells which transmission is answered: no ambiguity (RFC 6298 section 3).
            rtt = (context.timestampMillis(nowNanos) - echo) * GRANULARITY_NANOS;
        }
        if (rtt != RoundTripSampler.NONE) {
            timeout.sample(rtt);
            probe.sampled();
        }
        if (probe.acknowledged(una)) {
            congestion.probeRepaired(nxt - una);
        }
        if (congestion.acknowledged(octets, una, nxt)) {
            resendNow = true;
        }
    }

    @Override
    public void repeatedAcknowledgment(long nowNanos, int una, int nxt, boolean duplicate, int sackedOctets) {
        if (!duplicate) {
            return;
        }
        probe.duplicate(una);
        // With nothing outstanding nothing can be lost.
        if (una != nxt && congestion.duplicate(una, nxt, sackedOctets)) {
            resendNow = true;
        }
    }

    @Override
    public void retransmissionTimeout(long nowNanos, int una, int nxt, int retries) {
        sampler.reset();
        probe.timedOut();
        resendNow = false;
        synLost = true;
        congestion.timedOut(una, nxt, retries == 0);
        context.timedOut();
    }

    @Override
    public void received(long nowNanos, int octets) {
        // Counted where acknowledgments are decided.
    }

    @Override
    public void acknowledgmentSent(long nowNanos) {
        delayed.acknowledged();
    }

    @Override
    public void urgentData(long nowNanos, int octets) {
        context.urgentData(octets);
    }
}
