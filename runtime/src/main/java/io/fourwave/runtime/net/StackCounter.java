package io.fourwave.runtime.net;

/**
 * What the internet layer counts besides drops. Every received frame is counted in FRAMES_RECEIVED, and either under one
 * {@link io.fourwave.runtime.wire.DropReason} or under one of the *_ACCEPTED.
 */
public enum StackCounter {
    FRAMES_RECEIVED,
    ARP_ACCEPTED,
    ICMP_ECHO_ACCEPTED,
    ICMP_ERROR_ACCEPTED,
    TRANSPORT_ACCEPTED,
    ARP_REQUESTS_SENT,
    ARP_REPLIES_SENT,
    ARP_CONFLICTS,
    NEIGHBOURS_UNREACHABLE,
    ICMP_ECHO_REPLIES_SENT,
    ICMP_UNREACHABLE_SENT,
    ICMP_RATE_LIMITED,
    /** Segments with an option of an impossible length; served all the same (RFC 9293 MUST-7). */
    TCP_MALFORMED_OPTIONS,
    SEGMENTS_SENT,
    SENT_NO_ROUTE,
    SENT_TOO_LARGE,
    SENT_DROPPED,
    SENT_QUEUED
}
