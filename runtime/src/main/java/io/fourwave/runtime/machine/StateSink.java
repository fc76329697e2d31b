package io.fourwave.runtime.machine;

import io.fourwave.runtime.wire.OctetSource;

/** Where a machine's whole state is written to, as plain values in a fixed order. */
public interface StateSink {
    /** The next value, encoded. */
    void value(long value);

    /** The next octets; copied before this returns. The source may be null when there are none. */
    void octets(OctetSource source, int offset, int length);
}
