package io.fourwave.runtime.host;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpListener;

/**
 * A port that listens. RFC 9293's LISTEN is the state of one connection; a listener keeps one machine in LISTEN at hand, which becomes the connection
 * when a SYN takes it out of that state, and has the next one made.
 */
final class Listener implements TcpListener {
    private final TcpHost host;
    private final int port;
    private final int backlog;
    private final ConnectionOptions options;
    private final Acceptor acceptor;
    private TcpConnection spare;
    private int halfOpen;
    private long refused;
    private boolean closed;

    Listener(TcpHost host, int port, int backlog, ConnectionOptions options, Acceptor acceptor) {
        this.host = host;
        this.port = port;
        this.backlog = backlog;
        this.options = options;
        this.acceptor = acceptor;
    }

    /** The connection in LISTEN, on this peer's path. */
    TcpConnection spareFor(int remoteAddress, int remotePort) {
        if (spare == null) {
            spare = new TcpConnection(host, options);
            spare.path(port, remoteAddress, remotePort);
            spare.childOf(this);
            spare.record();
            spare.machine.callOpenPassive(host.now());
        } else {
            spare.path(port, remoteAddress, remotePort);
        }
        return spare;
    }

    /** The segment was no SYN: the spare is kept, unless a record of it would show it under another peer's name. */
    void spareLeft() {
        if (spare.recorded()) {
            spare = null;
        }
    }

    /** The spare has become a connection. */
    void spareTaken() {
        spare = null;
        halfOpen++;
    }

    /** Whether one more SYN may come in. */
    boolean hasRoom() {
        return halfOpen < backlog && acceptor.ready();
    }

    void refuse() {
        refused++;
    }

    void adopted() {
        halfOpen++;
    }

    /** A child's handshake is complete, or came to nothing. */
    void handshakeOver() {
        halfOpen--;
    }

    Acceptor acceptor() {
        return acceptor;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int halfOpen() {
        return halfOpen;
    }

    @Override
    public long refused() {
        return refused;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            host.closed(this);
        }
    }
}
