package io.fourwave.runtime.host;

/** What a TCP host counts. */
public enum TcpCounter {
    SEGMENTS_RECEIVED,
    SEGMENTS_SENT,
    OCTETS_RECEIVED,
    OCTETS_SENT,
    OCTETS_RETRANSMITTED,
    ACTIVE_OPENS,
    PASSIVE_OPENS,
    ESTABLISHED,
    /** Connections gone, however they went. */
    REMOVED,
    RESETS_SENT,
    RESETS_RECEIVED,
    /** Segments that no connection and no listener was there for. */
    STRAY_SEGMENTS,
    RETRANSMISSION_TIMEOUTS,
    /** Segments sent again because acknowledgments told of their loss. */
    FAST_RETRANSMITS,
    ICMP_ERRORS,
    /** ICMP errors about connections that do not exist. */
    ICMP_STRAY,
    SYN_DROPPED_BACKLOG,
    SYN_DROPPED_CONNECTION_LIMIT,
    DATA_DROPPED_MEMORY,
    DATA_DROPPED_HOLES,
    TIME_WAIT_OVERFLOW,
    TIME_WAIT_REUSED,
    SEND_FAILED
}
