package io.fourwave.spec.ir;

/** What a handler may do to a stream. Arguments in this order. */
public enum StreamOp {
    /** send: append(data): the user's octets join the end. */
    APPEND,
    /** send: release(n): the first n octets are acknowledged and forgotten. */
    RELEASE,
    /** receive: place(offset, data): keep data at this signed offset from the in-order edge; what is before the edge, beyond the capacity or held already is dropped. */
    PLACE,
    /** receive: commit(n): the edge moves over n octets, which must be ready. */
    COMMIT,
    /** receive: take(n): the user has taken n readable octets. */
    TAKE,
    /** either: clear(): empty, as new. */
    CLEAR
}
