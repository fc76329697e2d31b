package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/** An ARP packet (RFC 826) for IPv4 on Ethernet, at {@link Frame#NETWORK_OFFSET}. */
public final class ArpPacket {
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final int BASE = Frame.NETWORK_OFFSET;
    private static final long ETHERNET_IPV4_SIZES = 0x0001_0800_0604L;
    /** Frames are padded to this length on a real wire; some drivers leave that to us. */
    private static final int MIN_FRAME_LENGTH = 60;

    private ArpPacket() {}

    /** Whether the frame holds a well-formed ARP packet for IPv4 on Ethernet. */
    public static DropReason check(Frame frame) {
        if (frame.length() < EthernetHeader.LENGTH + LENGTH) {
            return DropReason.ARP_MALFORMED;
        }
        boolean known = frame.buffer().getLong(BASE) >>> 16 == ETHERNET_IPV4_SIZES;
        int operation = operation(frame);
        return known && (operation == REQUEST || operation == REPLY) ? DropReason.ACCEPTED : DropReason.ARP_MALFORMED;
    }

    public static int operation(Frame frame) {
        return frame.buffer().getShort(BASE + 6) & 0xffff;
    }

    public static long senderMac(Frame frame) {
        return frame.buffer().getLong(BASE + 8) >>> 16;
    }

    public static int senderAddress(Frame frame) {
        return frame.buffer().getInt(BASE + 14);
    }

    public static int targetAddress(Frame frame) {
        return frame.buffer().getInt(BASE + 24);
    }

    /** Writes a whole frame. {@code targetMac} is 0 in a broadcast request. */
    public static void write(
            Frame frame, int operation, long senderMac, int senderAddress, long targetMac, int targetAddress) {
        long destination = targetMac == 0 ? MacAddress.BROADCAST : targetMac;
        EthernetHeader.write(frame, destination, senderMac, EthernetHeader.TYPE_ARP);
        ByteBuffer buffer = frame.buffer();
        buffer.putLong(BASE, ETHERNET_IPV4_SIZES << 16 | operation);
        buffer.putLong(BASE + 8, senderMac << 16 | senderAddress >>> 16);
        buffer.putLong(BASE + 16, (long) (senderAddress & 0xffff) << 48 | targetMac);
        buffer.putInt(BASE + 24, targetAddress);
        for (int index = BASE + LENGTH; index < Frame.ETHERNET_OFFSET + MIN_FRAME_LENGTH; index++) {
            buffer.put(index, (byte) 0);
        }
        frame.clearOffload().length(MIN_FRAME_LENGTH);
    }
}
