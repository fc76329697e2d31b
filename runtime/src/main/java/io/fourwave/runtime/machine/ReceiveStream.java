package io.fourwave.runtime.machine;

/**
 * Octets coming in. The edge is the place of the next octet in order. Before it lie the readable octets: committed, and not yet
 * taken by the user. From it on lie octets that were placed: the ready ones touch the edge, ranges ahead lie beyond a hole.
 */
public interface ReceiveStream {
    /**
     * Keeps data at this signed offset from the edge; what is before the edge, beyond the capacity or held already is dropped.
     * Copies.
     */
    void place(int offset, Octets data);

    /** Octets contiguous from the edge that are placed and not committed. */
    int ready();

    /**
     * The edge moves over n octets.
     *
     * @throws IllegalStateException when fewer are ready, or n is negative
     */
    void commit(int n);

    /** Octets committed and not taken. */
    int readable();

    /**
     * The user has taken the first n readable octets.
     *
     * @throws IllegalStateException when fewer are readable, or n is negative
     */
    void take(int n);

    /** Octets placed beyond a hole. */
    int ahead();

    /** Number of ranges ahead: maximal, so no two of them touch, and none touches the ready octets. */
    int rangesAhead();

    /** Offset from the edge of the i-th range ahead, nearest first. */
    int rangeOffset(int i);

    /** Octets of the i-th range ahead. */
    int rangeLength(int i);

    /** Capacity less readable: what the peer may send from the edge on. */
    int free();

    int capacity();

    /** Empty, as new. */
    void clear();

    /**
     * Writes: the number readable; the octets readable and ready, as one; the number of ranges ahead; of each its offset from the
     * edge and its octets.
     */
    void save(StateSink sink);

    /**
     * Becomes what {@link #save} wrote.
     *
     * @throws IllegalArgumentException when that does not fit the capacity or the ranges are not in order
     */
    void restore(StateSource source);
}
