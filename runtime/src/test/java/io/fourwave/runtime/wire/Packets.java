package io.fourwave.runtime.wire;

/** Frames for tests. */
public final class Packets {
    public static final long STATION = MacAddress.parse("02:00:00:00:00:01");
    public static final long PEER = MacAddress.parse("02:00:00:00:00:02");
    public static final int STATION_ADDRESS = Ipv4Address.parse("10.0.0.2");
    public static final int PEER_ADDRESS = Ipv4Address.parse("10.0.0.1");

    private Packets() {}

    /** A segment from the peer to the station, its path set. */
    public static OutgoingSegment segment() {
        return new OutgoingSegment().path(PEER_ADDRESS, 40000, STATION_ADDRESS, 7);
    }

    /** The whole frame of a segment. */
    public static Frame frame(OutgoingSegment segment) {
        Frame frame = new Frame();
        segment.encode(frame, false);
        headers(frame, segment.source(), segment.destination(), Ipv4Header.PROTOCOL_TCP, segment.length());
        return frame;
    }

    /** Writes Ethernet and IPv4 headers before a payload already there, and sets the length. */
    public static Frame headers(Frame frame, int source, int destination, int protocol, int payloadLength) {
        EthernetHeader.write(frame, STATION, PEER, EthernetHeader.TYPE_IPV4);
        Ipv4Header.write(frame, source, destination, protocol, Ipv4Header.LENGTH + payloadLength, 1, 64, 0);
        frame.length(EthernetHeader.LENGTH + Ipv4Header.LENGTH + payloadLength);
        return frame;
    }

    /** An ICMP message from the peer, its checksum computed. */
    public static Frame icmp(int type, int code, byte[] rest) {
        Frame frame = new Frame();
        int base = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH;
        frame.buffer().putInt(base, type << 24 | code << 16);
        frame.buffer().put(base + 4, rest);
        int length = 4 + rest.length;
        frame.buffer().putShort(base + 2, (short) Checksum.finish(Checksum.add(0, frame.buffer(), base, length)));
        return headers(frame, PEER_ADDRESS, STATION_ADDRESS, Ipv4Header.PROTOCOL_ICMP, length);
    }

    /** A UDP datagram from the peer, with the right checksum. */
    public static Frame udp(int destination, byte[] payload) {
        Frame frame = new Frame();
        int base = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH;
        int length = 8 + payload.length;
        frame.buffer().putInt(base, 5353 << 16 | 53);
        frame.buffer().putInt(base + 4, length << 16);
        frame.buffer().put(base + 8, payload);
        long pseudo = Checksum.pseudoHeader(PEER_ADDRESS, destination, Ipv4Header.PROTOCOL_UDP, length);
        frame.buffer().putShort(base + 6, (short) Checksum.finish(Checksum.add(pseudo, frame.buffer(), base, length)));
        return headers(frame, PEER_ADDRESS, destination, Ipv4Header.PROTOCOL_UDP, length);
    }

    public static Frame of(byte[] octets) {
        Frame frame = new Frame();
        frame.set(octets, 0, octets.length);
        return frame;
    }
}
