/**
 * What a generated machine and the code around it say to each other: the machine's generic face, the streams it works on, the
 * effects it emits, what it can be saved to and recorded by. Knows no protocol.
 *
 * <p>Every plain value crosses this border as a {@code long}: bool 0 or 1; an integer as it is; a sequence number unsigned, 0 to
 * 2^32 - 1; a duration in nanoseconds ({@link Long#MAX_VALUE} is forever); an enumeration's ordinal; flags as a mask, bit i being
 * member i; octets by their length. The interpreter, the trace and the snapshot use the same encoding.
 *
 * <p>May import: the JDK, and {@code io.fourwave.runtime.wire.OctetSource}.
 */
package io.fourwave.runtime.machine;
