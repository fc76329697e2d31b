package io.fourwave.runtime.host;

import io.fourwave.runtime.stream.ReceiveRing;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.runtime.tcp.Control;
import io.fourwave.runtime.tcp.Segment;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.TcpHeader;
import io.fourwave.runtime.wire.TcpOptions;

/**
 * Between the header on the wire and the specification's segment. The specification counts windows in octets; here, and only here, they are scaled
 * (RFC 7323 section 2.3), and the PSH and URG bits are joined to what they stand for.
 */
final class SegmentCodec {
    private static final int MAX_UNSCALED_WINDOW = 65535;

    /** A block of a hostile peer may claim anything: four of these stay inside an int. */
    private static final int MAX_BLOCK = 1 << 28;

    private SegmentCodec() {}

    /** Fills the segment from a received header. The data stay where they are. */
    static void decode(TcpHeader tcp, Connection connection, Segment segment) {
        TcpOptions options = tcp.options();
        int control = tcp.ctl();
        boolean syn = (control & Control.SYN) != 0;
        segment.seq = tcp.seq();
        segment.ack = tcp.ack();
        segment.ctl = control;
        // RFC 7323 2.2: the window of a SYN is never scaled.
        segment.wnd = !syn && connection.scaleOk() ? tcp.window() << connection.sndScale() : tcp.window();
        segment.data.wrap(tcp.octets(), tcp.payloadOffset(), tcp.payloadLength());
        segment.psh = (control & Control.PSH) != 0;
        segment.urgent = (control & Control.URG) != 0 ? tcp.urgentPointer() : 0;
        segment.mss = syn ? Math.max(0, options.mss()) : 0;
        segment.scale = syn ? options.windowScale() : -1;
        segment.sackPermitted = syn && options.sackPermitted();
        segment.sacked = !syn && connection.sackOk() ? octetsBeyondAHole(options, tcp.ack()) : 0;
        segment.ts = options.hasTimestamps();
        segment.tsval = segment.ts ? options.tsVal() : 0;
        // RFC 7323 3.2: TSecr means nothing without ACK.
        segment.tsecr = segment.ts && (control & Control.ACK) != 0 ? options.tsEcr() : 0;
    }

    /** In RFC 2018's blocks. One that ends at the acknowledgment or before tells what came twice (RFC 2883). */
    private static int octetsBeyondAHole(TcpOptions options, int ack) {
        int octets = 0;
        for (int i = 0; i < options.sackBlocks(); i++) {
            int left = options.sackLeft(i);
            int right = options.sackRight(i);
            if (left - ack > 0 && right - left > 0) {
                octets += Math.min(right - left, MAX_BLOCK);
            }
        }
        return octets;
    }

    /**
     * Fills header fields and options from the segment; path and payload size limits are the caller's. Where SACK was agreed on, the ranges held beyond
     * holes are reported (RFC 2018): what is held is the stream's, and the specification has no say in it.
     */
    static void encode(
            Segment segment, Connection connection, ReceiveRing incoming, int timestampMillis, OutgoingSegment out) {
        int control = segment.ctl;
        boolean syn = (control & Control.SYN) != 0;
        boolean ack = (control & Control.ACK) != 0;
        int window = !syn && connection.scaleOk() ? segment.wnd >> connection.rcvScale() : segment.wnd;
        if (segment.psh) {
            control |= Control.PSH;
        }
        if (segment.urgent > 0) {
            control |= Control.URG;
            // RFC 9293 3.8.5: data that end beyond what the pointer can say are announced by a later segment too.
            out.urgentPointer(Math.min(segment.urgent, MAX_UNSCALED_WINDOW));
        }
        out.seq(segment.seq).ack(ack ? segment.ack : 0).ctl(control).window(Math.min(window, MAX_UNSCALED_WINDOW));
        if (segment.data.length() > 0) {
            out.payload(segment.data.source(), segment.data.offset(), segment.data.length());
        }
        if (syn) {
            synOptions(segment, out);
        }
        if (segment.ts) {
            out.timestamps(timestampMillis, ack ? segment.tsecr : 0);
        }
        if (incoming.rangesAhead() > 0 && ack && !syn && connection.sackOk() && segment.data.length() == 0) {
            selectiveAcknowledgment(segment.ack, incoming, out);
        }
    }

    /** RFC 2018 section 4: first the range that the latest segment belongs to, then as many others as fit. */
    private static void selectiveAcknowledgment(int ack, ReceiveRing incoming, OutgoingSegment out) {
        int blocks = Math.min(out.sackRoom(), incoming.rangesAhead());
        int newest = incoming.newestRange();
        out.sack(blocks);
        block(ack, incoming, newest, out);
        for (int range = 0, written = 1; written < blocks; range++) {
            if (range != newest) {
                block(ack, incoming, range, out);
                written++;
            }
        }
    }

    private static void block(int ack, ReceiveRing incoming, int range, OutgoingSegment out) {
        // RCV.NXT, which every acknowledgment carries, is the place of the stream's edge.
        int left = ack + incoming.rangeOffset(range);
        out.sackBlock(left, left + incoming.rangeLength(range));
    }

    private static void synOptions(Segment segment, OutgoingSegment out) {
        if (segment.mss > 0) {
            out.mss(segment.mss);
        }
        if (segment.scale >= 0) {
            out.windowScale(segment.scale);
        }
        if (segment.sackPermitted) {
            out.sackPermitted();
        }
    }
}
