package io.fourwave.runtime.link;

/** What a link counts. */
public enum LinkCounter {
    RECEIVED_FRAMES,
    RECEIVED_OCTETS,
    RECEIVE_ERRORS,
    SENT_FRAMES,
    SENT_OCTETS,
    /** Frames the device refused or had no room for; a transport sees them as lost. */
    SEND_DROPS,
    POLLS,
    WAKE_UPS
}
