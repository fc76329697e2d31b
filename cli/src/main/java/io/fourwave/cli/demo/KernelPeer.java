package io.fourwave.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The Linux kernel's TCP, through the JDK's own sockets. */
final class KernelPeer implements Peer {
    private final String address;
    private final String stackAddress;
    private ServerSocket server;

    KernelPeer(String address, String stackAddress) {
        this.address = address;
        this.stackAddress = stackAddress;
    }

    @Override
    public String name() {
        return "Linux " + System.getProperty("os.version");
    }

    @Override
    public Line connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(stackAddress, port), TIMEOUT_MILLIS);
        return line(socket);
    }

    private static Line line(Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new Line() {
            @Override
            public InputStream in() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream out() throws IOException {
                return socket.getOutputStream();
            }

            @Override
            public void shutdownOutput() throws IOException {
                socket.shutdownOutput();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    @Override
    public void echoAt(int port) throws IOException {
        server = new ServerSocket(port, 256, InetAddress.getByName(address));
        Echo.serve(() -> line(server.accept()));
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
