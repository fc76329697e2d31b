package io.fourwave.runtime.service;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;

/** The discard protocol (RFC 863): everything is read and forgotten. */
public final class DiscardService implements Acceptor {
    /** Its well-known port. */
    public static final int PORT = 9;

    @Override
    public ConnectionHandler accept(TcpChannel channel) {
        return discarding -> {
            discarding.skip(discarding.readable());
            if (discarding.ended()) {
                discarding.close();
            }
        };
    }
}
