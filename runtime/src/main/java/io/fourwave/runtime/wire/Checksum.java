package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * The internet checksum (RFC 1071), eight octets at a time.
 *
 * <p>A 64-bit load is added as two 32-bit halves: the sum cannot overflow a long before 2^31 loads, so no carry has to be
 * looked after in the loop. Partial sums are plain longs; {@link #fold} makes the 16-bit field of one.
 */
public final class Checksum {
    private static final long LOW = 0xffffffffL;

    private Checksum() {}

    /**
     * Adds octets to a partial sum.
     *
     * @param sum partial sum of an even number of octets
     * @param buffer big-endian
     */
    public static long add(long sum, ByteBuffer buffer, int offset, int length) {
        int index = offset;
        int end = offset + length;
        long first = sum;
        long second = 0;
        for (int last = end - 31; index < last; index += 32) {
            long a = buffer.getLong(index);
            long b = buffer.getLong(index + 8);
            long c = buffer.getLong(index + 16);
            long d = buffer.getLong(index + 24);
            first += (a & LOW) + (a >>> 32) + (b & LOW) + (b >>> 32);
            second += (c & LOW) + (c >>> 32) + (d & LOW) + (d >>> 32);
        }
        for (int last = end - 7; index < last; index += 8) {
            long a = buffer.getLong(index);
            first += (a & LOW) + (a >>> 32);
        }
        if (end - index >= 4) {
            second += buffer.getInt(index) & LOW;
            index += 4;
        }
        if (end - index >= 2) {
            second += buffer.getShort(index) & 0xffff;
            index += 2;
        }
        if (index < end) {
            second += (buffer.get(index) & 0xff) << 8;
        }
        return first + second;
    }

    /** Partial sum of the pseudo header (RFC 9293 3.1); addresses as big-endian integers. */
    public static long pseudoHeader(int source, int destination, int protocol, int length) {
        return (source & LOW) + (destination & LOW) + protocol + length;
    }

    /** The ones' complement sum in 16 bits, not inverted. */
    public static int fold(long sum) {
        long folded = (sum & LOW) + (sum >>> 32);
        folded = (folded & 0xffff) + (folded >>> 16 & 0xffff) + (folded >>> 32);
        folded = (folded & 0xffff) + (folded >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return (int) folded;
    }

    /** The checksum field for a sum taken with the field zero. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** Whether a sum taken over everything, the checksum field too, proves the data right. */
    public static boolean verifies(long sum) {
        return fold(sum) == 0xffff;
    }
}
