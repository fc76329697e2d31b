package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * A received TCP segment (RFC 9293 3.1): header and options decoded into fields, payload left in the frame. One object
 * is reused for all segments.
 */
public final class TcpHeader {
    public static final int LENGTH = 20;

    private final TcpOptions options = new TcpOptions();
    private final BufferOctets octets = new BufferOctets();
    private ByteBuffer buffer;
    private int srcPort;
    private int dstPort;
    private int seq;
    private int ack;
    private int ctl;
    private int window;
    private int urgentPointer;
    private int payloadOffset;
    private int payloadLength;
    private int segmentSize;

    /**
     * Parses and verifies a segment. A checksum that the device verified, or that was never completed because the segment
     * did not cross a wire, is not computed again.
     *
     * @param ip the enclosing datagram, accepted
     * @return {@link DropReason#ACCEPTED}, or what is wrong; then no field has a meaning
     */
    public DropReason parse(Frame frame, Ipv4Header ip) {
        DropReason reason = parse(frame.buffer(), ip.payloadOffset(), ip.payloadLength());
        if (!reason.accepted()) {
            return reason;
        }
        segmentSize = frame.segmentSize();
        if (frame.checksum() == Frame.ChecksumState.UNKNOWN) {
            int length = ip.payloadLength();
            long pseudo = Checksum.pseudoHeader(ip.source(), ip.destination(), Ipv4Header.PROTOCOL_TCP, length);
            if (!Checksum.verifies(Checksum.add(pseudo, buffer, ip.payloadOffset(), length))) {
                return DropReason.TCP_BAD_CHECKSUM;
            }
        }
        return srcPort == 0 || dstPort == 0 ? DropReason.TCP_PORT_ZERO : DropReason.ACCEPTED;
    }

    /** Parses without looking at the checksum. */
    public DropReason parse(ByteBuffer source, int offset, int length) {
        if (length < LENGTH) {
            return DropReason.TCP_TRUNCATED;
        }
        int offsetAndFlags = source.getInt(offset + 12);
        int headerLength = offsetAndFlags >>> 28 << 2;
        if (headerLength < LENGTH || headerLength > length) {
            return DropReason.TCP_BAD_DATA_OFFSET;
        }
        buffer = source;
        octets.wrap(source);
        int ports = source.getInt(offset);
        srcPort = ports >>> 16;
        dstPort = ports & 0xffff;
        seq = source.getInt(offset + 4);
        ack = source.getInt(offset + 8);
        ctl = offsetAndFlags >>> 16 & 0xff;
        window = offsetAndFlags & 0xffff;
        urgentPointer = source.getShort(offset + 18) & 0xffff;
        payloadOffset = offset + headerLength;
        payloadLength = length - headerLength;
        segmentSize = 0;
        options.parse(source, offset + LENGTH, headerLength - LENGTH);
        return DropReason.ACCEPTED;
    }

    public int srcPort() {
        return srcPort;
    }

    public int dstPort() {
        return dstPort;
    }

    /** SEG.SEQ, modulo 2^32. */
    public int seq() {
        return seq;
    }

    /** SEG.ACK, modulo 2^32; whatever the field holds when ACK is off. */
    public int ack() {
        return ack;
    }

    /** The eight control bits, as in {@link TcpFlags}. */
    public int ctl() {
        return ctl;
    }

    public boolean has(int flags) {
        return (ctl & flags) == flags;
    }

    /** The window field as it stands, 0 to 65535, not scaled (MUST-1). */
    public int window() {
        return window;
    }

    public int urgentPointer() {
        return urgentPointer;
    }

    public TcpOptions options() {
        return options;
    }

    /** The frame's buffer. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** The frame's octets as a source; the payload begins at {@link #payloadOffset()}. */
    public OctetSource octets() {
        return octets;
    }

    /** Index of the payload in {@link #buffer()}. */
    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    /** SEG.LEN: payload octets, and one each for SYN and FIN. */
    public int segmentLength() {
        return payloadLength + (ctl & TcpFlags.FIN) + (ctl >>> 1 & 1);
    }

    /** Payload octets of the wire segments this super-segment was made of, or 0 if it is one segment. */
    public int coalescedSegmentSize() {
        return segmentSize;
    }

    @Override
    public String toString() {
        return srcPort + ">" + dstPort + " <SEQ=" + Integer.toUnsignedString(seq) + "><ACK="
                + Integer.toUnsignedString(ack) + "><CTL=" + TcpFlags.format(ctl) + "><WND=" + window + "> "
                + payloadLength + " octets";
    }
}
