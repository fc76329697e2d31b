package io.fourwave.runtime.net;

import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;

/**
 * A protocol above IPv4, registered with {@link IpStack#register}. For TCP, {@link TcpReceiver} is one, so that the
 * connection layer implements {@link SegmentHandler} only. Called on the loop's thread.
 */
public interface TransportHandler {
    /**
     * One unfragmented datagram addressed to us by unicast from a valid source, header checksum verified.
     *
     * @param ip the parsed header; valid during the call
     * @param frame holds the payload at {@link Ipv4Header#payloadOffset()}; valid during the call
     * @return {@link DropReason#ACCEPTED}, or why the datagram is no good
     */
    DropReason receive(Ipv4Header ip, Frame frame, long nowNanos);

    /** An ICMP error quotes a datagram of ours (MUST-54). */
    void icmpError(IcmpError error, long nowNanos);

    /** Everything that had arrived has been received. */
    void batchEnd(long nowNanos);

    /** The device is gone; nothing will arrive any more and nothing can be sent. */
    default void linkDown(LinkException cause) {}
}
