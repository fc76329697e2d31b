package io.fourwave.modelcheck.tlc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * How a run is spread over processes, and machines: TLC's server explores nothing, its workers do.
 *
 * @param host address on which the server listens, and by which workers know it
 * @param port of its registry; what else it listens on is the port after it
 * @param localWorkers processes of workers started here, which share the workers (threads) and the memory of the options
 * @param awaitedWorkers processes of workers that must be there before it begins, the local ones among them
 */
public record Distribution(String host, int port, int localWorkers, int awaitedWorkers) {
    private static final int MOST_TRIALS = 50;

    /**
     * Over processes of this machine only, on ports that are free now.
     *
     * @throws IOException when there are no two free ports in a row
     */
    public static Distribution onLoopback(int workers) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            try (ServerSocket first = new ServerSocket(0, 1, loopback);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1, 1, loopback)) {
                return new Distribution(loopback.getHostAddress(), second.getLocalPort() - 1, workers, workers);
            } catch (IOException | IllegalArgumentException e) {
                // The port after it is somebody's.
            }
        }
        throw new IOException("no two free ports in a row on " + loopback.getHostAddress());
    }
}
