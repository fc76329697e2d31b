package io.fourwave.runtime.stream;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.wire.OctetSource;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Octets of a plain array, and states as a list: what the streams' tests feed and read. */
record ArrayOctets(byte[] array) implements OctetSource {
    static Octets of(byte[] array) {
        return new Octets().wrap(new ArrayOctets(array), 0, array.length);
    }

    static byte[] read(Octets octets) {
        byte[] bytes = new byte[octets.length()];
        octets.copyTo(bytes, 0);
        return bytes;
    }

    @Override
    public byte get(int offset) {
        return array[offset];
    }

    @Override
    public void copyTo(int offset, byte[] target, int targetOffset, int length) {
        System.arraycopy(array, offset, target, targetOffset, length);
    }

    @Override
    public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
        target.put(targetOffset, array, offset, length);
    }

    /** A state kept in memory, and given back in the order it was written. */
    static final class State implements StateSink, StateSource {
        private final Deque<Object> items = new ArrayDeque<>();

        @Override
        public void value(long value) {
            items.addLast(value);
        }

        @Override
        public void octets(OctetSource source, int offset, int length) {
            byte[] bytes = new byte[length];
            if (length > 0) {
                source.copyTo(offset, bytes, 0, length);
            }
            items.addLast(bytes);
        }

        @Override
        public long value() {
            return (Long) items.removeFirst();
        }

        @Override
        public Octets octets() {
            return of((byte[]) items.removeFirst());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state && Arrays.deepEquals(items.toArray(), state.items.toArray());
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(items.toArray());
        }

        @Override
        public String toString() {
            return Arrays.deepToString(items.toArray());
        }
    }
}
