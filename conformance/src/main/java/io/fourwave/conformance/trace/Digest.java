package io.fourwave.conformance.trace;

/** 64 bits that stand for a state. Not cryptographic: it finds mistakes and damage, not forgers. */
public final class Digest {
    private static final long SEED = 0x9e3779b97f4a7c15L;
    private static final long MULTIPLIER = 0xd6e8feb86659fd93L;

    private Digest() {}

    /** Of the first {@code length} values. */
    public static long of(long[] values, int length) {
        long hash = SEED ^ length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ values[i]) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    public static long of(long[] values) {
        return of(values, values.length);
    }
}
