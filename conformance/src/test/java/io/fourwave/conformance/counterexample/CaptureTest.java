package io.fourwave.conformance.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.conformance.pcapng.BlockReader;
import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.trace.Course;
import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpPacket;

/** The capture of a counterexample, read by pcap4j: whole, in time, with checksums that are right and comments that tell. */
class CaptureTest {
    private static final long TICK_NANOS = 100_000_000;

    @TempDir
    Path directory;

    private List<BlockReader.Block> packets(Finding finding) throws IOException {
        Path file = directory.resolve("c.pcapng");
        Files.write(file, Capture.write(finding, directory, TICK_NANOS));
        List<BlockReader.Block> blocks = BlockReader.read(file);
        assertThat(blocks.subList(0, 2)).extracting(BlockReader.Block::type).containsExactly(0x0a0d0d0a, 1);
        assertThat(directory.toFile().list()).as("nothing else is left").containsExactly("c.pcapng");
        return blocks.subList(2, blocks.size());
    }

    private static TcpPacket tcp(BlockReader.Block block) throws IllegalRawDataException {
        byte[] frame = block.frame();
        IpV4Packet ip = EthernetPacket.newPacket(frame, 0, frame.length).get(IpV4Packet.class);
        TcpPacket tcp = ip.get(TcpPacket.class);
        Inet4Address source = ip.getHeader().getSrcAddr();
        assertThat(ip.getHeader().hasValidChecksum(false)).isTrue();
        assertThat(tcp.hasValidChecksum(source, ip.getHeader().getDstAddr(), false))
                .isTrue();
        return tcp;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fin-takes-no-sequence-number",
                "fin-before-the-data",
                "last-ack-on-any-ack",
                "retransmission-off"
            })
    void packets_areTheSegments_inOrder(String mutant) throws Exception {
        Finding finding = Museum.killed(mutant);
        Course course = finding.counterexample().course();
        List<BlockReader.Block> packets = packets(finding);

        // Nothing is repeated in these scenarios, so there is a packet for each segment.
        assertThat(packets).hasSize(course.segments().size());
        long before = 0;
        for (Course.Segment segment : course.segments()) {
            BlockReader.Block block = packets.get(segment.number() - 1);
            TcpPacket.TcpHeader header = tcp(block).getHeader();
            String control = segment.fields().get("CTL").toString();
            assertThat(header.getSequenceNumberAsLong())
                    .hasToString(segment.fields().get("SEQ").toString());
            assertThat(header.getFin()).isEqualTo(control.contains("FIN"));
            assertThat(header.getSyn()).isEqualTo(control.contains("SYN"));
            assertThat(header.getAck()).isEqualTo(control.contains("ACK"));
            assertThat(header.getWindowAsInt())
                    .hasToString(segment.fields().get("WND").toString());
            assertThat(block.option(2).word()).isEqualTo(segment.from().equals("A") ? 2 : 1);
            assertThat(block.epochNanos()).isGreaterThan(before);
            before = block.epochNanos();
            Course.Act act = course.acts().get(segment.act());
            assertThat(block.comments())
                    .singleElement()
                    .asString()
                    .contains("#" + segment.number(), act.rule(), ".wave:", "t=" + act.tick());
        }
        Course.Act last =
                course.acts().get(course.segments().get(packets.size() - 1).act());
        assertThat((packets.get(packets.size() - 1).epochNanos()
                                - packets.get(0).epochNanos())
                        / TICK_NANOS)
                .isEqualTo(last.tick());
    }

    @Test
    void data_areLettersOfWhoWroteThem_lostOnesAreMarked() throws Exception {
        Finding octet = Museum.killed("fin-before-the-data");
        BlockReader.Block withData = null;
        for (BlockReader.Block block : packets(octet)) {
            if (tcp(block).getPayload() != null) {
                withData = block;
            }
        }
        assertThat(tcp(withData).getPayload().getRawData()).containsExactly('a');

        assertThat(packets(Museum.killed("retransmission-off")))
                .extracting(block -> block.comments().get(0))
                .anyMatch(comment -> comment.contains("LOST at t=0"))
                .anyMatch(comment -> comment.contains("delivered in step"));
    }

    @Test
    void segmentTheChannelRepeats_isThereTwice_andMarked() throws Exception {
        Course course = Museum.duplicated().counterexample().course();
        Course.Segment twice = course.segments().stream()
                .filter(segment -> segment.fates().size() == 2)
                .findFirst()
                .orElseThrow();
        List<BlockReader.Block> packets = packets(Museum.duplicated());
        List<BlockReader.Block> copies = packets.stream()
                .filter(block -> block.comments().get(0).startsWith("#" + twice.number() + " ")
                        || block.comments().get(0).startsWith("#" + twice.number() + ","))
                .toList();

        assertThat(packets).hasSize(course.segments().size() + 1);
        assertThat(copies).hasSize(2);
        assertThat(copies.get(1).frame()).isEqualTo(copies.get(0).frame());
        assertThat(copies.get(0).comments().get(0))
                .containsSubsequence("\nDUPLICATED: a copy is delivered in step", "\nSTALE, delivered in step");
        assertThat(copies.get(1).comments().get(0)).contains(" DUPLICATED: the copy the channel has made");
    }

    @Test
    void whatRepeatsForEver_isMarked() throws Exception {
        Course course = Museum.endless().counterexample().course();
        List<String> comments = packets(Museum.endless()).stream()
                .map(block -> block.comments().get(0))
                .toList();

        assertThat(course.loopTo()).isPositive();
        for (Course.Segment segment : course.segments()) {
            assertThat(comments.get(segment.number() - 1).contains(", repeats for ever, "))
                    .as(comments.get(segment.number() - 1))
                    .isEqualTo(segment.act() >= course.loopTo());
        }
    }

    @Test
    void numbersNearTheEndOfTheModulus_areNearThatOf32Bits() throws Exception {
        Finding wrapped = Museum.killedIn("fin-takes-no-sequence-number", "wrapped");
        List<BlockReader.Block> packets = packets(wrapped);

        assertThat(tcp(packets.get(0)).getHeader().getSequenceNumberAsLong()).isEqualTo(0xffff_ffffL);
        assertThat(tcp(packets.get(2)).getHeader().getSequenceNumberAsLong()).isZero();
    }

    @Test
    void distances_stayWhatTheyAreModuloTheModulus() {
        WireNumbers numbers = new WireNumbers(16);
        assertThat(List.of(14L, 15L, 0L, 3L, 9L, 15L, 2L, 1L).stream()
                        .map(numbers::onTheWire)
                        .map(Long::intValue)
                        .toList())
                .containsExactly(-2, -1, 0, 3, 9, 15, 18, 17);
    }
}
