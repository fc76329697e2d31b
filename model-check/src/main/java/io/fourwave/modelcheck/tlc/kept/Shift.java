package io.fourwave.modelcheck.tlc.kept;

import java.util.concurrent.ConcurrentHashMap;
import tlc2.value.impl.Value;

/**
 * What reading n octets does to a fingerprint, whatever the octets are. TLC's fingerprints are remainders of polynomials over GF(2)
 * (Rabin): {@code F(before, octets) = before * x^(8n) + F(0, octets)}. The first term is linear in {@code before}, so eight tables, one
 * per octet of {@code before}, replace the walk through a value.
 */
final class Shift {
    private static final int OCTETS = 8;
    private static final int TABLE = 256;
    private static final ConcurrentHashMap<Long, Shift> SHIFTS = new ConcurrentHashMap<>();

    private final long[] tables;

    private Shift(long[] tables) {
        this.tables = tables;
    }

    /**
     * The shift by as many octets as the value has; null when the value's fingerprint is not linear, which no release known does.
     *
     * @param zero the value's fingerprint when the one before it is 0
     */
    static Shift of(Value value, long zero) {
        // What becomes of 1 tells one length from another: x has an order beyond any length.
        long signature = value.fingerPrint(1L) ^ zero;
        Shift known = SHIFTS.get(signature);
        if (known != null) {
            return known;
        }
        Shift made = new Shift(tables(value, zero));
        long probe = 0x9E3779B97F4A7C15L;
        if (made.apply(probe) != (value.fingerPrint(probe) ^ zero)) {
            return null;
        }
        SHIFTS.put(signature, made);
        return made;
    }

    private static long[] tables(Value value, long zero) {
        long[] tables = new long[OCTETS * TABLE];
        for (int octet = 0; octet < OCTETS; octet++) {
            int table = octet * TABLE;
            for (int bit = 0; bit < 8; bit++) {
                long image = value.fingerPrint(1L << (8 * octet + bit)) ^ zero;
                for (int lower = 0; lower < 1 << bit; lower++) {
                    tables[table + (1 << bit) + lower] = tables[table + lower] ^ image;
                }
            }
        }
        return tables;
    }

    long apply(long before) {
        long[] t = tables;
        return t[(int) before & 0xFF]
                ^ t[0x100 | (int) (before >>> 8) & 0xFF]
                ^ t[0x200 | (int) (before >>> 16) & 0xFF]
                ^ t[0x300 | (int) (before >>> 24) & 0xFF]
                ^ t[0x400 | (int) (before >>> 32) & 0xFF]
                ^ t[0x500 | (int) (before >>> 40) & 0xFF]
                ^ t[0x600 | (int) (before >>> 48) & 0xFF]
                ^ t[0x700 | (int) (before >>> 56) & 0xFF];
    }
}
