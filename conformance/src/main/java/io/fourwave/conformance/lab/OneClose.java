package io.fourwave.conformance.lab;

import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.tcp.ConnectionSchema;
import io.fourwave.runtime.tcp.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The picture of every textbook, made by the real thing: open, a few octets, the four-way close, TIME-WAIT to its end. */
public final class OneClose {
    /** Beginnings of the labels in the trace. */
    public static final String CLIENT = "client";

    public static final String SERVER = "server";
    private static final int PORT = 7;
    private static final long ONE_WAY_NANOS = 10_000_000;
    private static final long THINKING_NANOS = 50_000_000;
    private static final long END_NANOS = 180_000_000_000L;
    private static final long SEED = 4;

    private OneClose() {}

    /**
     * Records both ends, on a link with 10 ms each way.
     *
     * @throws IOException when the trace cannot be written
     * @throws IllegalStateException when the connection does not go as every textbook says
     */
    public static void record(Path trace, String application) throws IOException {
        try (TraceWriter writer = TraceWriter.create(trace, ConnectionSchema.SCHEMA, application)) {
            Impairment travel = Impairment.NONE.withDelay(ONE_WAY_NANOS, 0);
            TcpConfig config = TcpConfig.of(Parameters.linux()).withSeed(SEED);
            TwoStacks stacks = new TwoStacks(
                    new VirtualNetwork(1),
                    travel,
                    travel,
                    config.withRecorders((machine, label) -> recorder(writer, CLIENT, label)),
                    config.withRecorders((machine, label) -> recorder(writer, SERVER, label)),
                    UnaryOperator.identity());
            End server = new End("good bye");
            End client = new End("hello");
            stacks.server().listen(PORT, 1, ConnectionOptions.DEFAULT, channel -> server);
            TcpChannel channel =
                    stacks.client().connect(0, stacks.serverAddress(), PORT, ConnectionOptions.DEFAULT, client);
            stacks.advance(2 * ONE_WAY_NANOS + THINKING_NANOS);
            channel.shutdownOutput();
            stacks.advance(2 * ONE_WAY_NANOS + THINKING_NANOS);
            server.close();
            boolean ended = stacks.advanceUntil(
                    () -> stacks.client().connectionCount() == 0
                            && stacks.server().connectionCount() == 0,
                    END_NANOS);
            if (!ended || client.received != server.said.length || server.received != client.said.length) {
                throw new IllegalStateException("the connection did not go as it should: ended " + ended
                        + ", octets received " + client.received + " and " + server.received);
            }
        }
    }

    /** The machine that answers for connections that do not exist is of no interest here. */
    private static io.fourwave.runtime.machine.StepRecorder recorder(TraceWriter writer, String end, String label) {
        return label.contains("*") && label.startsWith("*") ? null : writer.connection(end + " " + label);
    }

    /** Says one thing when it can, takes what comes, and closes when told to or after the other. */
    private static final class End implements ConnectionHandler {
        private final byte[] said;
        private TcpChannel channel;
        private int received;

        End(String said) {
            this.said = said.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void connected(TcpChannel connected) {
            channel = connected;
            channel.write(said, 0, said.length);
        }

        @Override
        public void readable(TcpChannel ready) {
            received += ready.readable();
            ready.skip(ready.readable());
        }

        void close() {
            channel.close();
        }
    }
}
