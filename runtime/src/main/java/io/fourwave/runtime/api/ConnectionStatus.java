package io.fourwave.runtime.api;

import java.net.InetSocketAddress;

/**
 * The STATUS call's answer (RFC 9293 3.9.1.6).
 *
 * @param state in the RFC's spelling, as {@code FIN-WAIT-1}
 * @param sendWindowOctets what the peer lets us send
 * @param receiveWindowOctets what we let the peer send
 * @param unacknowledgedOctets given to SEND and not yet acknowledged, sent or not
 * @param readableOctets waiting to be received by the user
 * @param rttNanos smoothed round-trip time, 0 before the first measurement
 * @param rtoNanos retransmission timeout before any back-off
 * @param congestionWindowOctets what congestion control lets be in flight
 */
public record ConnectionStatus(
        String state,
        InetSocketAddress local,
        InetSocketAddress remote,
        int sendWindowOctets,
        int receiveWindowOctets,
        int unacknowledgedOctets,
        int readableOctets,
        long rttNanos,
        long rtoNanos,
        int congestionWindowOctets) {}
