package io.fourwave.cli.bench;

import io.fourwave.cli.session.SessionConfig;
import io.fourwave.cli.session.StackSession;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.FourwaveSocket;
import io.fourwave.runtime.api.TcpStack;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.service.ChargenService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.time.NanoClock;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Two stacks of ours on a cable in memory; one is recorded: octets both ways, then short connections. */
final class RecordedTraffic {
    private static final int OCTETS = 16 << 20;
    private static final int SHORT_CONNECTIONS = 200;
    private static final int BUFFER_OCTETS = 1 << 16;
    private static final int MTU_OCTETS = 1500;
    private static final int BACKLOG = 64;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String RECORDED = "10.77.0.2";
    private static final String PEER = "10.77.0.1";
    private static final int CHARGEN_PORT = 19;
    private static final int ECHO_PORT = 7;
    private static final int DISCARD_PORT = 9;

    private RecordedTraffic() {}

    static void record(Path trace, String application) throws IOException {
        MemoryLink.Pair cable = MemoryLink.pair(NanoClock.system(), MTU_OCTETS, Impairment.NONE, Impairment.NONE);
        SessionConfig config = new SessionConfig(
                IpConfig.of(RECORDED + "/24"),
                Parameters.linux(),
                Impairment.NONE,
                Impairment.NONE,
                Optional.of(trace),
                Optional.empty(),
                SessionConfig.NO_SNAP);
        try (StackSession session = StackSession.start(cable.first(), config, application);
                FourwaveStack peer = FourwaveStack.start(
                        cable.second(), IpConfig.of(PEER + "/24"), TcpConfig.of(Parameters.linux()))) {
            TcpStack recorded = session.stack().tcp();
            CountingDiscard discard = new CountingDiscard();
            recorded.call(
                    () -> recorded.listen(CHARGEN_PORT, BACKLOG, ConnectionOptions.DEFAULT, new ChargenService()));
            recorded.call(() -> recorded.listen(DISCARD_PORT, BACKLOG, ConnectionOptions.DEFAULT, discard));
            recorded.call(() -> recorded.listen(ECHO_PORT, BACKLOG, ConnectionOptions.DEFAULT, new EchoService()));
            try (FourwaveSocket down = connect(peer, CHARGEN_PORT)) {
                read(down, OCTETS);
            }
            try (FourwaveSocket up = connect(peer, DISCARD_PORT)) {
                byte[] buffer = new byte[BUFFER_OCTETS];
                for (int sent = 0; sent < OCTETS; sent += buffer.length) {
                    up.output().write(buffer);
                }
                up.shutdownOutput();
                up.input().read();
            }
            for (int i = 0; i < SHORT_CONNECTIONS; i++) {
                try (FourwaveSocket echo = connect(peer, ECHO_PORT)) {
                    echo.output().write(new byte[KernelEcho.REQUEST_OCTETS]);
                    echo.shutdownOutput();
                    read(echo, KernelEcho.REQUEST_OCTETS);
                    echo.input().read();
                }
            }
        }
    }

    private static FourwaveSocket connect(FourwaveStack from, int port) throws IOException {
        FourwaveSocket socket = FourwaveSocket.connect(
                from.tcp(), new InetSocketAddress(RECORDED, port), ConnectionOptions.DEFAULT, TIMEOUT_MILLIS);
        socket.readTimeoutMillis(TIMEOUT_MILLIS);
        return socket;
    }

    private static void read(FourwaveSocket socket, int octets) throws IOException {
        byte[] buffer = new byte[BUFFER_OCTETS];
        int left = octets;
        while (left > 0) {
            int count = socket.input().read(buffer, 0, Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException(left + " octets are missing");
            }
            left -= count;
        }
    }
}
