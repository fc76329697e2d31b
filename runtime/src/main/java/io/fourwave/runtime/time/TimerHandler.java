package io.fourwave.runtime.time;

/** Told when a timer is due. */
@FunctionalInterface
public interface TimerHandler {
    /**
     * @param key what was given to {@link TimerWheel#schedule}
     * @param nowNanos present time, never before the deadline
     */
    void onTimer(long key, long nowNanos);
}
