package io.fourwave.runtime.stats;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps exceptions from ending a loop: each is counted, and the first of its kind (place and class) is logged, so that a fault
 * that strikes with every packet cannot fill a disk. Any thread.
 */
public final class FaultLog {
    private static final Logger LOGGER = System.getLogger("io.fourwave.runtime");

    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final LongAdder count = new LongAdder();
    private volatile Throwable first;

    /** @param where what was being done, as in {@code "timer"} */
    public void report(String where, Throwable fault) {
        count.increment();
        if (first == null) {
            first = fault;
        }
        if (logged.add(where + ' ' + fault.getClass().getName())) {
            LOGGER.log(Level.ERROR, "fault in " + where + "; further ones of this kind are counted only", fault);
        }
    }

    /** Faults so far. */
    public long count() {
        return count.sum();
    }

    /** The first fault, or null: what a test shows when it finds any. */
    public Throwable first() {
        return first;
    }

    public Map<String, Long> snapshot() {
        return Map.of("faults", count());
    }
}
