package io.fourwave.runtime.stream;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.wire.OctetSource;
import java.nio.ByteBuffer;

/**
 * Octets at running positions (an int that wraps around), kept in an array whose length is a power of two. It knows places, not what is held there.
 */
final class Ring implements OctetSource {
    private static final byte[] NONE = new byte[1];

    private final BufferPool pool;
    private byte[] array = NONE;
    private int mask;
    /** What was needed lately: storage given back is asked for again in this size, so that a busy stream does not grow in steps each time. */
    private int expected;

    /** Most needed since the ring was last empty. */
    private int peak;

    Ring(BufferPool pool) {
        this.pool = pool;
    }

    /** Makes room for octets at [from, from + extent), keeping those at [from, from + held). */
    void reserve(int from, int held, int extent) {
        peak = Math.max(peak, extent);
        if (extent <= array.length && array != NONE) {
            return;
        }
        byte[] grown = pool.take(Math.max(extent, expected));
        int grownMask = grown.length - 1;
        // Both rings are whole powers of two, so a run that wraps in neither is copied at once.
        for (int done = 0; done < held; ) {
            int source = from + done & mask;
            int target = from + done & grownMask;
            int run = Math.min(held - done, Math.min(array.length - source, grown.length - target));
            System.arraycopy(array, source, grown, target, run);
            done += run;
        }
        if (array != NONE) {
            pool.give(array);
        }
        array = grown;
        mask = grownMask;
    }

    /** Nothing is held any more: the storage goes back to the pool. */
    void empty() {
        if (array != NONE) {
            pool.give(array);
            array = NONE;
            mask = 0;
            expected = Math.max(peak, expected / 2);
            peak = 0;
        }
    }

    /** Nothing is held, and nothing is known of what will be. */
    void forget() {
        empty();
        expected = 0;
    }

    /** Copies octets of the view, from its own offset on, to a position. */
    void write(int position, Octets data, int dataOffset, int length) {
        int at = position & mask;
        int run = Math.min(length, array.length - at);
        OctetSource source = data.source();
        source.copyTo(data.offset() + dataOffset, array, at, run);
        if (run < length) {
            source.copyTo(data.offset() + dataOffset + run, array, 0, length - run);
        }
    }

    /** Points a view at octets from a position on. */
    Octets view(int position, int length, Octets out) {
        return out.wrap(this, position & mask, length);
    }

    @Override
    public byte get(int offset) {
        return array[offset & mask];
    }

    @Override
    public void copyTo(int offset, byte[] target, int targetOffset, int length) {
        int at = offset & mask;
        int run = Math.min(length, array.length - at);
        System.arraycopy(array, at, target, targetOffset, run);
        if (run < length) {
            System.arraycopy(array, 0, target, targetOffset + run, length - run);
        }
    }

    @Override
    public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
        int at = offset & mask;
        int run = Math.min(length, array.length - at);
        target.put(targetOffset, array, at, run);
        if (run < length) {
            target.put(targetOffset + run, array, 0, length - run);
        }
    }
}
