package io.fourwave.runtime.stream;

import java.util.ArrayDeque;

/**
 * Arrays for the streams of one event loop, by powers of two. Not thread-safe. Counts what is out, so that a host can stop taking in data before memory
 * runs out.
 */
public final class BufferPool {
    /** Smallest array: what an idle exchange of short messages needs. */
    static final int MIN_OCTETS = 1 << 11;

    private static final int MIN_SHIFT = Integer.numberOfTrailingZeros(MIN_OCTETS);
    /** Largest array: the window of RFC 7323 section 2.3. */
    private static final int MAX_SHIFT = 30;

    private final long limitOctets;
    private final long keepOctets;
    private final ArrayDeque<byte[]>[] free;
    private long heldOctets;
    private long keptOctets;

    /** @param limitOctets what all streams together should stay under; {@link #exhausted} tells when they do not */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public BufferPool(long limitOctets) {
        this.limitOctets = limitOctets;
        this.keepOctets = limitOctets / 4;
        this.free = new ArrayDeque[MAX_SHIFT + 1];
        for (int i = MIN_SHIFT; i <= MAX_SHIFT; i++) {
            free[i] = new ArrayDeque<>();
        }
    }

    /** An array of at least this many octets; what is in it is anything. */
    byte[] take(int octets) {
        int shift = octets <= MIN_OCTETS ? MIN_SHIFT : 32 - Integer.numberOfLeadingZeros(octets - 1);
        if (shift > MAX_SHIFT) {
            throw new IllegalArgumentException("a stream of " + octets + " octets; at most 2^" + MAX_SHIFT);
        }
        byte[] array = free[shift].pollLast();
        if (array == null) {
            array = new byte[1 << shift];
        } else {
            keptOctets -= array.length;
        }
        heldOctets += array.length;
        return array;
    }

    /** Gives back what {@link #take} gave. */
    void give(byte[] array) {
        heldOctets -= array.length;
        if (keptOctets + array.length <= keepOctets) {
            keptOctets += array.length;
            free[Integer.numberOfTrailingZeros(array.length)].addLast(array);
        }
    }

    /** The limit is reached: nothing that makes a stream longer should be let in. */
    public boolean exhausted() {
        return heldOctets >= limitOctets;
    }

    /** Octets of the arrays that streams hold now. */
    public long heldOctets() {
        return heldOctets;
    }
}
