package io.fourwave.conformance.lab;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.wire.OctetSource;
import java.nio.ByteBuffer;

/** Octets in an array. */
record ArrayOctets(byte[] bytes) implements OctetSource {
    static ArrayOctets copyOf(Octets octets) {
        byte[] bytes = new byte[octets.length()];
        octets.copyTo(bytes, 0);
        return new ArrayOctets(bytes);
    }

    @Override
    public byte get(int offset) {
        return bytes[offset];
    }

    @Override
    public void copyTo(int offset, byte[] target, int targetOffset, int length) {
        System.arraycopy(bytes, offset, target, targetOffset, length);
    }

    @Override
    public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
        target.put(targetOffset, bytes, offset, length);
    }
}
