package io.fourwave.runtime.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads a capture file (classic pcap, Ethernet) of the test resources. */
public final class PcapFile {
    private static final int MAGIC = 0xa1b2c3d4;
    private static final int ETHERNET = 1;

    private PcapFile() {}

    /** The frames of a file, as long as they were captured. */
    public static List<byte[]> read(String name) {
        ByteBuffer file;
        try (InputStream in = PcapFile.class.getResourceAsStream("/pcaps/" + name)) {
            file = ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.getInt(0) != MAGIC) {
            file.order(ByteOrder.LITTLE_ENDIAN);
        }
        if (file.getInt(0) != MAGIC || file.getInt(20) != ETHERNET) {
            throw new IllegalArgumentException(name + " is no Ethernet capture");
        }
        List<byte[]> frames = new ArrayList<>();
        for (int index = 24; index < file.limit(); ) {
            byte[] frame = new byte[file.getInt(index + 8)];
            file.get(index + 16, frame);
            frames.add(frame);
            index += 16 + frame.length;
        }
        return frames;
    }
}
