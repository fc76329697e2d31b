package io.fourwave.runtime.wire;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One Ethernet frame in native memory, large enough for a 64 KiB offload segment, with the metadata that travels in a
 * virtio-net header.
 *
 * <p>The layout is fixed so that nothing is ever moved: a link's private header (virtio-net, 10 or 12 octets) ends at
 * {@link #ETHERNET_OFFSET}, the Ethernet header follows, and the network header falls on {@link #NETWORK_OFFSET}, a
 * cache-line boundary. Indexes into {@link #buffer()} are absolute; its position and limit have no meaning and are never
 * touched. The buffer is big-endian, as the wire is.
 *
 * <p>Not thread-safe: a frame belongs to one thread at a time.
 */
public final class Frame {
    /** Index of the first octet of the Ethernet header. */
    public static final int ETHERNET_OFFSET = 50;

    /** Index of the first octet after the Ethernet header. */
    public static final int NETWORK_OFFSET = ETHERNET_OFFSET + 14;

    /** Octets of a full-sized buffer: headroom, Ethernet header and the largest IPv4 datagram. */
    public static final int CAPACITY = NETWORK_OFFSET + 65536;

    /** Largest {@link #length()} of a full-sized frame. */
    public static final int MAX_LENGTH = CAPACITY - ETHERNET_OFFSET;

    private static final int CACHE_LINE_OCTETS = 64;

    private final ByteBuffer buffer;
    private long nativeAddress;
    private int length;
    private ChecksumState checksum = ChecksumState.UNKNOWN;
    private int segmentSize;
    private int transportOffset;
    private int checksumFieldOffset;

    /** A full-sized frame: what links receive into and stacks send from. */
    public Frame() {
        this(MAX_LENGTH);
    }

    /** A frame for storage, with room for so many octets from the Ethernet header on. */
    Frame(int maxLength) {
        int capacity = (ETHERNET_OFFSET + maxLength + CACHE_LINE_OCTETS - 1) & -CACHE_LINE_OCTETS;
        buffer = ByteBuffer.allocateDirect(capacity + CACHE_LINE_OCTETS)
                .alignedSlice(CACHE_LINE_OCTETS)
                .slice(0, capacity)
                .order(ByteOrder.BIG_ENDIAN);
    }

    /** The largest {@link #length()} this frame can have. */
    public int maxLength() {
        return buffer.capacity() - ETHERNET_OFFSET;
    }

    /** The octets, big-endian; use absolute indexes only. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Address of index 0, for native reads and writes; valid as long as this object is reachable. */
    public long nativeAddress() {
        if (nativeAddress == 0) {
            nativeAddress = Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
        }
        return nativeAddress;
    }

    /** Octets of the frame, from the Ethernet header on (no private header, no frame check sequence). */
    public int length() {
        return length;
    }

    /** Index after the last octet. */
    public int end() {
        return ETHERNET_OFFSET + length;
    }

    public void length(int lengthOctets) {
        if (lengthOctets < 0 || lengthOctets > maxLength()) {
            throw new IllegalArgumentException("frame length " + lengthOctets + " not in 0.." + maxLength());
        }
        length = lengthOctets;
    }

    /** What is known of the transport checksum. */
    public ChecksumState checksum() {
        return checksum;
    }

    /** Payload octets per segment if the frame is a super-segment (TSO when sent, GRO when received), else 0. */
    public int segmentSize() {
        return segmentSize;
    }

    /** Index of the transport header; has a meaning with {@link ChecksumState#PARTIAL} only. */
    public int transportOffset() {
        return transportOffset;
    }

    /** Offset of the checksum field inside the transport header; has a meaning with {@link ChecksumState#PARTIAL} only. */
    public int checksumFieldOffset() {
        return checksumFieldOffset;
    }

    /** Forgets the metadata: an ordinary frame whose checksums nobody has looked at. */
    public Frame clearOffload() {
        checksum = ChecksumState.UNKNOWN;
        segmentSize = 0;
        return this;
    }

    /** The link says that the transport checksum is right. */
    public Frame markChecksumVerified() {
        checksum = ChecksumState.VERIFIED;
        return this;
    }

    /**
     * The checksum field holds the sum of the pseudo header only; whoever puts the frame on a real wire completes it.
     *
     * @param transportIndex index of the transport header in this frame
     * @param fieldOffset offset of the checksum field inside that header
     */
    public Frame markChecksumPartial(int transportIndex, int fieldOffset) {
        checksum = ChecksumState.PARTIAL;
        transportOffset = transportIndex;
        checksumFieldOffset = fieldOffset;
        return this;
    }

    /** Marks a super-segment to be cut into segments of this many payload octets. */
    public Frame segmentSize(int payloadOctets) {
        segmentSize = payloadOctets;
        return this;
    }

    /** Makes this frame a copy of another. */
    public void copyFrom(Frame other) {
        buffer.put(ETHERNET_OFFSET, other.buffer, ETHERNET_OFFSET, other.length);
        length = other.length;
        checksum = other.checksum;
        segmentSize = other.segmentSize;
        transportOffset = other.transportOffset;
        checksumFieldOffset = other.checksumFieldOffset;
    }

    /** Makes this frame an ordinary frame with the given octets. */
    public void set(byte[] octets, int offset, int lengthOctets) {
        length(lengthOctets);
        buffer.put(ETHERNET_OFFSET, octets, offset, lengthOctets);
        clearOffload();
    }

    /** A copy of the octets; for tests, traces and capture files. */
    public byte[] toArray() {
        byte[] octets = new byte[length];
        buffer.get(ETHERNET_OFFSET, octets, 0, length);
        return octets;
    }

    /** What is known of the transport checksum of a frame. */
    public enum ChecksumState {
        /** Must be verified (received) or is complete (to be sent). */
        UNKNOWN,
        /** Verified by the device. */
        VERIFIED,
        /** Only the pseudo header is summed; the frame never crossed a wire, or a device will finish it. */
        PARTIAL
    }
}
