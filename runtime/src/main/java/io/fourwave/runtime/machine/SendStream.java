package io.fourwave.runtime.machine;

/** Octets on their way out: what the user has given and the peer has not yet acknowledged. Offset 0 is the first unacknowledged one. */
public interface SendStream {
    /** Octets held. */
    int length();

    /** Octets it can still take: capacity less length. */
    int free();

    int capacity();

    /**
     * The user's octets join the end; they are copied.
     *
     * @throws IllegalStateException when they are more than {@link #free}
     */
    void append(Octets data);

    /**
     * The first n octets are acknowledged and forgotten.
     *
     * @throws IllegalStateException when fewer are held, or n is negative
     */
    void release(int n);

    /**
     * Points {@code out} at {@code length} octets from {@code offset} on, valid until the stream next changes.
     *
     * @return out
     * @throws IllegalStateException when they are not all held
     */
    Octets slice(int offset, int length, Octets out);

    /** Empty, as new. */
    void clear();

    /** Writes: the octets held. */
    void save(StateSink sink);

    /**
     * Becomes what {@link #save} wrote.
     *
     * @throws IllegalArgumentException when that does not fit the capacity
     */
    void restore(StateSource source);
}
