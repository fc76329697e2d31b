package io.fourwave.runtime.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** The TCP of one host. Loop thread only, but for {@link #execute}, {@link #inLoop}, {@link #call} and {@link #localAddress}. */
public interface TcpStack {
    /** Our address, big-endian. */
    int localAddress();

    /**
     * Accepts connections at a port.
     *
     * @param port 1 to 65535, or 0 for a free one
     * @param backlog most connections whose handshake is under way
     * @param options of the connections accepted
     * @throws java.net.BindException when the port has a listener already
     */
    TcpListener listen(int port, int backlog, ConnectionOptions options, Acceptor acceptor) throws SocketException;

    /**
     * Opens a connection; {@link ConnectionHandler#connected} or {@link ConnectionHandler#closed} tells how it went.
     *
     * @param localPort or 0 for a free one
     * @param remoteAddress big-endian
     * @throws java.net.NoRouteToHostException when the address cannot be reached from here
     * @throws java.net.BindException when the local port, or every one, is in use with that peer
     */
    TcpChannel connect(
            int localPort, int remoteAddress, int remotePort, ConnectionOptions options, ConnectionHandler handler)
            throws SocketException;

    /** Runs a task on the loop's thread; any thread. */
    void execute(Runnable task);

    /** Whether this is the loop's thread. */
    boolean inLoop();

    /**
     * Runs a task on the loop's thread and waits for its result; any thread, the loop's own too.
     *
     * @throws IOException what the task threw, or that the wait was interrupted
     */
    default <T> T call(Callable<T> task) throws IOException {
        FutureTask<T> future = new FutureTask<>(task);
        try {
            if (inLoop()) {
                future.run();
            } else {
                execute(future);
            }
        } catch (RejectedExecutionException e) {
            throw new SocketException("the stack has been stopped");
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the stack");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }
}
