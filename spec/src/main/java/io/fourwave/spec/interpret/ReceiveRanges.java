package io.fourwave.spec.interpret;

import java.util.Arrays;

/**
 * A receive stream as an array: readable, ready, then pairs (offset from the in-order edge, length) of what lies beyond a
 * hole, sorted, and apart: ranges that touch are one. Never changed in place.
 */
final class ReceiveRanges {
    private ReceiveRanges() {}

    static long ahead(long[] held) {
        long ahead = 0;
        for (int i = 3; i < held.length; i += 2) {
            ahead += held[i];
        }
        return ahead;
    }

    /** Adds [from, to), offsets from the edge. */
    static long[] place(long[] held, long from, long to) {
        if (from >= to) {
            return held;
        }
        long low = from;
        long high = to;
        long[] result = new long[held.length + 2];
        result[0] = held[0];
        result[1] = held[1];
        int at = 2;
        boolean inserted = false;
        if (low <= held[1]) {
            // Joins what is ready, from offset 0 on.
            low = 0;
            high = Math.max(high, held[1]);
        }
        for (int i = 2; i < held.length; i += 2) {
            long start = held[i];
            long end = start + held[i + 1];
            if (end < low) {
                result[at++] = start;
                result[at++] = end - start;
            } else if (start > high) {
                if (!inserted) {
                    at = insert(result, at, low, high);
                    inserted = true;
                }
                result[at++] = start;
                result[at++] = end - start;
            } else {
                low = Math.min(low, start);
                high = Math.max(high, end);
            }
        }
        if (!inserted) {
            at = insert(result, at, low, high);
        }
        return Arrays.copyOf(result, at);
    }

    private static int insert(long[] result, int at, long low, long high) {
        if (low == 0) {
            result[1] = high;
            return at;
        }
        result[at] = low;
        result[at + 1] = high - low;
        return at + 2;
    }

    /** Moves the edge over {@code octets} ready ones. */
    static long[] commit(long[] held, long octets) {
        long[] result = held.clone();
        result[0] += octets;
        result[1] -= octets;
        for (int i = 2; i < held.length; i += 2) {
            result[i] -= octets;
        }
        return result;
    }
}
