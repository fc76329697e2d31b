package io.fourwave.spec.ir;

/** What an expression may ask of a stream; all are integers but HISTORY. */
public enum StreamQuery {
    /** send: octets held, from the first unacknowledged one. */
    LENGTH,
    /** either: octets it can still take: capacity less what is held (send) or readable (receive). */
    FREE,
    /** either: the capacity. */
    CAPACITY,
    /** receive: octets contiguous from the edge that are placed and not committed. */
    READY,
    /** receive: octets committed and not taken. */
    READABLE,
    /** receive: octets placed beyond a hole (not contiguous with the edge). */
    AHEAD,
    /** properties only: all octets ever appended (send) or ever committed (receive) in this incarnation of the TCB. */
    HISTORY
}
