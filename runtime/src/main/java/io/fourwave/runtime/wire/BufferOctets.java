package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/** The octets of a buffer; offsets are its absolute indexes. Reusable: wrap anew rather than allocate. */
public final class BufferOctets implements OctetSource {
    private ByteBuffer buffer;

    public BufferOctets() {}

    public BufferOctets(ByteBuffer buffer) {
        wrap(buffer);
    }

    public BufferOctets wrap(ByteBuffer octets) {
        buffer = octets;
        return this;
    }

    @Override
    public byte get(int offset) {
        return buffer.get(offset);
    }

    @Override
    public void copyTo(int offset, byte[] target, int targetOffset, int length) {
        buffer.get(offset, target, targetOffset, length);
    }

    @Override
    public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
        target.put(targetOffset, buffer, offset, length);
    }
}
