package io.fourwave.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.FourwaveServerSocket;
import io.fourwave.runtime.api.FourwaveSocket;
import io.fourwave.runtime.link.ImpairedLink;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.OwnNetwork;
import io.fourwave.runtime.link.TapConfig;
import io.fourwave.runtime.link.TapLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.service.DiscardService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.service.HttpFileService;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Ipv4Prefix;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack against the kernel of this machine, over a TAP interface in a network namespace that ends with the test. */
@Timeout(180)
@SuppressWarnings("try") // one test closes a stack twice on purpose
class KernelTest {
    private static final String OURS = "10.9.7.2";
    private static final String KERNEL = "10.9.7.1";

    @TempDir
    private Path folder;

    private static Link tap(boolean offload) {
        return TapLink.open(
                TapConfig.of("tap0").withOffload(offload).withKernelAddress(Ipv4Prefix.parse(KERNEL + "/24")));
    }

    private static FourwaveStack start(Link link) {
        return FourwaveStack.start(link, IpConfig.of(OURS + "/24"), TcpConfig.of(Parameters.linux()));
    }

    private static byte[] random(long seed, int octets) {
        byte[] data = new byte[octets];
        new Random(seed).nextBytes(data);
        return data;
    }

    /** Not kept for the next request: that may be another test's, in a network where nobody answers on this one. */
    private static HttpURLConnection http(String path) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://" + OURS + path).openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout(60_000);
        return connection;
    }

    private static byte[] download() throws Exception {
        try (InputStream in = http("/down.bin").getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static void assertNoFaults(FourwaveStack stack) {
        assertThat(stack.loop().faults().first()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kernelDownloadsAndUploads_octetsAreTheSame(boolean offload) throws Exception {
        byte[] file = random(1, 16 << 20);
        Files.write(folder.resolve("down.bin"), file);
        OwnNetwork.run(() -> {
            try (FourwaveStack stack = start(tap(offload))) {
                stack.tcp()
                        .call(() -> stack.tcp()
                                .listen(80, 16, ConnectionOptions.DEFAULT, new HttpFileService(folder, true)));
                assertThat(download()).isEqualTo(file);
                HttpURLConnection put = http("/up.bin");
                put.setRequestMethod("PUT");
                put.setDoOutput(true);
                put.setFixedLengthStreamingMode(file.length);
                put.getOutputStream().write(file);
                assertThat(put.getResponseCode()).isEqualTo(201);
                put.disconnect();
                assertThat(Files.readAllBytes(folder.resolve("up.bin"))).isEqualTo(file);
                assertNoFaults(stack);
            }
            return null;
        });
    }

    @Test
    void lossyAndReorderingLink_octetsAreTheSame() throws Exception {
        long seed = 20_26;
        System.out.println("KernelTest seed " + seed);
        byte[] file = random(seed, 2 << 20);
        Files.write(folder.resolve("down.bin"), file);
        OwnNetwork.run(() -> {
            Impairment impairment = Impairment.seeded(seed).withLoss(0.05).withReordering(0.05, 2_000_000);
            Link link = new ImpairedLink(tap(false), NanoClock.system(), impairment, impairment);
            try (FourwaveStack stack = start(link)) {
                stack.tcp()
                        .call(() -> stack.tcp()
                                .listen(80, 16, ConnectionOptions.DEFAULT, new HttpFileService(folder, true)));
                assertThat(download()).isEqualTo(file);
                assertThat(stack.tcp().counters().get(TcpCounter.OCTETS_RETRANSMITTED))
                        .isPositive();
                assertNoFaults(stack);
            }
            return null;
        });
    }

    @Test
    void twoHundredShortConnections_allAreServed() throws Exception {
        OwnNetwork.run(() -> {
            try (FourwaveStack stack = start(tap(false))) {
                stack.tcp().call(() -> stack.tcp().listen(7, 16, ConnectionOptions.DEFAULT, new EchoService()));
                for (int i = 0; i < 200; i++) {
                    byte[] data = random(i, 1 + i * 37);
                    try (Socket socket = new Socket(OURS, 7)) {
                        socket.getOutputStream().write(data);
                        socket.shutdownOutput();
                        assertThat(socket.getInputStream().readAllBytes()).isEqualTo(data);
                    }
                }
                assertThat(stack.tcp().counters().get(TcpCounter.ESTABLISHED)).isEqualTo(200);
                assertNoFaults(stack);
            }
            return null;
        });
    }

    /** Active open from our side; the kernel's end closes first, then ours does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void blockingSocket_talksToAKernelServer(boolean kernelClosesFirst) throws Exception {
        OwnNetwork.run(() -> {
            byte[] up = random(3, 1 << 20);
            byte[] down = random(4, 1 << 20);
            try (FourwaveStack stack = start(tap(false));
                    ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(KERNEL))) {
                CompletableFuture<byte[]> received =
                        CompletableFuture.supplyAsync(() -> serve(server, down, kernelClosesFirst));
                InetSocketAddress address = new InetSocketAddress(KERNEL, server.getLocalPort());
                FourwaveSocket socket = FourwaveSocket.connect(stack.tcp(), address, ConnectionOptions.DEFAULT, 5000);
                CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> readAll(socket));
                socket.output().write(up);
                if (!kernelClosesFirst) {
                    socket.shutdownOutput();
                }
                assertThat(answer.get()).isEqualTo(down);
                socket.close();
                byte[] atKernel = received.get();
                assertThat(atKernel).isEqualTo(up);
                assertNoFaults(stack);
            }
            return null;
        });
    }

    private static byte[] serve(ServerSocket server, byte[] answer, boolean closesFirst) {
        try (Socket socket = server.accept()) {
            if (closesFirst) {
                byte[] read = socket.getInputStream().readNBytes(1 << 20);
                socket.getOutputStream().write(answer);
                return read;
            }
            byte[] read = socket.getInputStream().readAllBytes();
            socket.getOutputStream().write(answer);
            return read;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] readAll(FourwaveSocket socket) {
        try {
            return socket.input().readAllBytes();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void kernelClient_blockingServerSocket() throws Exception {
        OwnNetwork.run(() -> {
            try (FourwaveStack stack = start(tap(false));
                    FourwaveServerSocket server =
                            new FourwaveServerSocket(stack.tcp(), 0, 4, ConnectionOptions.DEFAULT)) {
                CompletableFuture<byte[]> served = CompletableFuture.supplyAsync(() -> {
                    try (FourwaveSocket accepted = server.accept(5000)) {
                        byte[] read = readAll(accepted);
                        accepted.output().write(read);
                        return read;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                byte[] data = random(5, 100_000);
                try (Socket socket = new Socket(OURS, server.port())) {
                    socket.getOutputStream().write(data);
                    socket.shutdownOutput();
                    assertThat(socket.getInputStream().readAllBytes()).isEqualTo(data);
                }
                assertThat(served.get()).isEqualTo(data);
            }
            return null;
        });
    }

    @Test
    void kernelRefuses_andIsRefused() throws Exception {
        OwnNetwork.run(() -> {
            try (FourwaveStack stack = start(tap(false))) {
                assertThatThrownBy(() -> FourwaveSocket.connect(
                                stack.tcp(), new InetSocketAddress(KERNEL, 1), ConnectionOptions.DEFAULT, 5000))
                        .isInstanceOf(ConnectException.class)
                        .hasMessage("connection refused (" + KERNEL + ":1)");
                assertThatThrownBy(() -> new Socket(OURS, 1).close()).isInstanceOf(ConnectException.class);
            }
            return null;
        });
    }

    @Test
    void stackClosed_peersSeeAReset() throws Exception {
        OwnNetwork.run(() -> {
            try (FourwaveStack stack = start(tap(false))) {
                stack.tcp().call(() -> stack.tcp().listen(9, 16, ConnectionOptions.DEFAULT, new DiscardService()));
                try (Socket socket = new Socket(OURS, 9)) {
                    socket.getOutputStream().write(new byte[10]);
                    stack.close();
                    assertThatThrownBy(() -> socket.getInputStream().read()).hasMessageContaining("reset");
                }
            }
            return null;
        });
    }
}
