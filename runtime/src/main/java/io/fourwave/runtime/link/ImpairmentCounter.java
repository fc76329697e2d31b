package io.fourwave.runtime.link;

/** What one direction did to its frames. OFFERED + DUPLICATED = LOST + DROPPED_BY_RULE + OVERFLOWED + DELIVERED + in transit. */
public enum ImpairmentCounter {
    OFFERED,
    LOST,
    DROPPED_BY_RULE,
    DUPLICATED,
    REORDERED,
    OVERFLOWED,
    DELIVERED
}
