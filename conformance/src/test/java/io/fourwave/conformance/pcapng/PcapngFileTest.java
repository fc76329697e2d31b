package io.fourwave.conformance.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapngFileTest {
    @TempDir
    Path directory;

    @Test
    void file_beginsWithSectionAndInterface() throws IOException {
        Path path = directory.resolve("t.pcapng");
        PcapngFile.create(path, "fourwave test", "tap0", "10.0.0.2", Integer.MAX_VALUE)
                .close();

        List<BlockReader.Block> blocks = BlockReader.read(path);

        assertThat(blocks).extracting(BlockReader.Block::type).containsExactly(0x0a0d0d0a, 1);
        assertThat(blocks.get(0).option(4).text()).isEqualTo("fourwave test");
        assertThat(blocks.get(1).body().getShort(0)).as("link type Ethernet").isEqualTo((short) 1);
        assertThat(blocks.get(1).option(2).text()).isEqualTo("tap0");
        assertThat(blocks.get(1).option(9).value()).as("time resolution").containsExactly(9);
    }

    @Test
    void packets_keepOctetsTimeDirectionAndComment() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path path = directory.resolve("t.pcapng");
        byte[][] frames = new byte[200][];
        try (PcapngFile file = PcapngFile.create(path, "fourwave test", "tap0", "", Integer.MAX_VALUE)) {
            for (int i = 0; i < frames.length; i++) {
                frames[i] = new byte[14 + random.nextInt(1500)];
                random.nextBytes(frames[i]);
                file.packet(
                        1_700_000_000_123_456_789L + i,
                        frames[i],
                        i % 2 == 0 ? Direction.INBOUND : Direction.OUTBOUND,
                        i % 3 == 0 ? "" : "rule-" + "é".repeat(i));
            }
            assertThat(file.packets()).isEqualTo(frames.length);
        }

        List<BlockReader.Block> packets = BlockReader.read(path).subList(2, 2 + frames.length);

        for (int i = 0; i < frames.length; i++) {
            BlockReader.Block packet = packets.get(i);
            assertThat(packet.type()).isEqualTo(6);
            assertThat(packet.frame()).as("seed %d, packet %d", seed, i).isEqualTo(frames[i]);
            assertThat(packet.epochNanos()).isEqualTo(1_700_000_000_123_456_789L + i);
            assertThat(packet.option(2).word()).isEqualTo(i % 2 == 0 ? 1 : 2);
            assertThat(packet.comments()).isEqualTo(i % 3 == 0 ? List.of() : List.of("rule-" + "é".repeat(i)));
        }
    }
}
