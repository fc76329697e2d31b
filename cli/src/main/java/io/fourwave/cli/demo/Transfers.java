package io.fourwave.cli.demo;

import io.fourwave.cli.session.StackSession;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.FourwaveSocket;
import io.fourwave.runtime.api.TcpStack;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.service.HttpFileService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The transfers themselves: a file each way, then many short connections; checks what arrives. */
final class Transfers {
    static final int FILE_OCTETS = 16 << 20;
    static final int SHORT_CONNECTIONS = 200;
    private static final int SHORT_OCTETS = 64;
    private static final int AT_ONCE = 8;
    /** Six retransmissions with backoff and TIME-WAIT fit into it. */
    private static final long END_NANOS = 20_000_000_000L;

    private static final int HTTP_PORT = 80;
    private static final int ECHO_PORT = 7;
    private static final int PEER_ECHO_PORT = 4007;
    private static final String DOWNLOAD = "download.bin";
    private static final String UPLOAD = "upload.bin";

    private final StackSession session;
    private final Peer peer;
    private final Path files;
    private final Properties results;

    /** @param files a directory for the files transferred */
    Transfers(StackSession session, Peer peer, Path files, Properties results) {
        this.session = session;
        this.peer = peer;
        this.files = files;
        this.results = results;
    }

    /** @param sideBySide both files at once: on a bad link, where most of the time is waiting */
    void run(boolean sideBySide) throws IOException {
        byte[] content = new byte[FILE_OCTETS];
        new Random(content.length).nextBytes(content);
        Files.write(files.resolve(DOWNLOAD), content);
        TcpStack stack = session.stack().tcp();
        HttpFileService http = new HttpFileService(files, true);
        stack.call(() -> stack.listen(HTTP_PORT, 256, ConnectionOptions.DEFAULT, http));
        stack.call(() -> stack.listen(ECHO_PORT, 256, ConnectionOptions.DEFAULT, new EchoService()));
        peer.echoAt(PEER_ECHO_PORT);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            String expected = HexFormat.of().formatHex(sha256().digest(content));
            List<Callable<Void>> both = List.of(() -> download(expected), () -> upload(content));
            if (sideBySide) {
                all(pool, both);
            } else {
                for (Callable<Void> one : both) {
                    all(pool, List.of(one));
                }
            }
            shortConnections(pool);
        } finally {
            pool.shutdownNow();
        }
        awaitTheEnd();
    }

    private Void download(String expected) throws IOException {
        byte[] content;
        long began = System.nanoTime();
        try (Peer.Line line = peer.connect(HTTP_PORT)) {
            content = Http.download(line, "/" + DOWNLOAD, FILE_OCTETS);
        }
        // The clock stops before the hash, as it does for the upload.
        result("download.nanos", System.nanoTime() - began);
        require("the downloaded file", expected, HexFormat.of().formatHex(sha256().digest(content)));
        progress("downloaded, SHA-256 equal");
        return null;
    }

    private Void upload(byte[] content) throws IOException {
        long began = System.nanoTime();
        try (Peer.Line line = peer.connect(HTTP_PORT)) {
            Http.upload(line, "/" + UPLOAD, content);
        }
        result("upload.nanos", System.nanoTime() - began);
        byte[] arrived = Files.readAllBytes(files.resolve(UPLOAD));
        require(
                "the uploaded file",
                HexFormat.of().formatHex(sha256().digest(content)),
                HexFormat.of().formatHex(sha256().digest(arrived)));
        progress("uploaded, SHA-256 equal");
        return null;
    }

    /** Every kind of close: the peer first, our stack first after a passive and after an active open. */
    private void shortConnections(ExecutorService pool) throws IOException {
        Files.write(files.resolve("short"), new byte[SHORT_OCTETS]);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < SHORT_CONNECTIONS; i++) {
            switch (i % 4) {
                case 0, 1 -> tasks.add(this::peerClosesFirst);
                case 2 -> tasks.add(this::stackClosesFirst);
                default -> tasks.add(this::stackOpensAndCloses);
            }
        }
        long began = System.nanoTime();
        all(pool, tasks);
        result("short.nanos", System.nanoTime() - began);
        progress(SHORT_CONNECTIONS + " short connections");
    }

    private Void peerClosesFirst() throws IOException {
        try (Peer.Line line = peer.connect(ECHO_PORT)) {
            echo(line);
        }
        return null;
    }

    private Void stackClosesFirst() throws IOException {
        try (Peer.Line line = peer.connect(HTTP_PORT)) {
            Http.download(line, "/short", SHORT_OCTETS);
        }
        return null;
    }

    private Void stackOpensAndCloses() throws IOException {
        FourwaveSocket socket = FourwaveSocket.connect(
                session.stack().tcp(),
                new InetSocketAddress(peer.address(), PEER_ECHO_PORT),
                ConnectionOptions.DEFAULT,
                Peer.TIMEOUT_MILLIS);
        try (Peer.Line line = StackPeer.line(socket)) {
            echo(line);
        }
        return null;
    }

    private static void echo(Peer.Line line) throws IOException {
        byte[] sent = new byte[SHORT_OCTETS];
        Arrays.fill(sent, (byte) 'x');
        line.out().write(sent);
        line.out().flush();
        line.shutdownOutput();
        byte[] back = line.in().readAllBytes();
        if (!Arrays.equals(sent, back)) {
            throw new IOException("an echo of " + sent.length + " octets came back as " + back.length + " others");
        }
    }

    /** The demo's TIME-WAIT is short, so that its end is in the trace too; and nothing may be left behind. */
    private void awaitTheEnd() throws IOException {
        long until = System.nanoTime() + END_NANOS;
        while (session.stack().tcp().connectionCount() > 0) {
            if (System.nanoTime() > until) {
                throw new IOException(session.stack().tcp().connectionCount() + " connections have not ended "
                        + END_NANOS / 1_000_000_000 + " s after the last transfer");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static void all(ExecutorService pool, List<Callable<Void>> tasks) throws IOException {
        try {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static void require(String what, String expected, String found) throws IOException {
        if (!expected.equals(found)) {
            throw new IOException(what + " has SHA-256 " + found + ", not " + expected);
        }
    }

    private synchronized void result(String name, long value) {
        results.setProperty(name, Long.toString(value));
    }

    /** A line the parent shows. */
    private static void progress(String text) {
        System.out.println(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
