package io.fourwave.runtime.policy;

/**
 * How much a connection may have in flight. Told of every acknowledgment and loss; asked for its window.
 *
 * <p>Sequence numbers are the wire's 32 bits in an {@code int}; sizes are octets.
 */
public interface CongestionControl {
    /**
     * The handshake is complete.
     *
     * @param smssOctets what a full segment carries
     * @param iss the initial send sequence number
     * @param synLost the SYN or the SYN,ACK had to be sent again
     */
    void established(int smssOctets, int iss, boolean synLost);

    /**
     * New data were acknowledged.
     *
     * @param ackedOctets how many
     * @param una oldest unacknowledged sequence number now
     * @param nxt next sequence number to be sent
     * @return true when the segment at {@code una} is to be sent again at once (a partial acknowledgment)
     */
    boolean acknowledged(int ackedOctets, int una, int nxt);

    /**
     * A duplicate acknowledgment (RFC 5681 section 2).
     *
     * @param sackedOctets how many octets it tells are held beyond a hole (RFC 6675 section 2)
     * @return true when the segment at {@code una} is to be sent again at once
     */
    boolean duplicate(int una, int nxt, int sackedOctets);

    /**
     * The retransmission timer expired.
     *
     * @param first the segment had not been retransmitted by the timer before
     */
    void timedOut(int una, int nxt, boolean first);

    /**
     * A tail loss probe repaired a loss that nothing else told of (RFC 8985 section 7.4.2).
     *
     * @param flightOctets sent and not acknowledged
     */
    void probeRepaired(int flightOctets);

    /** Nothing was sent for longer than a retransmission timeout (RFC 5681 section 4.1). */
    void idle();

    /** Octets that may be in flight now, the limited transmit of RFC 3042 included. */
    int windowOctets();

    int ssthreshOctets();

    boolean recovering();

    /** After a timeout, until everything sent before it is acknowledged: what is in flight counts as lost and is sent again from the oldest on. */
    boolean repairing();
}
