package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * A TCP segment to be sent: fields set by the connection, written into a frame by {@link #encode}. One object is reused for all
 * segments; {@link #clear} starts the next.
 */
public final class OutgoingSegment {
    /** Most options' octets a header can hold. */
    public static final int MAX_OPTIONS = 40;

    /** Initial time to live (RFC 1700's recommendation). */
    public static final int DEFAULT_TIME_TO_LIVE = 64;

    private static final int CHECKSUM_FIELD = 16;

    private final ByteBuffer options = ByteBuffer.allocate(MAX_OPTIONS);
    private int optionsLength;
    private int source;
    private int destination;
    private int srcPort;
    private int dstPort;
    private int seq;
    private int ack;
    private int ctl;
    private int window;
    private int urgentPointer;
    private OctetSource payload;
    private int payloadOffset;
    private int payloadLength;
    private int segmentSize;
    private int timeToLive;
    private int typeOfService;

    public OutgoingSegment() {
        clear();
    }

    /** No flags, options or payload; default time to live; the other fields zero. */
    public OutgoingSegment clear() {
        optionsLength = 0;
        ack = 0;
        ctl = 0;
        window = 0;
        urgentPointer = 0;
        payload = null;
        payloadOffset = 0;
        payloadLength = 0;
        segmentSize = 0;
        timeToLive = DEFAULT_TIME_TO_LIVE;
        typeOfService = 0;
        return this;
    }

    /** Big-endian addresses and ports. */
    public OutgoingSegment path(int sourceAddress, int sourcePort, int destinationAddress, int destinationPort) {
        source = sourceAddress;
        srcPort = sourcePort;
        destination = destinationAddress;
        dstPort = destinationPort;
        return this;
    }

    public OutgoingSegment seq(int value) {
        seq = value;
        return this;
    }

    /** The acknowledgment field; ACK itself is one of the flags. */
    public OutgoingSegment ack(int value) {
        ack = value;
        return this;
    }

    /** Control bits, as in {@link TcpFlags}. */
    public OutgoingSegment ctl(int flags) {
        ctl = flags;
        return this;
    }

    /** The window field as it goes on the wire, already scaled down, 0 to 65535. */
    public OutgoingSegment window(int value) {
        window = value;
        return this;
    }

    public OutgoingSegment urgentPointer(int value) {
        urgentPointer = value;
        return this;
    }

    /** RFC 9293 MUST-49. */
    public OutgoingSegment timeToLive(int value) {
        timeToLive = value;
        return this;
    }

    /** Diffserv code point, 0 to 63 (RFC 9293 MUST-48). */
    public OutgoingSegment differentiatedServices(int codePoint) {
        typeOfService = codePoint << 2 | typeOfService & 3;
        return this;
    }

    /**
     * Payload, copied at {@link #encode}.
     *
     * @param offset the source's own counting, passed through
     */
    public OutgoingSegment payload(OctetSource octets, int offset, int length) {
        payload = octets;
        payloadOffset = offset;
        payloadLength = length;
        return this;
    }

    /** For a link with segmentation offload: cut the payload into segments of this many octets. 0 is one segment. */
    public OutgoingSegment segmentSize(int payloadOctets) {
        segmentSize = payloadOctets;
        return this;
    }

    /** Adds the MSS option (SYN segments only: MUST-65). */
    public OutgoingSegment mss(int octets) {
        options.putInt(reserve(4), TcpOptions.MSS << 24 | 4 << 16 | octets);
        return this;
    }

    /** Adds NOP and the window scale option. */
    public OutgoingSegment windowScale(int shift) {
        options.putInt(reserve(4), TcpOptions.NO_OPERATION << 24 | TcpOptions.WINDOW_SCALE << 16 | 3 << 8 | shift);
        return this;
    }

    /** Adds two NOPs and the SACK-permitted option. */
    public OutgoingSegment sackPermitted() {
        options.putInt(reserve(4), 0x0101 << 16 | TcpOptions.SACK_PERMITTED << 8 | 2);
        return this;
    }

    /** Adds two NOPs and the timestamps option. */
    public OutgoingSegment timestamps(int tsVal, int tsEcr) {
        int index = reserve(12);
        options.putInt(index, TcpOptions.PADDED_TIMESTAMPS);
        options.putInt(index + 4, tsVal);
        options.putInt(index + 8, tsEcr);
        return this;
    }

    /** How many SACK blocks still fit behind the options so far. */
    public int sackRoom() {
        return (MAX_OPTIONS - optionsLength - 4) / 8;
    }

    /**
     * Begins a SACK option of that many blocks; exactly as many {@link #sackBlock} follow.
     *
     * @param blocks 1 to {@link #sackRoom()}
     */
    public OutgoingSegment sack(int blocks) {
        options.putInt(reserve(4), 0x0101 << 16 | TcpOptions.SACK << 8 | 2 + 8 * blocks);
        return this;
    }

    public OutgoingSegment sackBlock(int left, int right) {
        int index = reserve(8);
        options.putInt(index, left);
        options.putInt(index + 4, right);
        return this;
    }

    private int reserve(int octets) {
        int index = optionsLength;
        if (index + octets > MAX_OPTIONS) {
            throw new IllegalStateException(
                    "options of " + (index + octets) + " octets do not fit into " + MAX_OPTIONS);
        }
        optionsLength = index + octets;
        return index;
    }

    public int source() {
        return source;
    }

    public int destination() {
        return destination;
    }

    public int typeOfService() {
        return typeOfService;
    }

    public int timeToLive() {
        return timeToLive;
    }

    /** Octets of header and options. */
    public int headerLength() {
        return TcpHeader.LENGTH + optionsLength;
    }

    /** Octets of header, options and payload. */
    public int length() {
        return headerLength() + payloadLength;
    }

    /** Octets of payload. */
    public int payloadLength() {
        return payloadLength;
    }

    /** Segment size asked for, 0 for one segment. */
    public int segmentSize() {
        return segmentSize;
    }

    /**
     * Writes the segment behind an IPv4 header without options, and sets the frame's length and offload metadata. The Ethernet
     * and IPv4 headers are the caller's.
     *
     * @param partialChecksum leave the checksum to the link
     */
    public void encode(Frame frame, boolean partialChecksum) {
        ByteBuffer buffer = frame.buffer();
        int base = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH;
        int length = length();
        buffer.putInt(base, srcPort << 16 | dstPort);
        buffer.putInt(base + 4, seq);
        buffer.putInt(base + 8, ack);
        buffer.putInt(base + 12, headerLength() << 26 | ctl << 16 | window);
        buffer.putInt(base + 16, urgentPointer);
        for (int index = 0; index < optionsLength; index += 4) {
            buffer.putInt(base + TcpHeader.LENGTH + index, options.getInt(index));
        }
        if (payloadLength > 0) {
            payload.copyTo(payloadOffset, buffer, base + headerLength(), payloadLength);
        }
        frame.clearOffload().length(EthernetHeader.LENGTH + Ipv4Header.LENGTH + length);
        long sum = Checksum.pseudoHeader(source, destination, Ipv4Header.PROTOCOL_TCP, length);
        if (partialChecksum) {
            buffer.putShort(base + CHECKSUM_FIELD, (short) Checksum.fold(sum));
            frame.markChecksumPartial(base, CHECKSUM_FIELD).segmentSize(payloadLength > segmentSize ? segmentSize : 0);
        } else {
            buffer.putShort(base + CHECKSUM_FIELD, (short) Checksum.finish(Checksum.add(sum, buffer, base, length)));
        }
    }
}
