package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/** Ethernet II header, at {@link Frame#ETHERNET_OFFSET} of every frame. */
public final class EthernetHeader {
    public static final int LENGTH = 14;
    public static final int TYPE_IPV4 = 0x0800;
    public static final int TYPE_ARP = 0x0806;

    private static final int BASE = Frame.ETHERNET_OFFSET;

    private EthernetHeader() {}

    public static long destination(Frame frame) {
        return frame.buffer().getLong(BASE) >>> 16;
    }

    public static long source(Frame frame) {
        return frame.buffer().getLong(BASE + 6) >>> 16;
    }

    public static int type(Frame frame) {
        return frame.buffer().getShort(BASE + 12) & 0xffff;
    }

    public static void write(Frame frame, long destination, long source, int type) {
        ByteBuffer buffer = frame.buffer();
        buffer.putLong(BASE, destination << 16 | source >>> 32);
        buffer.putInt(BASE + 8, (int) source);
        buffer.putShort(BASE + 12, (short) type);
    }

    /** Replaces the destination of a frame that is otherwise ready. */
    public static void destination(Frame frame, long destination) {
        frame.buffer().putInt(BASE, (int) (destination >>> 16));
        frame.buffer().putShort(BASE + 4, (short) destination);
    }
}
