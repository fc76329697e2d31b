package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Header;

/** Loses chosen TCP segments by their order, for tests and demonstrations: the first SYN, the FIN of a short connection. */
public final class SegmentLossPattern implements FrameRule {
    private final Ipv4Header ip = new Ipv4Header();
    private final int pattern;
    private int segments;

    /** @param pattern bit i: the i-th segment is lost, counted from 0; those beyond the 31st are not */
    public SegmentLossPattern(int pattern) {
        this.pattern = pattern;
    }

    @Override
    public boolean matches(Frame frame, long ordinal) {
        if (!ip.parse(frame).accepted() || ip.protocol() != Ipv4Header.PROTOCOL_TCP || segments == Integer.SIZE) {
            return false;
        }
        return (pattern >>> segments++ & 1) != 0;
    }
}
