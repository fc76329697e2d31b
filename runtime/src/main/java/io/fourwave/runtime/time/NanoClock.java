package io.fourwave.runtime.time;

/** A monotonic clock; only differences of its readings have a meaning. */
@FunctionalInterface
public interface NanoClock {
    long nanoTime();

    /** The machine's monotonic clock. */
    static NanoClock system() {
        return System::nanoTime;
    }
}
