package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/** ICMPv4 messages (RFC 792): checking, and writing of echo replies and errors. */
public final class IcmpHeader {
    public static final int LENGTH = 8;
    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int ECHO = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    public static final int CODE_HOST_UNREACHABLE = 1;
    public static final int CODE_PROTOCOL_UNREACHABLE = 2;
    public static final int CODE_PORT_UNREACHABLE = 3;
    public static final int CODE_FRAGMENTATION_NEEDED = 4;

    private static final int BASE = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH;
    /** Octets of a datagram's payload an error quotes. */
    private static final int QUOTED_PAYLOAD = 8;

    private IcmpHeader() {}

    public static DropReason check(Frame frame, Ipv4Header ip) {
        if (ip.payloadLength() < LENGTH) {
            return DropReason.ICMP_TRUNCATED;
        }
        long sum = Checksum.add(0, frame.buffer(), ip.payloadOffset(), ip.payloadLength());
        return Checksum.verifies(sum) ? DropReason.ACCEPTED : DropReason.ICMP_BAD_CHECKSUM;
    }

    public static int type(Frame frame, Ipv4Header ip) {
        return frame.buffer().get(ip.payloadOffset()) & 0xff;
    }

    public static int code(Frame frame, Ipv4Header ip) {
        return frame.buffer().get(ip.payloadOffset() + 1) & 0xff;
    }

    /**
     * Writes the ICMP part of the answer to an echo request: identifier, sequence number and data as they came.
     *
     * @return octets of the ICMP message
     */
    public static int writeEchoReply(Frame reply, Frame request, Ipv4Header ip) {
        int length = ip.payloadLength();
        reply.buffer().put(BASE, request.buffer(), ip.payloadOffset(), length);
        return finish(reply, ECHO_REPLY, 0, length);
    }

    /**
     * Writes the ICMP part of a destination unreachable that quotes the IPv4 header and the first 8 octets of what it is about.
     *
     * @return octets of the ICMP message
     */
    public static int writeUnreachable(Frame error, int code, Frame about, Ipv4Header ip) {
        int quoted = ip.headerLength() + Math.min(QUOTED_PAYLOAD, ip.payloadLength());
        error.buffer().putInt(BASE + 4, 0);
        error.buffer().put(BASE + LENGTH, about.buffer(), Frame.NETWORK_OFFSET, quoted);
        return finish(error, UNREACHABLE, code, LENGTH + quoted);
    }

    private static int finish(Frame frame, int type, int code, int length) {
        ByteBuffer buffer = frame.buffer();
        buffer.putInt(BASE, type << 24 | code << 16);
        buffer.putShort(BASE + 2, (short) Checksum.finish(Checksum.add(0, buffer, BASE, length)));
        frame.clearOffload().length(EthernetHeader.LENGTH + Ipv4Header.LENGTH + length);
        return length;
    }
}
