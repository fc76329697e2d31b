package io.fourwave.runtime.api;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;

/** The loop's side of a blocking socket: serves the transfers of waiting threads as events come. All fields belong to the loop's thread. */
final class SocketCore implements ConnectionHandler {
    /** Completed by the handshake, or failed with what went wrong; any thread may wait for it. */
    final CompletableFuture<TcpChannel> opened = new CompletableFuture<>();

    private TcpChannel channel;
    private Transfer reading;
    private Transfer writing;
    private boolean closed;
    private IOException cause;

    void attach(TcpChannel attached) {
        channel = attached;
    }

    @Override
    public void connected(TcpChannel connected) {
        channel = connected;
        opened.complete(connected);
    }

    @Override
    public void readable(TcpChannel ignored) {
        if (reading != null && reading.advance(channel::read)) {
            reading = null;
        }
    }

    @Override
    public void writable(TcpChannel ignored) {
        if (writing != null && writing.advance(channel::write)) {
            writing = null;
        }
    }

    @Override
    public void closed(TcpChannel ignored, IOException why) {
        closed = true;
        cause = why;
        IOException failure = failure();
        opened.completeExceptionally(failure);
        if (reading != null) {
            reading.fail(failure);
            reading = null;
        }
        if (writing != null) {
            writing.fail(failure);
            writing = null;
        }
    }

    /** One at a time; the socket's locks see to that. */
    void read(Transfer transfer) {
        if (closed) {
            transfer.fail(failure());
        } else if (!transfer.advance(channel::read)) {
            reading = transfer;
        }
    }

    void write(Transfer transfer) {
        if (closed) {
            transfer.fail(failure());
        } else if (!transfer.advance(channel::write)) {
            writing = transfer;
        }
    }

    TcpChannel channel() {
        return channel;
    }

    private IOException failure() {
        return cause == null ? new SocketException("the socket is closed") : cause;
    }
}
