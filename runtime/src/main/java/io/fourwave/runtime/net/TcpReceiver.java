package io.fourwave.runtime.net;

import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.TcpHeader;

/** Decodes and verifies TCP segments for the connection layer. */
final class TcpReceiver implements TransportHandler {
    private final TcpHeader header = new TcpHeader();
    private final SegmentHandler segments;
    private final EnumCounters<StackCounter> counters;

    TcpReceiver(SegmentHandler segments, EnumCounters<StackCounter> counters) {
        this.segments = segments;
        this.counters = counters;
    }

    @Override
    public DropReason receive(Ipv4Header ip, Frame frame, long nowNanos) {
        DropReason reason = header.parse(frame, ip);
        if (reason.accepted()) {
            if (header.options().malformed()) {
                counters.increment(StackCounter.TCP_MALFORMED_OPTIONS);
            }
            segments.segment(ip, header, nowNanos);
        }
        return reason;
    }

    @Override
    public void icmpError(IcmpError error, long nowNanos) {
        segments.icmpError(error, nowNanos);
    }

    @Override
    public void batchEnd(long nowNanos) {
        segments.batchEnd(nowNanos);
    }

    @Override
    public void linkDown(LinkException cause) {
        segments.linkDown(cause);
    }
}
