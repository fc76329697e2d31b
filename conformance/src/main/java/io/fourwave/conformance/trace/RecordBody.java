package io.fourwave.conformance.trace;

import java.nio.charset.StandardCharsets;

/** Reads the body of one record. What does not fit is a {@link Malformed} that says what was expected. */
final class RecordBody {
    /** The body is not what its kind says; the reader adds where it stands. */
    static final class Malformed extends RuntimeException {
        Malformed(String what) {
            super(what, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int end;
    private int at;

    RecordBody(byte[] bytes, int length) {
        this.bytes = bytes;
        end = length;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte octet = octet();
            value |= (octet & 0x7fL) << shift;
            if (octet >= 0) {
                return value;
            }
        }
        throw new Malformed("a number is longer than 64 bits");
    }

    long signed() {
        long coded = unsigned();
        return coded >>> 1 ^ -(coded & 1);
    }

    long fixed64() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | octet() & 0xffL;
        }
        return value;
    }

    /** How many things follow, each of at least one octet. */
    int count() {
        long count = unsigned();
        if (count < 0 || count > end - at) {
            throw new Malformed(Long.toUnsignedString(count) + " things do not fit the record");
        }
        return (int) count;
    }

    /** A number that fits 31 bits. */
    int number() {
        long number = unsigned();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new Malformed("the number " + Long.toUnsignedString(number) + " cannot be");
        }
        return (int) number;
    }

    /** A number below the limit. */
    int index(int limit, String what) {
        long index = unsigned();
        if (index < 0 || index >= limit) {
            throw new Malformed("there is no " + what + " " + Long.toUnsignedString(index));
        }
        return (int) index;
    }

    long[] values() {
        return values(count());
    }

    /** Exactly so many values, without a count. */
    long[] values(int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = signed();
        }
        return values;
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    void end() {
        if (at != end) {
            throw new Malformed(end - at + " octets are left over");
        }
    }

    private byte octet() {
        if (at == end) {
            throw new Malformed("it ends too early");
        }
        return bytes[at++];
    }
}
