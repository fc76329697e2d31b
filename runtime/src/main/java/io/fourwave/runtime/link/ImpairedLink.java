package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Frame;

/** Any link made worse, in both directions: seeded loss, duplication, reordering and delay. Its counters are those of the link itself. */
public final class ImpairedLink extends ForwardingLink {
    private static final int MAX_IN_TRANSIT = 4096;

    private final NanoClock clock;
    private final DelayLine inward;
    private final DelayLine outward;
    private final Frame received = new Frame();
    private final Frame released = new Frame();

    /** @param clock the one the link's loop uses */
    public ImpairedLink(Link link, NanoClock clock, Impairment inward, Impairment outward) {
        super(link);
        this.clock = clock;
        this.inward = new DelayLine(inward, MAX_IN_TRANSIT);
        this.outward = new DelayLine(outward, MAX_IN_TRANSIT);
    }

    /** What happened to received frames; any thread. */
    public EnumCounters<ImpairmentCounter> inwardCounters() {
        return inward.counters();
    }

    /** What happened to sent frames; any thread. */
    public EnumCounters<ImpairmentCounter> outwardCounters() {
        return outward.counters();
    }

    @Override
    public boolean receive(Frame into) {
        long now = clock.nanoTime();
        release(now);
        while (!inward.take(into, now)) {
            if (!super.receive(received)) {
                return false;
            }
            inward.offer(received, now);
        }
        return true;
    }

    @Override
    public boolean send(Frame frame) {
        long now = clock.nanoTime();
        outward.offer(frame, now);
        release(now);
        return true;
    }

    private void release(long now) {
        while (outward.take(released, now)) {
            super.send(released);
        }
    }

    @Override
    public void poll(long timeoutNanos) {
        long release = Math.min(inward.nextReleaseNanos(), outward.nextReleaseNanos());
        super.poll(release == Long.MAX_VALUE ? timeoutNanos : Math.min(timeoutNanos, release - clock.nanoTime()));
    }

    @Override
    public long nextEventNanos() {
        return Math.min(super.nextEventNanos(), Math.min(inward.nextReleaseNanos(), outward.nextReleaseNanos()));
    }
}
