package io.fourwave.runtime.net;

/** What became of a datagram handed to the internet layer. */
public enum SendResult {
    SENT,
    /** Waits for the neighbour's Ethernet address. */
    QUEUED,
    /** The destination is neither on the link nor behind a gateway, or is no unicast address. */
    NO_ROUTE,
    /** Larger than the link takes. */
    TOO_LARGE,
    /** The link, or the full queue of an unresolved neighbour, refused it: as good as lost on the wire. */
    DROPPED
}
