package io.fourwave.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.lab.TwoStacks;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.tcp.ConnectionSchema;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TCP: two hosts of ours in virtual time, every step of both ends recorded and replayed. */
class TcpReplayTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long MINUTE = 60_000_000_000L;
    private static Protocol protocol;

    @TempDir
    Path directory;

    private final long seed = new Random().nextLong();

    @BeforeAll
    static void compile() {
        protocol = Compiler.compile(Path.of("../spec/tcp")).orThrow();
    }

    /** Sends so many octets, then closes; tells what it got and that it is over. */
    private static final class Talker implements ConnectionHandler {
        private final byte[] block = new byte[8192];
        private final boolean closesFirst;
        private int toSend;
        private long received;
        private boolean over;
        private IOException failure;

        Talker(int octets, boolean closesFirst) {
            toSend = octets;
            this.closesFirst = closesFirst;
        }

        @Override
        public void connected(TcpChannel channel) {
            writable(channel);
        }

        @Override
        public void writable(TcpChannel channel) {
            while (toSend > 0) {
                int taken = channel.write(block, 0, Math.min(block.length, toSend));
                if (taken <= 0) {
                    return;
                }
                toSend -= taken;
            }
            if (channel.ended()) {
                channel.close();
            } else if (closesFirst) {
                channel.shutdownOutput();
            }
        }

        @Override
        public void readable(TcpChannel channel) {
            received += channel.readable();
            channel.skip(channel.readable());
            if (channel.ended() && toSend == 0) {
                channel.close();
            }
        }

        @Override
        public void closed(TcpChannel channel, IOException cause) {
            over = true;
            failure = cause;
        }
    }

    private ReplayReport conversation(Impairment impairment, int connections, int octets) throws IOException {
        Path file = directory.resolve("tcp.fwtrace");
        try (TraceWriter writer = TraceWriter.create(file, ConnectionSchema.SCHEMA, "test")) {
            VirtualNetwork network = new VirtualNetwork(1);
            TcpConfig config = TcpConfig.of(Parameters.linux()).withSeed(seed).withMemoryOctets(1 << 28);
            TwoStacks stacks = new TwoStacks(
                    network,
                    impairment,
                    new Impairment(
                            seed + 1,
                            impairment.loss(),
                            impairment.duplication(),
                            impairment.reordering(),
                            impairment.holdNanos(),
                            impairment.delayNanos(),
                            impairment.jitterNanos(),
                            impairment.drop()),
                    config.withRecorders((machine, label) -> writer.connection("client " + label)),
                    config.withRecorders((machine, label) -> writer.connection("server " + label)),
                    UnaryOperator.identity());
            for (int i = 0; i < connections; i++) {
                boolean clientFirst = i % 2 == 0;
                Talker server = new Talker(octets, !clientFirst);
                Talker client = new Talker(octets / 2, clientFirst);
                int port = 1000 + i;
                stacks.server().listen(port, 5, ConnectionOptions.DEFAULT, channel -> server);
                stacks.client().connect(0, stacks.serverAddress(), port, ConnectionOptions.DEFAULT, client);
                assertThat(stacks.advanceUntil(() -> client.over && server.over, 30 * MINUTE))
                        .as("connection %d ends, seed %d", i, seed)
                        .isTrue();
                assertThat(client.failure).as("client %d, seed %d", i, seed).isNull();
                assertThat(server.failure).as("server %d, seed %d", i, seed).isNull();
                assertThat(client.received).as("seed %d", seed).isEqualTo(octets);
                assertThat(server.received).as("seed %d", seed).isEqualTo(octets / 2);
            }
            stacks.advance(3 * MINUTE);
            assertThat(stacks.firstFault()).isNull();
        }
        try (TraceReader reader = TraceReader.open(file)) {
            Replayer replayer = new Replayer(protocol, Fingerprint.of(protocol));
            ReplayReport report = replayer.replay(reader);
            if (!report.conforms()) {
                String text = String.join(
                        "\n",
                        new MismatchText(protocol, name -> java.util.List.of())
                                .lines(report.mismatch(), reader.header()));
                assertThat(report.conforms()).as("seed %d: %s", seed, text).isTrue();
            }
            return report;
        }
    }

    @Test
    void cleanLink_everyStepConforms() throws IOException {
        ReplayReport report = conversation(Impairment.seeded(seed).withDelay(MILLISECOND, 0), 4, 500_000);
        assertThat(report.steps()).isGreaterThan(1_000);
        assertThat(report.coverage().stateCounts())
                .containsKeys("LISTEN", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "TIME-WAIT", "CLOSED");
    }

    @Test
    void lossyReorderingLink_everyStepConforms() throws IOException {
        Impairment bad = Impairment.seeded(seed)
                .withDelay(5 * MILLISECOND, MILLISECOND)
                .withLoss(0.05)
                .withDuplication(0.02)
                .withReordering(0.05, 3 * MILLISECOND);
        ReplayReport report = conversation(bad, 10, 200_000);
        assertThat(report.coverage().ruleCounts().size()).isGreaterThan(20);
    }
}
