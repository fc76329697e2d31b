package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Frame;

/** Chooses frames, for instance those a test wants to be lost. Called on the thread of the sender. */
@FunctionalInterface
public interface FrameRule {
    /** Chooses none. */
    FrameRule NONE = (frame, ordinal) -> false;

    /**
     * @param frame not to be changed
     * @param ordinal 0 for the first frame in that direction, counting all
     */
    boolean matches(Frame frame, long ordinal);
}
