package io.fourwave.modelcheck.tlc.kept;

import java.util.concurrent.atomic.AtomicReferenceArray;
import tlc2.value.impl.Value;

/**
 * From 64-bit keys, which are as good as random, to values. Reading takes no lock and makes no object; a reader may miss what is just
 * being added, which costs time only.
 */
public final class Table {
    private static final int STRIPES = 64;
    private static final int SMALLEST = 256;

    private record Entry(long key, Value value) {}

    private static final class Stripe {
        volatile AtomicReferenceArray<Entry> slots = new AtomicReferenceArray<>(SMALLEST);
        int size;
    }

    private final Stripe[] stripes = new Stripe[STRIPES];

    public Table() {
        clear();
    }

    private Stripe stripe(long key) {
        return stripes[(int) (key >>> 58)];
    }

    /** The value, or null. */
    public Value get(long key) {
        AtomicReferenceArray<Entry> slots = stripe(key).slots;
        int mask = slots.length() - 1;
        for (int i = (int) key & mask; ; i = i + 1 & mask) {
            Entry entry = slots.getAcquire(i);
            if (entry == null) {
                return null;
            }
            if (entry.key == key) {
                return entry.value;
            }
        }
    }

    /** Adds the value, unless there is one: the one that is there from now on. */
    public Value add(long key, Value value) {
        Stripe stripe = stripe(key);
        synchronized (stripe) {
            AtomicReferenceArray<Entry> slots = stripe.slots;
            if (stripe.size * 2 >= slots.length()) {
                AtomicReferenceArray<Entry> larger = new AtomicReferenceArray<>(slots.length() * 2);
                for (int i = 0; i < slots.length(); i++) {
                    Entry entry = slots.getPlain(i);
                    if (entry != null) {
                        place(larger, entry);
                    }
                }
                stripe.slots = larger;
                slots = larger;
            }
            Entry there = place(slots, new Entry(key, value));
            if (there == null) {
                stripe.size++;
                return value;
            }
            return there.value;
        }
    }

    private static Entry place(AtomicReferenceArray<Entry> slots, Entry entry) {
        int mask = slots.length() - 1;
        int i = (int) entry.key & mask;
        for (Entry there = slots.getPlain(i); there != null; there = slots.getPlain(i)) {
            if (there.key == entry.key) {
                return there;
            }
            i = i + 1 & mask;
        }
        slots.setRelease(i, entry);
        return null;
    }

    /** Forgets everything. */
    public void clear() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }
}
