package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Header;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The virtio-net header (virtio 1.2, 5.1.6) that carries offload metadata across a TAP device, in the octets before
 * {@link Frame#ETHERNET_OFFSET}; in the machine's byte order, as the legacy header is.
 */
final class VirtioNetHeader {
    static final int LENGTH = 10;
    static final int OFFSET = Frame.ETHERNET_OFFSET - LENGTH;

    private static final int NEEDS_CHECKSUM = 1;
    private static final int DATA_VALID = 2;
    private static final int GSO_NONE = 0;
    private static final int GSO_TCPV4 = 1;
    private static final int GSO_ECN = 0x80;
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private VirtioNetHeader() {}

    /** From the frame's metadata. */
    static void write(Frame frame) {
        ByteBuffer buffer = frame.buffer();
        if (frame.checksum() != Frame.ChecksumState.PARTIAL) {
            buffer.putLong(OFFSET, 0);
            buffer.putShort(OFFSET + 8, (short) 0);
            return;
        }
        int transport = frame.transportOffset();
        int segmentSize = frame.segmentSize();
        int dataOffset = (buffer.get(transport + 12) & 0xf0) >>> 2;
        int headers = transport - Frame.ETHERNET_OFFSET + dataOffset;
        buffer.put(OFFSET, (byte) NEEDS_CHECKSUM);
        buffer.put(OFFSET + 1, (byte) (segmentSize > 0 ? GSO_TCPV4 : GSO_NONE));
        buffer.putShort(OFFSET + 2, ordered(segmentSize > 0 ? headers : 0));
        buffer.putShort(OFFSET + 4, ordered(segmentSize));
        buffer.putShort(OFFSET + 6, ordered(transport - Frame.ETHERNET_OFFSET));
        buffer.putShort(OFFSET + 8, ordered(frame.checksumFieldOffset()));
    }

    /** Into the frame's metadata; total over whatever the kernel says. */
    static void read(Frame frame) {
        ByteBuffer buffer = frame.buffer();
        int flags = buffer.get(OFFSET);
        int type = buffer.get(OFFSET + 1) & 0xff & ~GSO_ECN;
        frame.clearOffload();
        if ((flags & NEEDS_CHECKSUM) != 0) {
            int transport = Frame.ETHERNET_OFFSET + ordered(buffer.getShort(OFFSET + 6));
            frame.markChecksumPartial(transport, ordered(buffer.getShort(OFFSET + 8)));
        } else if ((flags & DATA_VALID) != 0) {
            frame.markChecksumVerified();
        }
        if (type == GSO_TCPV4) {
            frame.segmentSize(ordered(buffer.getShort(OFFSET + 4)));
        }
    }

    /** The largest datagram a super-segment may be. */
    static int maxSuperSegmentOctets() {
        return 65535 - Ipv4Header.LENGTH;
    }

    private static short ordered(int value) {
        return LITTLE ? Short.reverseBytes((short) value) : (short) value;
    }

    private static int ordered(short value) {
        return (LITTLE ? Short.reverseBytes(value) : value) & 0xffff;
    }
}
