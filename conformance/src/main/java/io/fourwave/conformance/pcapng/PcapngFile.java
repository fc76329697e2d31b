package io.fourwave.conformance.pcapng;

import io.fourwave.conformance.trace.BackgroundFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A capture file with one Ethernet interface: a section header, an interface description with nanosecond time stamps, an enhanced
 * packet block per packet. Any thread may write; the disk is waited for by a thread of its own.
 */
public final class PcapngFile implements AutoCloseable {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int LINKTYPE_ETHERNET = 1;

    private static final int OPT_COMMENT = 1;
    private static final int SHB_OS = 3;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    /** 10 to the power of minus nine. */
    private static final byte NANOSECONDS = 9;

    private final BackgroundFile file;
    private final BlockBuffer block = new BlockBuffer();
    private final int snapOctets;
    private long packets;

    private PcapngFile(BackgroundFile file, int snapOctets) {
        this.file = file;
        this.snapOctets = snapOctets;
    }

    /**
     * Creates or replaces the file.
     *
     * @param application name and version of who captures
     * @param interfaceName where
     * @param description of the interface, for people
     * @param snapOctets of each frame that are kept at most
     * @throws IOException when it cannot be created
     */
    public static PcapngFile create(
            Path path, String application, String interfaceName, String description, int snapOctets)
            throws IOException {
        PcapngFile pcapng = new PcapngFile(new BackgroundFile(path), snapOctets);
        pcapng.header(application, interfaceName, description);
        return pcapng;
    }

    private synchronized void header(String application, String interfaceName, String description) {
        file.append(block.begin(SECTION_HEADER)
                .u32(BYTE_ORDER_MAGIC)
                .u16(1)
                .u16(0)
                .u64(-1) // the section's length is not known beforehand
                .option(SHB_OS, System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .option(SHB_USERAPPL, application)
                .end());
        file.append(block.begin(INTERFACE_DESCRIPTION)
                .u16(LINKTYPE_ETHERNET)
                .u16(0)
                .u32(snapOctets == Integer.MAX_VALUE ? 0 : snapOctets)
                .option(IF_NAME, interfaceName)
                .option(IF_DESCRIPTION, description)
                .option(IF_TSRESOL, new byte[] {NANOSECONDS})
                .end());
    }

    /**
     * Appends a packet.
     *
     * @param epochNanos when it passed
     * @param frame from the Ethernet header on
     * @param comment for the reader; empty for none
     */
    public synchronized void packet(long epochNanos, byte[] frame, Direction direction, String comment) {
        int kept = Math.min(frame.length, snapOctets);
        block.begin(ENHANCED_PACKET)
                .u32(0)
                .u32((int) (epochNanos >>> 32))
                .u32((int) epochNanos)
                .u32(kept)
                .u32(frame.length)
                .octets(frame, kept);
        if (!comment.isEmpty()) {
            block.option(OPT_COMMENT, comment);
        }
        file.append(block.option(EPB_FLAGS, direction.flags()).end());
        packets++;
    }

    public synchronized long packets() {
        return packets;
    }

    public Path path() {
        return file.path();
    }

    /**
     * Writes what is left; idempotent.
     *
     * @throws IOException when something could not be written, now or before
     */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
