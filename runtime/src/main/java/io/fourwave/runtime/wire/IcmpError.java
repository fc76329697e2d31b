package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * An ICMP error and the datagram of ours it quotes (RFC 792, RFC 9293 3.9.2.2). One object is reused for all errors.
 */
public final class IcmpError {
    private static final int QUOTED_TRANSPORT = 8;

    private int type;
    private int code;
    private int nextHopMtu;
    private int source;
    private int destination;
    private int protocol;
    private int srcPort;
    private int dstPort;
    private int seq;

    /**
     * Parses the message of an accepted datagram whose checksum is right.
     *
     * @return {@link DropReason#ACCEPTED}, or {@link DropReason#ICMP_BAD_QUOTE} if less than a header and 8 octets are quoted
     */
    public DropReason parse(Frame frame, Ipv4Header ip) {
        ByteBuffer buffer = frame.buffer();
        int base = ip.payloadOffset();
        int length = ip.payloadLength();
        if (length < IcmpHeader.LENGTH) {
            return DropReason.ICMP_TRUNCATED;
        }
        type = buffer.get(base) & 0xff;
        code = buffer.get(base + 1) & 0xff;
        nextHopMtu = buffer.getShort(base + 6) & 0xffff;
        return quote(buffer, base + IcmpHeader.LENGTH, length - IcmpHeader.LENGTH);
    }

    /** Makes this the error that a router would have sent about a frame of ours that no neighbour answered for. */
    public DropReason hostUnreachable(Frame sent) {
        type = IcmpHeader.UNREACHABLE;
        code = IcmpHeader.CODE_HOST_UNREACHABLE;
        nextHopMtu = 0;
        return quote(sent.buffer(), Frame.NETWORK_OFFSET, sent.end() - Frame.NETWORK_OFFSET);
    }

    private DropReason quote(ByteBuffer buffer, int base, int length) {
        if (length < Ipv4Header.LENGTH) {
            return DropReason.ICMP_BAD_QUOTE;
        }
        int first = buffer.get(base) & 0xff;
        int headerLength = (first & 0xf) * 4;
        boolean fits =
                first >>> 4 == 4 && headerLength >= Ipv4Header.LENGTH && length >= headerLength + QUOTED_TRANSPORT;
        // Only a first fragment holds the ports; we never send fragments, so an offset means that it is not ours.
        if (!fits || (buffer.getShort(base + 6) & 0x1fff) != 0) {
            return DropReason.ICMP_BAD_QUOTE;
        }
        protocol = buffer.get(base + 9) & 0xff;
        source = buffer.getInt(base + 12);
        destination = buffer.getInt(base + 16);
        int ports = buffer.getInt(base + headerLength);
        srcPort = ports >>> 16;
        dstPort = ports & 0xffff;
        seq = buffer.getInt(base + headerLength + 4);
        return DropReason.ACCEPTED;
    }

    public int type() {
        return type;
    }

    public int code() {
        return code;
    }

    /** What it means for a connection. */
    public Severity severity() {
        if (type != IcmpHeader.UNREACHABLE) {
            return Severity.SOFT;
        }
        return switch (code) {
            case IcmpHeader.CODE_PROTOCOL_UNREACHABLE, IcmpHeader.CODE_PORT_UNREACHABLE -> Severity.HARD;
            case IcmpHeader.CODE_FRAGMENTATION_NEEDED -> Severity.TOO_LARGE;
            default -> Severity.SOFT;
        };
    }

    /** Octets the next hop takes, with {@link Severity#TOO_LARGE}; 0 if the router did not say (RFC 1191). */
    public int nextHopMtu() {
        return nextHopMtu;
    }

    /** Source address of the quoted datagram: ours. */
    public int source() {
        return source;
    }

    /** Destination address of the quoted datagram: the peer's. */
    public int destination() {
        return destination;
    }

    /** Protocol of the quoted datagram. */
    public int protocol() {
        return protocol;
    }

    /** Our port. */
    public int srcPort() {
        return srcPort;
    }

    /** The peer's port. */
    public int dstPort() {
        return dstPort;
    }

    /** SEG.SEQ of the quoted segment: to be checked against what is outstanding (RFC 5927 4.1). */
    public int seq() {
        return seq;
    }

    @Override
    public String toString() {
        return "ICMP type " + type + " code " + code + " (" + severity() + ") about " + Ipv4Address.format(source) + ":"
                + srcPort + ">" + Ipv4Address.format(destination) + ":" + dstPort;
    }

    /** RFC 9293 3.9.2.2, RFC 1122 4.2.3.9. */
    public enum Severity {
        /** Must not abort the connection (MUST-56): unreachable 0, 1, 5 and the rest, time exceeded, parameter problem. */
        SOFT,
        /** Should abort the connection: protocol or port unreachable; with care once synchronized (RFC 5927). */
        HARD,
        /** Fragmentation needed: matter of path MTU discovery (RFC 1191). */
        TOO_LARGE
    }
}
