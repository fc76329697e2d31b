package io.fourwave.cli.demo;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.FourwaveServerSocket;
import io.fourwave.runtime.api.FourwaveSocket;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.wire.Ipv4Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;

/** A second stack of ours, at the other end of a link in memory: where the kernel cannot be had. */
final class StackPeer implements Peer {
    private final FourwaveStack stack;
    private final String stackAddress;
    private FourwaveServerSocket server;

    /** @param stack of the peer, which is closed with it */
    StackPeer(FourwaveStack stack, String stackAddress) {
        this.stack = stack;
        this.stackAddress = stackAddress;
    }

    @Override
    public String name() {
        return "a second stack of ours, in memory";
    }

    @Override
    public Line connect(int port) throws IOException {
        return line(FourwaveSocket.connect(
                stack.tcp(), new InetSocketAddress(stackAddress, port), ConnectionOptions.DEFAULT, TIMEOUT_MILLIS));
    }

    static Line line(FourwaveSocket socket) {
        socket.readTimeoutMillis(TIMEOUT_MILLIS);
        return new Line() {
            @Override
            public InputStream in() {
                return socket.input();
            }

            @Override
            public OutputStream out() {
                return socket.output();
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
        server = new FourwaveServerSocket(stack.tcp(), port, 256, ConnectionOptions.DEFAULT);
        Echo.serve(() -> line(server.accept(0)));
    }

    @Override
    public String address() {
        return Ipv4Address.format(stack.tcp().localAddress());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        stack.close();
    }
}
