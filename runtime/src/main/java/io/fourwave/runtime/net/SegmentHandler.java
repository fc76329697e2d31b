package io.fourwave.runtime.net;

import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.TcpHeader;

/** The TCP layer as the internet layer sees it. Called on the loop's thread. */
public interface SegmentHandler {
    /**
     * One TCP segment: unicast, from a valid source, checksum right (MUST-3), both ports non-zero.
     *
     * @param ip source and destination address; valid during the call
     * @param tcp header, options and payload, in the received frame; valid during the call
     */
    void segment(Ipv4Header ip, TcpHeader tcp, long nowNanos);

    /** An ICMP error quotes a segment of ours (MUST-54); valid during the call. Also given when a neighbour does not answer ARP. */
    void icmpError(IcmpError error, long nowNanos);

    /** All segments that had arrived have been handed over (MUST-59). */
    void batchEnd(long nowNanos);

    /** The device is gone; nothing will arrive any more and nothing can be sent. */
    default void linkDown(LinkException cause) {}
}
