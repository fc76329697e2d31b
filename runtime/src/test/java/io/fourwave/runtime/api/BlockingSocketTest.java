package io.fourwave.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.service.DiscardService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.time.NanoClock;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocking sockets between two stacks with threads of their own, joined by a cable in memory. */
@Timeout(60)
class BlockingSocketTest {
    private FourwaveStack client;
    private FourwaveStack server;

    @BeforeEach
    void startStacks() {
        MemoryLink.Pair cable = MemoryLink.pair(NanoClock.system(), 1500, Impairment.NONE, Impairment.NONE);
        TcpConfig config = TcpConfig.of(Parameters.linux()).withMemoryOctets(1 << 27);
        client = FourwaveStack.start(cable.first(), IpConfig.of("10.0.0.1/24"), config);
        server = FourwaveStack.start(cable.second(), IpConfig.of("10.0.0.2/24"), config);
    }

    @AfterEach
    void closeStacks() {
        client.close();
        server.close();
        assertThat(client.loop().faults().first()).isNull();
        assertThat(server.loop().faults().first()).isNull();
    }

    private void listen(int port, Acceptor acceptor) throws Exception {
        server.tcp().call(() -> server.tcp().listen(port, 16, ConnectionOptions.DEFAULT, acceptor));
    }

    private FourwaveSocket connect(int port) throws Exception {
        return FourwaveSocket.connect(
                client.tcp(), new InetSocketAddress("10.0.0.2", port), ConnectionOptions.DEFAULT, 10_000);
    }

    private static ConnectionHandler mute(TcpChannel ignored) {
        return channel -> {};
    }

    @Test
    void writeAndRead_manyOctets_comeBackTheSame() throws Exception {
        listen(7, new EchoService());
        byte[] data = new byte[3_000_000];
        new Random(1).nextBytes(data);
        try (FourwaveSocket socket = connect(7)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    socket.output().write(data);
                    socket.shutdownOutput();
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            assertThat(socket.input().readAllBytes()).isEqualTo(data);
            writing.get();
        }
    }

    @Test
    void singleOctets_andAvailable() throws Exception {
        listen(7, new EchoService());
        try (FourwaveSocket socket = connect(7)) {
            socket.noDelay(true);
            socket.output().write(0xfe);
            assertThat(socket.input().read()).isEqualTo(0xfe);
            assertThat(socket.input().available()).isZero();
            assertThat(socket.status().state()).isEqualTo("ESTABLISHED");
        }
    }

    @Test
    void nobodyListens_isRefused() {
        assertThatThrownBy(() -> connect(1)).isInstanceOf(ConnectException.class);
    }

    @Test
    void connectToNobody_timesOut() {
        InetSocketAddress nobody = new InetSocketAddress("10.0.0.99", 7);
        assertThatThrownBy(() -> FourwaveSocket.connect(client.tcp(), nobody, ConnectionOptions.DEFAULT, 50))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("no answer from /10.0.0.99:7 within 50 ms");
    }

    @Test
    void notAnIpv4Address_isRefused() {
        InetSocketAddress name = InetSocketAddress.createUnresolved("nowhere.invalid", 7);
        assertThatThrownBy(() -> FourwaveSocket.connect(client.tcp(), name, ConnectionOptions.DEFAULT, 50))
                .isInstanceOf(SocketException.class)
                .hasMessage("`nowhere.invalid` is not an IPv4 address");
    }

    @Test
    void readTimeout_socketStaysUsable() throws Exception {
        listen(7, new EchoService());
        try (FourwaveSocket socket = connect(7)) {
            socket.readTimeoutMillis(20);
            assertThatThrownBy(() -> socket.input().read()).isInstanceOf(SocketTimeoutException.class);
            socket.readTimeoutMillis(0);
            socket.output().write(5);
            assertThat(socket.input().read()).isEqualTo(5);
        }
    }

    @Test
    void closeByAnotherThread_wakesTheReader() throws Exception {
        listen(9, new DiscardService());
        FourwaveSocket socket = connect(9);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                socket.input().read();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        socket.close();
        reader.join();
        assertThat(failure.get()).isInstanceOf(SocketException.class).hasMessage("the socket is closed");
    }

