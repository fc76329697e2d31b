package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Frame;

/** Receives the frames of one link, on its loop's thread. */
public interface FrameHandler {
    /**
     * One frame. It may be read and overwritten during the call, not kept.
     *
     * @param nowNanos the loop's time
     */
    void onFrame(Frame frame, long nowNanos);

    /**
     * All frames that were waiting have been handed over, and timers and tasks have run: the place to send what was held back
     * so that one answer serves many segments (RFC 9293 MUST-58, MUST-59). Called once per turn of the loop.
     */
    void onBatchEnd(long nowNanos);

    /** The device is gone; no frame will come any more. */
    default void onLinkDown(LinkException cause) {}
}
