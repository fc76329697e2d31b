package io.fourwave.runtime.machine;

import io.fourwave.runtime.wire.OctetSource;

/**
 * A view of octets that lie somewhere else: reused, never kept beyond the step it was made for. Pointing it at something new costs
 * no allocation and no copy.
 */
public final class Octets {
    private OctetSource source;
    private int offset;
    private int length;

    /** Points at {@code length} octets of the source from {@code offset} on. */
    public Octets wrap(OctetSource source, int offset, int length) {
        this.source = source;
        this.offset = offset;
        this.length = length;
        return this;
    }

    /** Points at what the other points at. */
    public Octets wrap(Octets other) {
        return wrap(other.source, other.offset, other.length);
    }

    /** Points at nothing. */
    public Octets clear() {
        return wrap((OctetSource) null, 0, 0);
    }

    /** Null only when there are no octets. */
    public OctetSource source() {
        return source;
    }

    /** Of the first octet, in the source. */
    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Copies all octets to the array. */
    public void copyTo(byte[] target, int targetOffset) {
        if (length > 0) {
            source.copyTo(offset, target, targetOffset, length);
        }
    }

    @Override
    public String toString() {
        return length + (length == 1 ? " octet" : " octets");
    }
}
