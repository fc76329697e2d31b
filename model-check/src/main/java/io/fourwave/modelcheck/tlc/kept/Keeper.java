package io.fourwave.modelcheck.tlc.kept;

import java.util.concurrent.atomic.AtomicLong;
import tlc2.TLCGlobals;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * Takes each record, set, tuple and function of a state for the one that is equal to it and was there before. Equal means here: of one
 * fingerprint, the measure by which TLC itself tells states apart, and of one class.
 */
public final class Keeper {
    /** {@code -Dfourwave.memory.off=true} leaves TLC as it is, to compare. */
    public static final boolean OFF = Boolean.getBoolean("fourwave.memory.off") || TLCGlobals.isCoverageEnabled();

    /** What a value of a dozen fields takes with its entries here and in what is remembered of it. */
    private static final int BYTES_PER_VALUE = 512;

    private static final long CAPACITY = Math.max(10_000, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_VALUE);
    /** Functions of more parts than this are no pair of ends. */
    private static final int MOST_PARTS = 16;

    private static final Table SHARED = new Table();
    private static final Table REMEMBERED = new Table();
    private static final AtomicLong ADDED = new AtomicLong();

    private Keeper() {}

    /** What was remembered under the key, or null. */
    public static Value remembered(long key) {
        return REMEMBERED.get(key);
    }

    /** Remembers the value, kept. */
    public static Value remember(long key, Value value) {
        room();
        return REMEMBERED.add(key, keep(value));
    }

    /** Empties the memory when it would take a quarter of the heap: what is forgotten is found anew. */
    private static void room() {
        if (ADDED.incrementAndGet() % CAPACITY == 0) {
            SHARED.clear();
            REMEMBERED.clear();
        }
    }

    /** The value that all states share instead of this one, its parts too; the value itself where there is nothing to share. */
    public static Value keep(Value value) {
        Kept kept = Kept.of(value);
        if (kept != null) {
            return kept.shared();
        }
        if (value instanceof RecordValue record) {
            record.normalize();
            keepAll(record.values);
            return share(record, Kept.whole(record));
        }
        if (value instanceof TupleValue tuple) {
            keepAll(tuple.elems);
            return share(tuple, Kept.whole(tuple));
        }
        if (value instanceof SetEnumValue set) {
            set.normalize();
            for (int i = 0; i < set.elems.size(); i++) {
                set.elems.setElementAt(keep(set.elems.elementAt(i)), i);
            }
            return share(set, Kept.whole(set));
        }
        if (value instanceof FcnRcdValue function && function.intv == null && function.values.length <= MOST_PARTS) {
            function.normalize();
            keepAll(function.values);
            return function(function);
        }
        return value;
    }

    private static void keepAll(Value[] values) {
        for (int i = 0; i < values.length; i++) {
            Value shared = keep(values[i]);
            if (shared != values[i]) {
                values[i] = shared;
            }
        }
    }

    private static Value share(Value value, Kept kept) {
        long key = mixed(value.getClass().hashCode(), kept.fingerprint());
        Value known = SHARED.get(key);
        if (known == null) {
            value.cm = kept;
            room();
            known = SHARED.add(key, value);
        }
        if (known != value) {
            value.cm = Kept.of(known).duplicate(value);
        }
        return known;
    }

    /** A function is looked up by its parts, without a look at its fingerprint. */
    private static Value function(FcnRcdValue function) {
        long key = FcnRcdValue.class.hashCode();
        for (int i = 0; i < function.values.length; i++) {
            key = mixed(mixed(key, mark(function.domain[i])), mark(function.values[i]));
        }
        Value known = SHARED.get(key);
        if (known == null) {
            function.cm = Kept.parts(function);
            room();
            known = SHARED.add(key, function);
        }
        if (known != function) {
            function.cm = Kept.of(known).duplicate(function);
        }
        return known;
    }

    /** 64 bits that stand for a value, in this JVM. */
    public static long mark(Value value) {
        Kept kept = Kept.of(value);
        if (kept != null) {
            return kept.fingerprint();
        }
        if (value instanceof IntValue number) {
            return number.val;
        }
        return value instanceof BoolValue truth ? truth.val ? 1 : 2 : value.fingerPrint(FP64.New());
    }

    /** Murmur's last step: every bit of both depends on every bit of the result. */
    public static long mixed(long before, long mark) {
        long mixed = (before ^ mark) * 0xFF51AFD7ED558CCDL;
        mixed ^= mixed >>> 33;
        mixed *= 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 29;
    }
}
