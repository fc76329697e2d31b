package io.fourwave.cli.bench;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.FourwaveSocket;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connect, a request and its answer, close; a few clients at once, each with blocking calls. The client closes first. */
final class ShortConnections {
    private static final int CLIENTS = 4;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Wire wire;

    ShortConnections(Wire wire) {
        this.wire = wire;
    }

    @FunctionalInterface
    private interface Conversation {
        void with(int port) throws IOException;
    }

    /** @return connections per second */
    double perSecond(Probe probe, double seconds) throws IOException {
        Wire.Station station = wire.station(probe);
        return switch (probe.way()) {
            case KERNEL_TO_STACK -> all(seconds, port -> kernelOpens(station.address(), port));
            case STACK_TO_KERNEL -> all(seconds, port -> stackOpens(station, port));
            case KERNEL_TO_KERNEL -> all(seconds, port -> kernelOpens("127.0.0.1", port));
        };
    }

    private static double all(double seconds, Conversation conversation) throws IOException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long began = System.nanoTime();
        long until = began + (long) (seconds * 1e9);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int own = client;
            tasks.add(() -> one(own, until, conversation));
        }
        try {
            int count = 0;
            for (Future<Integer> done : clients.invokeAll(tasks)) {
                count += done.get();
            }
            return count * 1e9 / (System.nanoTime() - began);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            clients.shutdownNow();
        }
    }

    /** Each client has ports of its own, so that a server that serves one at a time is never waited for. */
    private static int one(int client, long until, Conversation conversation) throws IOException {
        int count = 0;
        while (System.nanoTime() < until) {
            conversation.with(Wire.FIRST_ECHO_PORT + client + CLIENTS * (count % (Wire.ECHO_PORTS / CLIENTS)));
            count++;
        }
        return count;
    }

    private static void kernelOpens(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ask(socket.getInputStream(), socket.getOutputStream());
        }
    }

    private static void stackOpens(Wire.Station station, int port) throws IOException {
        InetSocketAddress kernel = new InetSocketAddress(station.kernelAddress(), port);
        try (FourwaveSocket socket =
                FourwaveSocket.connect(station.tcp(), kernel, ConnectionOptions.DEFAULT, TIMEOUT_MILLIS)) {
            socket.readTimeoutMillis(TIMEOUT_MILLIS);
            ask(socket.input(), socket.output());
        }
    }

    private static void ask(InputStream in, OutputStream out) throws IOException {
        out.write(new byte[KernelEcho.REQUEST_OCTETS]);
        out.flush();
        int back = in.readNBytes(KernelEcho.REQUEST_OCTETS).length;
        if (back != KernelEcho.REQUEST_OCTETS) {
            throw new EOFException("the answer ended after " + back + " octets");
        }
    }
}
