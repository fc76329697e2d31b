package io.fourwave.conformance.pcapng;

/** As seen from our stack; the value is that of the packet's flags word, bits 0 and 1. */
public enum Direction {
    INBOUND(1),
    OUTBOUND(2);

    private final int flags;

    Direction(int flags) {
        this.flags = flags;
    }

    int flags() {
        return flags;
    }
}
