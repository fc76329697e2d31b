package io.fourwave.conformance.pcapng;

import io.fourwave.runtime.wire.Frame;

/** Sees the frames of one link, on its loop's thread. Frames are not to be kept or changed. */
public interface LinkTap {
    void received(Frame frame);

    /** @param accepted by the device; a frame that was not is lost */
    void sent(Frame frame, boolean accepted);

    /** The loop has nothing to do and is about to sleep. */
    void idle();
}
