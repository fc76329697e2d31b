package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * Octets that lie somewhere: a frame just received, a ring buffer, an array. An implementation whose storage wraps around does so
 * behind these methods. Offsets and lengths are the caller's duty; outside the source they fail with
 * {@link IndexOutOfBoundsException}.
 */
public interface OctetSource {
    /** One octet. */
    byte get(int offset);

    /** Copies {@code length} octets from {@code offset} on into the array. */
    void copyTo(int offset, byte[] target, int targetOffset, int length);

    /** Copies {@code length} octets from {@code offset} on into the buffer, absolutely at {@code targetOffset}: its position stays. */
    void copyTo(int offset, ByteBuffer target, int targetOffset, int length);
}
