package io.fourwave.runtime.policy;

/** What the policies of one connection must know of the host around it. */
public interface ConnectionContext {
    /** The ISN of RFC 9293 section 3.4.1 for this connection's 4-tuple. */
    int initialSequenceNumber(long nowNanos);

    /** Whether somebody listens on this connection's local port. */
    boolean listening();

    /**
     * Octets of data one segment of ours may carry on the wire (Eff.snd.MSS less the options, RFC 9293 section 3.7.1).
     *
     * @param peerMss the peer's option, 0 when it sent none
     */
    int segmentOctets(int peerMss);

    /** Octets of data one segment may carry on its way to the link, which may cut it into such of {@link #segmentOctets}. */
    int burstOctets(int segmentOctets);

    /** The clock of our timestamps option, in milliseconds (RFC 7323 section 5.4). */
    int timestampMillis(long nowNanos);

    /** The peer has urgent data that end this many octets beyond what was received in order. */
    void urgentData(int octets);

    /** Octets were sent again. */
    void retransmitted(int octets);

    /** A segment is sent again because acknowledgments tell of its loss. */
    void fastRetransmit();

    /** The retransmission timer expired. */
    void timedOut();
}
