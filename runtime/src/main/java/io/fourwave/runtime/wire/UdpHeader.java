package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/** A UDP header (RFC 768), checked so that an error about it is only sent when it is genuine. */
public final class UdpHeader {
    private static final int LENGTH = 8;

    private UdpHeader() {}

    /** Whether the datagram's length and checksum are right; a zero checksum is none. */
    public static DropReason check(Frame frame, Ipv4Header ip) {
        ByteBuffer buffer = frame.buffer();
        int base = ip.payloadOffset();
        if (ip.payloadLength() < LENGTH) {
            return DropReason.UDP_TRUNCATED;
        }
        int length = buffer.getShort(base + 4) & 0xffff;
        if (length < LENGTH || length > ip.payloadLength()) {
            return DropReason.UDP_TRUNCATED;
        }
        boolean summed = buffer.getShort(base + 6) != 0 && frame.checksum() == Frame.ChecksumState.UNKNOWN;
        long pseudo = Checksum.pseudoHeader(ip.source(), ip.destination(), Ipv4Header.PROTOCOL_UDP, length);
        if (summed && !Checksum.verifies(Checksum.add(pseudo, buffer, base, length))) {
            return DropReason.UDP_BAD_CHECKSUM;
        }
        return DropReason.ACCEPTED;
    }
}
