package io.fourwave.conformance.equivalence;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.wire.OctetSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a machine wrote, or a test made up: values, and octets of which only the number matters. */
final class SavedState implements StateSink, StateSource {
    /** Octets of any number, all zero. */
    static final OctetSource ZEROS = new OctetSource() {
        @Override
        public byte get(int offset) {
            return 0;
        }

        @Override
        public void copyTo(int offset, byte[] target, int targetOffset, int length) {
            Arrays.fill(target, targetOffset, targetOffset + length, (byte) 0);
        }

        @Override
        public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
            for (int i = 0; i < length; i++) {
                target.put(targetOffset + i, (byte) 0);
            }
        }
    };

    private final List<Long> values = new ArrayList<>();
    private final Octets view = new Octets();
    private int at;

    List<Long> values() {
        return List.copyOf(values);
    }

    @Override
    public void value(long value) {
        values.add(value);
    }

    @Override
    public void octets(OctetSource source, int offset, int length) {
        values.add((long) length);
    }

    @Override
    public long value() {
        return values.get(at++);
    }

    @Override
    public Octets octets() {
        int length = (int) value();
        return view.wrap(ZEROS, 0, length);
    }
}
