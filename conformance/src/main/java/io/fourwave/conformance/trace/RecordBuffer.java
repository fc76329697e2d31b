package io.fourwave.conformance.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Collects the body of one record; reused, so that recording a step allocates nothing once it has grown. */
final class RecordBuffer {
    /** Longest length prefix and the checksum: what {@link #frameInto} adds. */
    static final int FRAME_OCTETS = 5 + 4;

    private final CRC32C crc = new CRC32C();
    private byte[] bytes;
    private int length;

    RecordBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    RecordBuffer clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    RecordBuffer unsigned(long value) {
        ensure(10);
        length = putUnsigned(bytes, length, value);
        return this;
    }

    RecordBuffer signed(long value) {
        return unsigned(value << 1 ^ value >> 63);
    }

    RecordBuffer fixed64(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    RecordBuffer text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** The count, then the values, signed. */
    RecordBuffer values(long[] values, int count) {
        unsigned(count);
        for (int i = 0; i < count; i++) {
            signed(values[i]);
        }
        return this;
    }

    /** Another body, without a count. */
    RecordBuffer append(RecordBuffer other) {
        ensure(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /**
     * Writes the record as the file has it: length, body, checksum.
     *
     * @param target with room for {@link #length()} + {@link #FRAME_OCTETS}
     * @return the index after it
     */
    int frameInto(byte[] target, int offset) {
        int at = putUnsigned(target, offset, length);
        System.arraycopy(bytes, 0, target, at, length);
        at += length;
        crc.reset();
        crc.update(bytes, 0, length);
        int sum = (int) crc.getValue();
        for (int shift = 24; shift >= 0; shift -= 8) {
            target[at++] = (byte) (sum >>> shift);
        }
        return at;
    }

    private static int putUnsigned(byte[] target, int offset, long value) {
        int at = offset;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            target[at++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        target[at++] = (byte) rest;
        return at;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
