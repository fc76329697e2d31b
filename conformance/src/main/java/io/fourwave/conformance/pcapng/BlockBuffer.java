package io.fourwave.conformance.pcapng;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds one block: type, length, body, options, length again; everything padded to 32 bits. Little-endian, as most capture files are. */
final class BlockBuffer {
    private static final int END_OF_OPTIONS = 0;
    /** An option's length has 16 bits. */
    private static final int MOST_OPTION_OCTETS = 0xfffc;

    private ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    private boolean options;

    BlockBuffer begin(int type) {
        buffer.clear();
        options = false;
        return u32(type).u32(0);
    }

    BlockBuffer u8(int value) {
        ensure(1).put((byte) value);
        return this;
    }

    BlockBuffer u16(int value) {
        ensure(2).putShort((short) value);
        return this;
    }

    BlockBuffer u32(int value) {
        ensure(4).putInt(value);
        return this;
    }

    BlockBuffer u64(long value) {
        ensure(8).putLong(value);
        return this;
    }

    BlockBuffer octets(byte[] octets, int length) {
        ensure(length + 3).put(octets, 0, length);
        return pad();
    }

    BlockBuffer option(int code, byte[] value) {
        int length = Math.min(value.length, MOST_OPTION_OCTETS);
        options = true;
        return u16(code).u16(length).octets(value, length);
    }

    BlockBuffer option(int code, String text) {
        return option(code, text.getBytes(StandardCharsets.UTF_8));
    }

    BlockBuffer option(int code, int word) {
        options = true;
        return u16(code).u16(4).u32(word);
    }

    private BlockBuffer pad() {
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }

    /** Ends the block. */
    byte[] end() {
        if (options) {
            u16(END_OF_OPTIONS).u16(0);
        }
        int length = buffer.position() + 4;
        u32(length);
        buffer.putInt(4, length);
        byte[] block = new byte[length];
        buffer.flip().get(block);
        return block;
    }

    private ByteBuffer ensure(int octets) {
        if (buffer.remaining() < octets) {
            buffer = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + octets))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(buffer.flip());
        }
        return buffer;
    }
}
