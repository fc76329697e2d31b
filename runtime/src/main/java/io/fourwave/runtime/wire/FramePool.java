package io.fourwave.runtime.wire;

import java.util.ArrayDeque;

/**
 * Frames for storage and reuse, in two sizes: ordinary ones of 2 KiB, and full-sized ones for super-segments, so that a queue of
 * ordinary frames does not hold 64 KiB each. Grows to the largest number in use at a time and never shrinks; not thread-safe.
 */
public final class FramePool {
    private static final int ORDINARY_LENGTH = 2048 - Frame.ETHERNET_OFFSET;

    private final ArrayDeque<Frame> ordinary = new ArrayDeque<>();
    private final ArrayDeque<Frame> large = new ArrayDeque<>();
    private int created;

    /** A copy of a frame; allocates only when all of its size are in use. */
    public Frame copyOf(Frame original) {
        boolean small = original.length() <= ORDINARY_LENGTH;
        Frame copy = (small ? ordinary : large).pollFirst();
        if (copy == null) {
            created++;
            copy = small ? new Frame(ORDINARY_LENGTH) : new Frame();
        }
        copy.copyFrom(original);
        return copy;
    }

    /** Gives a frame back; it must not be used afterwards. */
    public void release(Frame frame) {
        (frame.maxLength() < Frame.MAX_LENGTH ? ordinary : large).addFirst(frame);
    }

    /** Frames ever allocated. */
    public int created() {
        return created;
    }

    /** Frames handed out and not yet given back. */
    public int inUse() {
        return created - ordinary.size() - large.size();
    }
}
