package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.MacAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One end of a cable in memory. With a {@link io.fourwave.runtime.time.VirtualClock} and a {@link VirtualNetwork} it is
 * deterministic; with the system's clock its two ends may be driven by two {@link EventLoop}s.
 */
public final class MemoryLink implements Link {
    private static final int MAX_IN_TRANSIT = 4096;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String name;
    private final int mtuOctets;
    private final NanoClock clock;
    private final ReentrantLock lock;
    private final Condition arrival;
    private final DelayLine inward;
    private final EnumCounters<LinkCounter> counters = new EnumCounters<>(LinkCounter.class);
    private MemoryLink peer;
    private boolean woken;
    private boolean closed;

    private MemoryLink(String name, int mtuOctets, NanoClock clock, ReentrantLock lock, Impairment inwardImpairment) {
        this.name = name;
        this.mtuOctets = mtuOctets;
        this.clock = clock;
        this.lock = lock;
        arrival = lock.newCondition();
        inward = new DelayLine(inwardImpairment, MAX_IN_TRANSIT);
    }

    /**
     * A cable with two ends.
     *
     * @param firstToSecond what happens to frames sent by {@link Pair#first()}
     * @param secondToFirst what happens to frames sent by {@link Pair#second()}
     */
    public static Pair pair(NanoClock clock, int mtuOctets, Impairment firstToSecond, Impairment secondToFirst) {
        ReentrantLock lock = new ReentrantLock();
        MemoryLink first = new MemoryLink("memory0", mtuOctets, clock, lock, secondToFirst);
        MemoryLink second = new MemoryLink("memory1", mtuOctets, clock, lock, firstToSecond);
        first.peer = second;
        second.peer = first;
        return new Pair(first, second);
    }

    /** Both ends of a cable. */
    public record Pair(MemoryLink first, MemoryLink second) {}

    /** Changes what happens to the frames this end sends, from now on; any thread. */
    public void impairment(Impairment outward) {
        lock.lock();
        try {
            peer.inward.impairment(outward);
        } finally {
            lock.unlock();
        }
    }

    /** What happened to the frames this end sent. */
    public EnumCounters<ImpairmentCounter> outwardCounters() {
        return peer.inward.counters();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int mtuOctets() {
        return mtuOctets;
    }

    @Override
    public long macAddress() {
        return MacAddress.ofName(name);
    }

    @Override
    public LinkCapabilities capabilities() {
        return LinkCapabilities.plain(mtuOctets);
    }

    @Override
    public boolean receive(Frame into) {
        lock.lock();
        try {
            if (!inward.take(into, clock.nanoTime())) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        counters.increment(LinkCounter.RECEIVED_FRAMES);
        counters.add(LinkCounter.RECEIVED_OCTETS, into.length());
        return true;
    }

    @Override
    public boolean send(Frame frame) {
        lock.lock();
        try {
            if (closed || peer.closed) {
                counters.increment(LinkCounter.SEND_DROPS);
                return false;
            }
            peer.inward.offer(frame, clock.nanoTime());
            peer.arrival.signal();
        } finally {
            lock.unlock();
        }
        counters.increment(LinkCounter.SENT_FRAMES);
        counters.add(LinkCounter.SENT_OCTETS, frame.length());
        return true;
    }

    @Override
    public void poll(long timeoutNanos) {
        lock.lock();
        try {
            counters.increment(LinkCounter.POLLS);
            long remaining = timeoutNanos;
            while (!woken && remaining > 0) {
                // A frame may be on its way that the caller did not know of when it chose its timeout.
                long travel = inward.inTransit() == 0 ? remaining : inward.nextReleaseNanos() - clock.nanoTime();
                if (travel <= 0) {
                    break;
                }
                long wait = Math.min(LONGEST_WAIT_NANOS, Math.min(remaining, travel));
                remaining -= wait - arrival.awaitNanos(wait);
            }
        } catch (InterruptedException e) {
            // Loops end by close(), not by interruption; to come back early is allowed.
            counters.increment(LinkCounter.WAKE_UPS);
        } finally {
            woken = false;
            lock.unlock();
        }
    }

    @Override
    public void wakeUp() {
        lock.lock();
        try {
            woken = true;
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long nextEventNanos() {
        lock.lock();
        try {
            return inward.nextReleaseNanos();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public EnumCounters<LinkCounter> counters() {
        return counters;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
