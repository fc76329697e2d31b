package io.fourwave.runtime.api;

/** A port that accepts connections. Loop thread only. */
public interface TcpListener extends AutoCloseable {
    int port();

    /** Connections whose handshake is under way. */
    int halfOpen();

    /** SYNs dropped since the backlog was full. */
    long refused();

    /** No further connection is accepted; those under way are aborted, those accepted stay. Idempotent. */
    @Override
    void close();
}
