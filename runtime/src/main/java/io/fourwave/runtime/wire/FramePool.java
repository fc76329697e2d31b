package io.fourwave.runtime.wire;

import java.util.ArrayDeque;

/**
 * Frames for reuse. Grows to the largest number in use at a time and never shrinks; not thread-safe.
 */
public final class FramePool {
    private final ArrayDeque<Frame> free = new ArrayDeque<>();
    private int created;

    /** A frame of undefined content; allocates only when all are in use. */
    public Frame acquire() {
        Frame frame = free.pollFirst();
        if (frame == null) {
            created++;
            return new Frame();
        }
        return frame;
    }

    /** Gives a frame back; it must not be used afterwards. */
    public void release(Frame frame) {
        free.addFirst(frame);
    }

    /** Frames ever allocated. */
    public int created() {
        return created;
    }

    /** Frames handed out and not yet given back. */
    public int inUse() {
        return created - free.size();
    }
}
