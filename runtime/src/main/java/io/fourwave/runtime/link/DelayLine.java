package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.FramePool;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One direction of an impaired link: frames go in, some are lost or doubled, and come out at their time. Frames of equal
 * time keep their order. Not thread-safe.
 */
final class DelayLine {
    private final FramePool pool = new FramePool();
    private final EnumCounters<ImpairmentCounter> counters = new EnumCounters<>(ImpairmentCounter.class);
    private final int capacityFrames;
    private Impairment impairment;
    private SplittableRandom random;
    private long ordinal;

    // A binary heap ordered by release time, then by order of arrival; parallel arrays, so that no entry is an object.
    private Frame[] frames = new Frame[16];
    private long[] releases = new long[16];
    private long[] sequences = new long[16];
    private int size;
    private long nextSequence;

    DelayLine(Impairment impairment, int capacityFrames) {
        this.capacityFrames = capacityFrames;
        impairment(impairment);
    }

    /** Changes what happens to frames from now on; those in transit keep their times. */
    void impairment(Impairment changed) {
        impairment = changed;
        random = new SplittableRandom(changed.seed());
    }

    void offer(Frame frame, long nowNanos) {
        counters.increment(ImpairmentCounter.OFFERED);
        // Always as many draws per frame: one probability changed does not shift the choices of the others.
        boolean lost = random.nextDouble() < impairment.loss();
        boolean doubled = random.nextDouble() < impairment.duplication();
        boolean held = random.nextDouble() < impairment.reordering();
        long jitter = (long) (random.nextDouble() * impairment.jitterNanos());
        if (impairment.drop().matches(frame, ordinal++)) {
            counters.increment(ImpairmentCounter.DROPPED_BY_RULE);
            return;
        }
        if (lost) {
            counters.increment(ImpairmentCounter.LOST);
            return;
        }
        long release = nowNanos + impairment.delayNanos() + jitter;
        if (held) {
            counters.increment(ImpairmentCounter.REORDERED);
            release += impairment.holdNanos();
        }
        add(frame, release);
        if (doubled) {
            counters.increment(ImpairmentCounter.DUPLICATED);
            add(frame, release);
        }
    }

    /** Takes the next frame whose time has come. */
    boolean take(Frame into, long nowNanos) {
        if (size == 0 || releases[0] - nowNanos > 0) {
            return false;
        }
        Frame frame = frames[0];
        into.copyFrom(frame);
        pool.release(frame);
        removeFirst();
        counters.increment(ImpairmentCounter.DELIVERED);
        return true;
    }

    long nextReleaseNanos() {
        return size == 0 ? Long.MAX_VALUE : releases[0];
    }

    int inTransit() {
        return size;
    }

    EnumCounters<ImpairmentCounter> counters() {
        return counters;
    }

    private void add(Frame frame, long release) {
        if (size == capacityFrames) {
            counters.increment(ImpairmentCounter.OVERFLOWED);
            return;
        }
        if (size == frames.length) {
            frames = Arrays.copyOf(frames, 2 * size);
            releases = Arrays.copyOf(releases, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
        }
        Frame copy = pool.copyOf(frame);
        int index = size++;
        long sequence = nextSequence++;
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (!before(release, sequence, parent)) {
                break;
            }
            move(parent, index);
            index = parent;
        }
        put(index, copy, release, sequence);
    }

    private void removeFirst() {
        int last = --size;
        Frame frame = frames[last];
        long release = releases[last];
        long sequence = sequences[last];
        frames[last] = null;
        int index = 0;
        while (2 * index + 1 < last) {
            int child = 2 * index + 1;
            if (child + 1 < last && before(releases[child + 1], sequences[child + 1], child)) {
                child++;
            }
            if (before(release, sequence, child)) {
                break;
            }
            move(child, index);
            index = child;
        }
        if (last > 0) {
            put(index, frame, release, sequence);
        }
    }

    private boolean before(long release, long sequence, int other) {
        return release != releases[other] ? release - releases[other] < 0 : sequence < sequences[other];
    }

    private void move(int from, int to) {
        put(to, frames[from], releases[from], sequences[from]);
    }

    private void put(int index, Frame frame, long release, long sequence) {
        frames[index] = frame;
        releases[index] = release;
        sequences[index] = sequence;
    }
}
