package io.fourwave.runtime.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listening port for threads that wait, in the manner of {@link java.net.ServerSocket}. */
public final class FourwaveServerSocket implements Closeable {
    private final TcpStack stack;
    private final int backlog;
    /** Empty for the end: each waiting thread that takes it puts it back for the next. */
    private final LinkedBlockingQueue<Optional<FourwaveSocket>> accepted = new LinkedBlockingQueue<>();

    private final TcpListener listener;

    /**
     * Listens at a port.
     *
     * @param port or 0 for a free one
     * @param backlog most connections under way, and most that wait to be accepted
     * @throws java.net.BindException when the port has a listener already
     */
    public FourwaveServerSocket(TcpStack stack, int port, int backlog, ConnectionOptions options) throws IOException {
        this.stack = stack;
        this.backlog = backlog;
        this.listener = stack.call(() -> stack.listen(port, backlog, options, new Queue()));
    }

    public int port() {
        return listener.port();
    }

    /**
     * The next connection.
     *
     * @param timeoutMillis 0 for no limit
     * @throws SocketTimeoutException when none came in time
     * @throws SocketException when this socket is closed, also while waiting
     */
    public FourwaveSocket accept(int timeoutMillis) throws IOException {
        FourwaveSocket.requireOtherThread(stack);
        try {
            Optional<FourwaveSocket> next =
                    timeoutMillis == 0 ? accepted.take() : accepted.poll(timeoutMillis, TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new SocketTimeoutException("no connection within " + timeoutMillis + " ms");
            }
            if (next.isEmpty()) {
                accepted.add(next);
                throw new SocketException("the server socket is closed");
            }
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a connection");
        }
    }

    /** Connections not yet accepted are aborted. Idempotent. */
    @Override
    public void close() throws IOException {
        stack.call(() -> {
            listener.close();
            return null;
        });
        List<Optional<FourwaveSocket>> waiting = new ArrayList<>();
        accepted.drainTo(waiting);
        accepted.add(Optional.empty());
        for (Optional<FourwaveSocket> socket : waiting) {
            if (socket.isPresent()) {
                socket.get().abort();
            }
        }
    }

    private final class Queue implements Acceptor {
        @Override
        public ConnectionHandler accept(TcpChannel channel) {
            SocketCore core = new SocketCore();
            core.attach(channel);
            accepted.add(Optional.of(new FourwaveSocket(stack, core, channel)));
            return core;
        }

        @Override
        public boolean ready() {
            return accepted.size() < backlog;
        }
    }
}
