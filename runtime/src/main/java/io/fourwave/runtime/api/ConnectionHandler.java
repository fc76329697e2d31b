package io.fourwave.runtime.api;

import java.io.IOException;

/**
 * The user of one connection, event by event. Every method is called on the loop's thread and must not block; it may call anything of the channel, and
 * close it. What it throws aborts the connection and is reported as a fault of the loop.
 */
public interface ConnectionHandler {
    /** The handshake is complete; for an accepted connection this is the first call. */
    default void connected(TcpChannel channel) {}

    /**
     * Octets have arrived, or the peer has sent its FIN: {@link TcpChannel#read} tells which. Called when there is something new, not again for what was
     * left unread.
     */
    void readable(TcpChannel channel);

    /** After a write that took less than it was given (or {@link TcpChannel#writable} of 0): there is room again. */
    default void writable(TcpChannel channel) {}

    /**
     * The peer marks data as urgent (RFC 9293 MUST-32).
     *
     * @param octets from the next one received in order to the end of the urgent ones
     */
    default void urgent(TcpChannel channel, int octets) {}

    /**
     * The last call: nothing can be read or written any more. Comes at once after {@link TcpChannel#close} and {@link TcpChannel#abort}, and when the
     * connection breaks.
     *
     * @param cause why, with the specification's text; null after an orderly close
     */
    default void closed(TcpChannel channel, IOException cause) {}
}
