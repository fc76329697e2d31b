package io.fourwave.conformance.trace;

/**
 * The layout of the file. All integers outside of record bodies are big-endian; inside they are LEB128 (7 bits per octet, lowest
 * first), signed ones zigzag-coded.
 *
 * <pre>
 * file    magic (8 octets), version (u16), header record, records, end record
 * record  length of the body (LEB128, at most 5 octets), body, CRC-32C of the body (u32)
 * body    kind, then by kind
 *   1 header      application, start (epoch nanoseconds), the schema ({@link SchemaCodec})
 *   2 connection  id, label, parameter values, stream capacities, runtime variables, snapshot
 *   3 step        id, time since the connection's last step (its first: the clock), event kind, event index, values, choices,
 *                 effects, last rule + 1, result, digest of the state before (u64), change of the state
 *   4 end         numbers of connections and of steps
 * </pre>
 *
 * <p>A step's state is written as the change from the last one recorded of the same connection; its digest is that of the state
 * the machine really was in. So a step taken out of the file, or a state changed between two steps, does not go unnoticed.
 */
final class TraceFormat {
    /** As PNG does it: a first octet that is no text, and line ends that a transfer in text mode destroys. */
    static final byte[] MAGIC = {(byte) 0x8f, 'F', 'W', 'T', 'R', '\r', '\n', 0x1a};

    static final int VERSION = 1;

    static final int HEADER = 1;
    static final int CONNECTION = 2;
    static final int STEP = 3;
    static final int END = 4;

    /** Effects of a step. */
    static final int SENT = 0;

    static final int NOTIFIED = 1;

    /** A longer body is taken for damage; the longest real one is the header of a large protocol. */
    static final int MAX_BODY_OCTETS = 16 << 20;

    /** File name extension, for messages and defaults. */
    static final String EXTENSION = ".fwtrace";

    private TraceFormat() {}
}
