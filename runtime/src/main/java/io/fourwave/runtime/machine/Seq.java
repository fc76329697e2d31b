package io.fourwave.runtime.machine;

/** Comparison of 32-bit sequence numbers, modulo 2^32 (RFC 9293 section 3.4): a precedes b when b - a is positive as a signed number. */
public final class Seq {
    private Seq() {}

    /** {@code a < b}. */
    public static boolean lessThan(int a, int b) {
        return b - a > 0;
    }

    /** {@code a =< b}. */
    public static boolean lessOrEqual(int a, int b) {
        return b - a >= 0;
    }

    /** {@code a > b}. */
    public static boolean greaterThan(int a, int b) {
        return a - b > 0;
    }

    /** {@code a >= b}. */
    public static boolean greaterOrEqual(int a, int b) {
        return a - b >= 0;
    }

    /** The encoding outside a machine: 0 to 2^32 - 1. */
    public static long encoded(int seq) {
        return seq & 0xFFFF_FFFFL;
    }
}
