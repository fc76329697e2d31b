package io.fourwave.runtime.machine;

/** Arithmetic on durations in nanoseconds, where {@link #FOREVER} stays forever whatever is added, and nothing overflows. */
public final class Nanos {
    /** A duration that does not end. */
    public static final long FOREVER = Long.MAX_VALUE;

    private Nanos() {}

    public static long plus(long a, long b) {
        if (a == FOREVER || b == FOREVER) {
            return FOREVER;
        }
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? saturated(a) : sum;
    }

    /** Forever less anything is forever. */
    public static long minus(long a, long b) {
        return a == FOREVER ? FOREVER : plus(a, -b);
    }

    public static long times(long duration, long factor) {
        long high = Math.multiplyHigh(duration, factor);
        long low = duration * factor;
        if (high == low >> 63) {
            return low;
        }
        return saturated(duration ^ factor);
    }

    /** Rounds down; forever stays forever. */
    public static long dividedBy(long duration, long divisor) {
        return duration == FOREVER ? FOREVER : Math.floorDiv(duration, divisor);
    }

    /** {@code min(base * factor^retries, max)}: the interval of a timer that backs off. */
    public static long backedOff(long base, int factor, int retries, long max) {
        long interval = base;
        for (int i = 0; i < retries && interval < max; i++) {
            interval = times(interval, factor);
        }
        return Math.min(interval, max);
    }

    private static long saturated(long sign) {
        return sign < 0 ? Long.MIN_VALUE : FOREVER;
    }
}
