package io.fourwave.runtime.api;

/** Who serves the connections of a listener. */
@FunctionalInterface
public interface Acceptor {
    /** A connection's handshake is complete; called on the loop's thread. The handler's {@code connected} comes next. */
    ConnectionHandler accept(TcpChannel channel);

    /** Whether one more connection could be taken now; when not, SYNs are dropped, and peers try again. */
    default boolean ready() {
        return true;
    }
}
