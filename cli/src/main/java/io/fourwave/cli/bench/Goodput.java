package io.fourwave.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** One connection, as much as goes through it: octets that reached the receiving user, counted once the connection is in its stride. */
final class Goodput {
    /** As many octets as a call takes or gives. */
    private static final int BUFFER_OCTETS = 1 << 17;

    private static final int TIMEOUT_MILLIS = 10_000;
    /** Slow start is over long before. */
    private static final long STRIDE_MILLIS = 300;

    private final Wire wire;

    Goodput(Wire wire) {
        this.wire = wire;
    }

    /** @return octets per second */
    double perSecond(Probe probe, double seconds) throws IOException {
        return switch (probe.way()) {
            case STACK_TO_KERNEL -> fromStack(probe, seconds);
            case KERNEL_TO_STACK -> toStack(probe, seconds);
            case KERNEL_TO_KERNEL -> kernel(seconds);
        };
    }

    private double fromStack(Probe probe, double seconds) throws IOException {
        AtomicLong received = new AtomicLong();
        try (Socket socket = connect(wire.station(probe).address(), Wire.CHARGEN_PORT)) {
            start("bench-reader", () -> read(socket, received));
            return measure(received::get, seconds);
        }
    }

    private double toStack(Probe probe, double seconds) throws IOException {
        try (Socket socket = connect(wire.station(probe).address(), Wire.DISCARD_PORT)) {
            start("bench-writer", () -> write(socket));
            return measure(wire.discard()::octets, seconds);
        }
    }

    private static double kernel(double seconds) throws IOException {
        AtomicLong received = new AtomicLong();
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket sender = connect(loopback.getHostAddress(), server.getLocalPort());
                Socket receiver = server.accept()) {
            start("bench-writer", () -> write(sender));
            start("bench-reader", () -> read(receiver, received));
            return measure(received::get, seconds);
        }
    }

    private static double measure(LongSupplier received, double seconds) throws IOException {
        pause(STRIDE_MILLIS);
        long octets = received.getAsLong();
        long began = System.nanoTime();
        pause((long) (seconds * 1e3));
        octets = received.getAsLong() - octets;
        long nanos = System.nanoTime() - began;
        if (octets == 0) {
            throw new IOException("nothing arrived within " + seconds + " s");
        }
        return octets * 1e9 / nanos;
    }

    private static Socket connect(String address, int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
        // When the sample is taken the connection is of no use any more: what is under way must not go on into the next
        // one.
        socket.setSoLinger(true, 0);
        return socket;
    }

    private static void read(Socket socket, AtomicLong received) throws IOException {
        byte[] buffer = new byte[BUFFER_OCTETS];
        InputStream in = socket.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            received.lazySet(received.get() + count);
        }
    }

    private static void write(Socket socket) throws IOException {
        byte[] buffer = new byte[BUFFER_OCTETS];
        OutputStream out = socket.getOutputStream();
        while (!socket.isClosed()) {
            out.write(buffer);
        }
    }

    @FunctionalInterface
    private interface Transfer {
        void run() throws IOException;
    }

    private static void start(String name, Transfer transfer) {
        Thread thread = new Thread(
                () -> {
                    try {
                        transfer.run();
                    } catch (IOException e) {
                        // the socket was closed: that is how it ends; if it was too early, nothing arrives
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
