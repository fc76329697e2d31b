package io.fourwave.cli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The kernel's side of short connections: a request comes back, then the server waits for the client's close. One thread per port. */
final class KernelEcho implements AutoCloseable {
    static final int REQUEST_OCTETS = 64;
    private static final int BACKLOG = 256;

    private final List<ServerSocket> servers = new ArrayList<>();

    KernelEcho(int firstPort, int ports) throws IOException {
        InetAddress any = InetAddress.getByAddress(new byte[4]);
        for (int i = 0; i < ports; i++) {
            ServerSocket server = new ServerSocket(firstPort + i, BACKLOG, any);
            servers.add(server);
            Thread thread = new Thread(() -> serve(server), "bench-echo-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void serve(ServerSocket server) {
        byte[] buffer = new byte[REQUEST_OCTETS];
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int count = socket.getInputStream().readNBytes(buffer, 0, buffer.length);
                socket.getOutputStream().write(buffer, 0, count);
                socket.getInputStream().read();
            } catch (IOException e) {
                // closed, or the client tells what went wrong
            }
        }
    }

    @Override
    public void close() {
        for (ServerSocket server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                // nothing to lose
            }
        }
    }
}
