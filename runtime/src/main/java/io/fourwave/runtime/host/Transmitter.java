package io.fourwave.runtime.host;

import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.net.SendResult;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.tcp.Control;
import io.fourwave.runtime.tcp.Segment;
import io.fourwave.runtime.wire.OutgoingSegment;

/** Puts the specification's segments on the wire. */
final class Transmitter {
    private final IpStack ip;
    private final EnumCounters<TcpCounter> counters;
    private final OutgoingSegment outgoing = new OutgoingSegment();

    Transmitter(IpStack ip, EnumCounters<TcpCounter> counters) {
        this.ip = ip;
        this.counters = counters;
    }

    /** Inside a step: the segment and its octets are gone when the step goes on. */
    void send(TcpConnection connection, Segment segment, long nowNanos) {
        outgoing.clear();
        outgoing.path(ip.localAddress(), connection.localPort(), connection.remoteAddress(), connection.remotePort());
        SegmentCodec.encode(
                segment, connection.machine, connection.incoming, timestampMillis(connection, nowNanos), outgoing);
        int payload = segment.data.length();
        if (payload > 0) {
            int single = connection.segmentOctets(connection.machine.sndMss());
            outgoing.segmentSize(payload > single ? single : 0);
        }
        counters.increment(TcpCounter.SEGMENTS_SENT);
        counters.add(TcpCounter.OCTETS_SENT, payload);
        if ((segment.ctl & Control.RST) != 0) {
            counters.increment(TcpCounter.RESETS_SENT);
        }
        SendResult result = ip.send(outgoing);
        if (result != SendResult.SENT && result != SendResult.QUEUED) {
            counters.increment(TcpCounter.SEND_FAILED);
        }
    }

    /** RFC 7323 7.1: the clock has an offset of its own for each 4-tuple, so that it tells nobody how long we have been up. */
    int timestampMillis(TcpConnection connection, long nowNanos) {
        return (int) (nowNanos / 1_000_000) + connection.timestampOffset();
    }
}
