package io.fourwave.modelcheck.tlc.distributed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;

/** All of RMI's sockets listen on one address only: by itself RMI listens on every one the machine has. */
final class BoundSockets extends RMISocketFactory {
    private static final int BACKLOG = 128;

    private final InetAddress address;
    private final int objectsPort;

    private BoundSockets(InetAddress address, int objectsPort) {
        this.address = address;
        this.objectsPort = objectsPort;
    }

    /**
     * For the whole JVM, once.
     *
     * @param objectsPort where objects are called that ask for no port; 0 for any
     */
    static void install(String host, int objectsPort) throws IOException {
        System.setProperty("java.rmi.server.hostname", host);
        RMISocketFactory.setSocketFactory(new BoundSockets(InetAddress.getByName(host), objectsPort));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port == 0 ? objectsPort : port, BACKLOG, address);
    }
}