    @Test
    void interruptedReader_comesBack() throws Exception {
        listen(9, new DiscardService());
        try (FourwaveSocket socket = connect(9)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> socket.input().read()).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void writeAfterShutdown_fails() throws Exception {
        listen(9, BlockingSocketTest::mute);
        try (FourwaveSocket socket = connect(9)) {
            socket.shutdownOutput();
            assertThatThrownBy(() -> socket.output().write(1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void writerWaitingForWindow_failsWhenThePeerResets() throws Exception {
        CompletableFuture<TcpChannel> accepted = new CompletableFuture<>();
        listen(9, channel -> {
            accepted.complete(channel);
            return mute(channel);
        });
        FourwaveSocket socket = connect(9);
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> {
            try {
                socket.output().write(new byte[10_000_000]);
                return null;
            } catch (Throwable e) {
                return e;
            }
        });
        TcpChannel channel = accepted.get();
        server.tcp().call(() -> {
            channel.abort();
            return null;
        });
        assertThat(failure.get()).isInstanceOf(SocketException.class).hasMessageStartingWith("connection reset");
    }

    @Test
    void lingerZero_resetsThePeer() throws Exception {
        CompletableFuture<Exception> cause = new CompletableFuture<>();
        listen(9, channel -> new ConnectionHandler() {
            @Override
            public void readable(TcpChannel from) {}

            @Override
            public void closed(TcpChannel gone, java.io.IOException why) {
                cause.complete(why);
            }
        });
        FourwaveSocket socket = connect(9);
        socket.lingerMillis(0);
        socket.close();
        assertThat(cause.get()).hasMessageStartingWith("connection reset");
    }

    @Test
    void linger_returnsOnceDelivered() throws Exception {
        listen(9, new DiscardService());
        FourwaveSocket socket = connect(9);
        socket.output().write(new byte[500_000]);
        socket.lingerMillis(30_000);
        socket.close();
        assertThat(socket.status().unacknowledgedOctets()).isZero();
        assertThat(socket.status().state()).isIn("FIN-WAIT-2", "TIME-WAIT");
    }

    @Test
    void serverSocket_acceptsInOrder_andTimesOut() throws Exception {
        try (FourwaveServerSocket listening = new FourwaveServerSocket(server.tcp(), 0, 2, ConnectionOptions.DEFAULT)) {
            FourwaveSocket first = connect(listening.port());
            FourwaveSocket second = connect(listening.port());
            assertThat(listening.accept(10_000).remote()).isEqualTo(first.local());
            assertThat(listening.accept(10_000).remote()).isEqualTo(second.local());
            assertThatThrownBy(() -> listening.accept(10)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void serverSocketClosed_wakesThoseWhoAccept_andResetsThoseWhoWait() throws Exception {
        FourwaveServerSocket listening = new FourwaveServerSocket(server.tcp(), 0, 2, ConnectionOptions.DEFAULT);
        FourwaveSocket waiting = connect(listening.port());
        listening.close();
        assertThatThrownBy(() -> listening.accept(0))
                .isInstanceOf(SocketException.class)
                .hasMessage("the server socket is closed");
        assertThatThrownBy(() -> listening.accept(0)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> waiting.input().read()).hasMessageStartingWith("connection reset");
    }

    @Test
    void stackStopped_waitingThreadsAreTold() throws Exception {
        listen(9, new DiscardService());
        FourwaveSocket socket = connect(9);
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> {
            try {
                socket.input().read();
                return null;
            } catch (Throwable e) {
                return e;
            }
        });
        client.close();
        assertThat(failure.get()).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> socket.output().write(1))
                .isInstanceOf(SocketException.class)
                .hasMessage("the stack has been stopped");
    }

    @Test
    void blockingCallOnTheLoop_isRefused() throws Exception {
        listen(9, new DiscardService());
        FourwaveSocket socket = connect(9);
        assertThatThrownBy(() -> client.tcp().call(() -> socket.input().read()))
                .isInstanceOf(IllegalStateException.class);
    }
}
