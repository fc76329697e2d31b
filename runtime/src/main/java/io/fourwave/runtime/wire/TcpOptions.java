package io.fourwave.runtime.wire;

import java.nio.ByteBuffer;

/**
 * The options of a received segment (RFC 9293 3.2, RFC 7323, RFC 2018).
 *
 * <p>Any alignment (MUST-64); unknown kinds are skipped by their length (MUST-6). An impossible length ends the reading
 * (MUST-7): what was read before it counts, and {@link #malformed()} tells. A known kind with a wrong, yet possible, length
 * is skipped and sets {@link #malformed()} too.
 */
public final class TcpOptions {
    static final int END = 0;
    static final int NO_OPERATION = 1;
    static final int MSS = 2;
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int SACK = 5;
    static final int TIMESTAMPS = 8;

    /** Most SACK blocks that fit into 40 octets. */
    public static final int MAX_SACK_BLOCKS = 4;

    /** What nearly every segment of a connection with timestamps begins its options with: NOP, NOP, TS, 10. */
    static final int PADDED_TIMESTAMPS = 0x0101080a;

    private final int[] sackLeft = new int[MAX_SACK_BLOCKS];
    private final int[] sackRight = new int[MAX_SACK_BLOCKS];
    private int mss;
    private int windowScale;
    private boolean sackPermitted;
    private boolean hasTimestamps;
    private int tsVal;
    private int tsEcr;
    private int sackBlocks;
    private boolean malformed;

    /** Reads the options area; total over arbitrary octets. */
    public void parse(ByteBuffer buffer, int offset, int length) {
        mss = -1;
        windowScale = -1;
        sackPermitted = false;
        hasTimestamps = false;
        sackBlocks = 0;
        malformed = false;
        int index = offset;
        int end = offset + length;
        if (length >= 12 && buffer.getInt(offset) == PADDED_TIMESTAMPS) {
            readTimestamps(buffer, offset + 4);
            index += 12;
        }
        while (index < end) {
            int kind = buffer.get(index);
            if (kind == END) {
                return;
            }
            if (kind == NO_OPERATION) {
                index++;
                continue;
            }
            int optionLength = index + 1 < end ? buffer.get(index + 1) & 0xff : 0;
            if (optionLength < 2 || index + optionLength > end) {
                malformed = true;
                return;
            }
            option(buffer, kind, index + 2, optionLength - 2);
            index += optionLength;
        }
    }

    private void option(ByteBuffer buffer, int kind, int index, int dataLength) {
        if (kind == MSS && dataLength == 2) {
            mss = buffer.getShort(index) & 0xffff;
        } else if (kind == WINDOW_SCALE && dataLength == 1) {
            windowScale = buffer.get(index) & 0xff;
        } else if (kind == SACK_PERMITTED && dataLength == 0) {
            sackPermitted = true;
        } else if (kind == TIMESTAMPS && dataLength == 8) {
            readTimestamps(buffer, index);
        } else if (kind == SACK && dataLength % 8 == 0 && dataLength > 0) {
            sackBlocks = dataLength / 8;
            for (int block = 0; block < sackBlocks; block++) {
                sackLeft[block] = buffer.getInt(index + 8 * block);
                sackRight[block] = buffer.getInt(index + 8 * block + 4);
            }
        } else if (kind >= MSS && kind <= SACK || kind == TIMESTAMPS) {
            malformed = true;
        }
    }

    private void readTimestamps(ByteBuffer buffer, int index) {
        hasTimestamps = true;
        tsVal = buffer.getInt(index);
        tsEcr = buffer.getInt(index + 4);
    }

    /** The maximum segment size in octets, or -1 without the option. */
    public int mss() {
        return mss;
    }

    /** The shift count as sent, 0 to 255, or -1 without the option; more than 14 means 14 (RFC 7323 2.3). */
    public int windowScale() {
        return windowScale;
    }

    public boolean sackPermitted() {
        return sackPermitted;
    }

    public boolean hasTimestamps() {
        return hasTimestamps;
    }

    /** SEG.TSval; has a meaning with {@link #hasTimestamps()} only. */
    public int tsVal() {
        return tsVal;
    }

    /** SEG.TSecr; has a meaning with {@link #hasTimestamps()} only. */
    public int tsEcr() {
        return tsEcr;
    }

    /** Number of SACK blocks, 0 to {@value #MAX_SACK_BLOCKS}. */
    public int sackBlocks() {
        return sackBlocks;
    }

    /** First sequence number of a block. */
    public int sackLeft(int block) {
        return sackLeft[block];
    }

    /** Sequence number after a block's last. */
    public int sackRight(int block) {
        return sackRight[block];
    }

    /** Whether an option had an impossible length. */
    public boolean malformed() {
        return malformed;
    }
}
