package io.fourwave.runtime.wire;

/**
 * Why a received frame went no further. Every parser returns one of these; every frame is counted under exactly one.
 */
public enum DropReason {
    /** Not dropped. */
    ACCEPTED,
    ETHERNET_TRUNCATED,
    ETHERNET_NOT_FOR_US,
    ETHERNET_UNKNOWN_TYPE,
    ARP_MALFORMED,
    ARP_BAD_SENDER,
    ARP_NOT_FOR_US,
    IP_TRUNCATED,
    IP_BAD_VERSION,
    IP_BAD_HEADER_LENGTH,
    IP_BAD_TOTAL_LENGTH,
    IP_BAD_CHECKSUM,
    /** Reassembly is not offered. */
    IP_FRAGMENT,
    /** Broadcast, multicast, loopback, unspecified or our own address as source (RFC 9293 MUST-63). */
    IP_BAD_SOURCE,
    IP_NOT_FOR_US,
    /** Broadcast or multicast where only unicast is served (RFC 9293 MUST-57). */
    IP_NOT_UNICAST,
    IP_UNKNOWN_PROTOCOL,
    ICMP_TRUNCATED,
    ICMP_BAD_CHECKSUM,
    ICMP_UNKNOWN_TYPE,
    /** RFC 9293 MUST-55. */
    ICMP_SOURCE_QUENCH,
    ICMP_BAD_QUOTE,
    /** An error about a datagram that we cannot have sent. */
    ICMP_QUOTE_NOT_OURS,
    /** An echo request too large to be answered without fragmentation. */
    ICMP_ECHO_TOO_LARGE,
    UDP_TRUNCATED,
    UDP_BAD_CHECKSUM,
    /** No UDP service exists; answered with port unreachable, within the rate limit. */
    UDP_NO_PORT,
    TCP_TRUNCATED,
    TCP_BAD_DATA_OFFSET,
    TCP_BAD_CHECKSUM,
    TCP_PORT_ZERO,
    /** The transport failed on it: a defect in this program, never the packet's fault. */
    HANDLER_FAILED;

    public boolean accepted() {
        return this == ACCEPTED;
    }
}
