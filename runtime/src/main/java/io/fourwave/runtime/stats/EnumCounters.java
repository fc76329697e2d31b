package io.fourwave.runtime.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One counter per constant of an enum.
 *
 * <p>One thread counts (no lock, no allocation); any thread reads, and sees each counter at some recent, untorn value.
 *
 * @param <E> the names
 */
public final class EnumCounters<E extends Enum<E>> {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private final E[] names;
    private final long[] cells;

    public EnumCounters(Class<E> type) {
        names = type.getEnumConstants();
        cells = new long[names.length];
    }

    /** Adds one; the owning thread only. */
    public void increment(E name) {
        add(name, 1);
    }

    /** Adds {@code amount}; the owning thread only. */
    public void add(E name, long amount) {
        int index = name.ordinal();
        CELL.setOpaque(cells, index, cells[index] + amount);
    }

    public long get(E name) {
        return (long) CELL.getOpaque(cells, name.ordinal());
    }

    /** Sum over all names. */
    public long total() {
        long total = 0;
        for (int index = 0; index < cells.length; index++) {
            total += (long) CELL.getOpaque(cells, index);
        }
        return total;
    }

    /** All counters, in the order of the enum; names in lower case with dashes. */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new LinkedHashMap<>();
        for (E name : names) {
            snapshot.put(name.name().toLowerCase(Locale.ROOT).replace('_', '-'), get(name));
        }
        return snapshot;
    }

    @Override
    public String toString() {
        return snapshot().toString();
    }
}
