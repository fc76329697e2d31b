package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * An IPv4 header (RFC 791): a reusable parsed form for receiving, a static writer for sending.
 *
 * <p>Options are skipped (RFC 9293 MUST-50). Fragments are refused: reassembly is not offered.
 */
public final class Ipv4Header {
    public static final int LENGTH = 20;
    public static final int PROTOCOL_ICMP = 1;
    public static final int PROTOCOL_TCP = 6;
    public static final int PROTOCOL_UDP = 17;

    private static final int MORE_FRAGMENTS_OR_OFFSET = 0x3fff;
    private static final int DONT_FRAGMENT = 0x4000;

    private int source;
    private int destination;
    private int protocol;
    private int headerLength;
    private int totalLength;
    private int payloadOffset;
    private int timeToLive;
    private int typeOfService;

    /**
     * Parses the header of a received frame.
     *
     * @return {@link DropReason#ACCEPTED}, or what is wrong; then no field has a meaning
     */
    public DropReason parse(Frame frame) {
        ByteBuffer buffer = frame.buffer();
        int base = Frame.NETWORK_OFFSET;
        int available = frame.end() - base;
        if (available < LENGTH) {
            return DropReason.IP_TRUNCATED;
        }
        int first = buffer.getInt(base);
        if (first >>> 28 != 4) {
            return DropReason.IP_BAD_VERSION;
        }
        int ownHeaderLength = (first >>> 24 & 0xf) * 4;
        int ownTotalLength = first & 0xffff;
        if (ownHeaderLength < LENGTH) {
            return DropReason.IP_BAD_HEADER_LENGTH;
        }
        if (ownTotalLength < ownHeaderLength || ownTotalLength > available) {
            return DropReason.IP_BAD_TOTAL_LENGTH;
        }
        if (!Checksum.verifies(Checksum.add(0, buffer, base, ownHeaderLength))) {
            return DropReason.IP_BAD_CHECKSUM;
        }
        if ((buffer.getShort(base + 6) & MORE_FRAGMENTS_OR_OFFSET) != 0) {
            return DropReason.IP_FRAGMENT;
        }
        typeOfService = first >>> 16 & 0xff;
        headerLength = ownHeaderLength;
        totalLength = ownTotalLength;
        payloadOffset = base + ownHeaderLength;
        int second = buffer.getInt(base + 8);
        timeToLive = second >>> 24;
        protocol = second >>> 16 & 0xff;
        source = buffer.getInt(base + 12);
        destination = buffer.getInt(base + 16);
        return DropReason.ACCEPTED;
    }

    /** Source address, big-endian. */
    public int source() {
        return source;
    }

    /** Destination address, big-endian. */
    public int destination() {
        return destination;
    }

    public int protocol() {
        return protocol;
    }

    public int headerLength() {
        return headerLength;
    }

    public int totalLength() {
        return totalLength;
    }

    /** Index of the payload in the frame's buffer. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** Octets of payload; padding of the Ethernet frame is not part of it. */
    public int payloadLength() {
        return totalLength - headerLength;
    }

    public int timeToLive() {
        return timeToLive;
    }

    /** Differentiated services code point (upper six bits). */
    public int differentiatedServices() {
        return typeOfService >>> 2;
    }

    /** Explicit congestion notification (lower two bits, RFC 3168). */
    public int congestion() {
        return typeOfService & 3;
    }

    /**
     * Writes a header without options, with Don't Fragment set, checksum included.
     *
     * @param totalLength header and payload, octets; at most 65535
     * @param typeOfService Diffserv code point shifted left by two, and the ECN bits
     */
    public static void write(
            Frame frame,
            int source,
            int destination,
            int protocol,
            int totalLength,
            int identification,
            int timeToLive,
            int typeOfService) {
        ByteBuffer buffer = frame.buffer();
        int base = Frame.NETWORK_OFFSET;
        int first = 0x45 << 24 | typeOfService << 16 | totalLength;
        int second = identification << 16 | DONT_FRAGMENT;
        int third = timeToLive << 24 | protocol << 16;
        long sum = (first & 0xffffffffL)
                + (second & 0xffffffffL)
                + (third & 0xffffffffL)
                + (source & 0xffffffffL)
                + (destination & 0xffffffffL);
        buffer.putInt(base, first);
        buffer.putInt(base + 4, second);
        buffer.putInt(base + 8, third | Checksum.finish(sum));
        buffer.putInt(base + 12, source);
        buffer.putInt(base + 16, destination);
    }
}
