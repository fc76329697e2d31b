package io.fourwave.conformance.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fourwave.conformance.lab.TwoStacks;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.tcp.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One connection to an echo service in virtual time, captured at the server. */
class PacketCommentsTest {
    private static final long EPOCH_NANOS = 1_700_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path directory;

    private Path capture;
    private List<BlockReader.Block> packets;

    @BeforeEach
    void converse() throws IOException {
        capture = directory.resolve("echo.pcapng");
        try (PcapngFile file = PcapngFile.create(capture, "test", "memory1", "", Integer.MAX_VALUE)) {
            VirtualNetwork network = new VirtualNetwork(1);
            PacketComments comments = new PacketComments(file, network.clock(), EPOCH_NANOS);
            TcpConfig config = TcpConfig.of(Parameters.linux()).withSeed(1).withMemoryOctets(1 << 24);
            Impairment travel = Impairment.NONE.withDelay(1_000_000, 0);
            TwoStacks stacks = new TwoStacks(
                    network,
                    travel,
                    travel,
                    config,
                    config.withRecorders((machine, label) -> comments),
                    link -> new TappedLink(link, comments));
            stacks.server().listen(7, 5, ConnectionOptions.DEFAULT, new EchoService());
            TcpChannel channel = stacks.client()
                    .connect(
                            0,
                            stacks.serverAddress(),
                            7,
                            ConnectionOptions.DEFAULT,
                            ready -> ready.skip(ready.readable()));
            stacks.advance(SECOND);
            channel.write("hello".getBytes(StandardCharsets.US_ASCII), 0, 5);
            stacks.advance(SECOND);
            channel.shutdownOutput();
            stacks.advance(SECOND);
            comments.idle();
        }
        List<BlockReader.Block> blocks = BlockReader.read(capture);
        packets = blocks.subList(2, blocks.size());
    }

    private static boolean isTcp(BlockReader.Block packet) {
        byte[] frame = packet.frame();
        return frame[12] == 8 && frame[13] == 0 && frame[23] == 6;
    }

    private List<String> comments(int direction) {
        return packets.stream()
                .filter(packet -> isTcp(packet) && packet.option(2).word() == direction)
                .map(packet -> String.join("|", packet.comments()))
                .toList();
    }

    @Test
    void everyTcpPacket_hasARuleWithItsPlaceAndAState() {
        assertThat(packets)
                .filteredOn(PacketCommentsTest::isTcp)
                .hasSizeGreaterThan(6)
                .allSatisfy(packet -> assertThat(packet.comments())
                        .singleElement()
                        .asString()
                        .matches(".+ \\(tcp/.+\\.wave:\\d+\\).*: [A-Z].*"));
    }

    @Test
    void received_showsTheStateChangeItCaused() {
        assertThat(comments(1).get(0)).contains("LISTEN -> SYN-RECEIVED");
        assertThat(comments(1)).anyMatch(comment -> comment.contains("SYN-RECEIVED -> ESTABLISHED"));
        assertThat(comments(1)).anyMatch(comment -> comment.contains("ESTABLISHED -> CLOSE-WAIT"));
    }

    @Test
    void sent_namesTheEventItWasSentOn() {
        assertThat(comments(2).get(0)).contains(" on SEGMENT-ARRIVES: LISTEN -> SYN-RECEIVED");
        assertThat(comments(2)).anyMatch(comment -> comment.contains(" on transmit: "));
    }

    @Test
    void times_areOnTheEpochAndNeverGoBack() {
        assertThat(packets).extracting(BlockReader.Block::epochNanos).isSorted();
        assertThat(packets.get(0).epochNanos()).isBetween(EPOCH_NANOS, EPOCH_NANOS + SECOND);
    }

    /** Where Wireshark's command is at hand, it has the last word. */
    @Test
    void tshark_readsItAndShowsTheComments() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("tshark", "-r", capture.toString(), "-T", "fields", "-e", "frame.comment")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "tshark is not installed");
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("LISTEN -> SYN-RECEIVED");
    }
}
