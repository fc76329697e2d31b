package io.fourwave.runtime.service;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.machine.Octets;

/** The echo protocol (RFC 862): everything comes back. Octets go from the one stream to the other without a stop between. */
public final class EchoService implements Acceptor {
    /** Its well-known port. */
    public static final int PORT = 7;

    @Override
    public ConnectionHandler accept(TcpChannel channel) {
        return new Echo();
    }

    private static final class Echo implements ConnectionHandler {
        private final Octets view = new Octets();

        @Override
        public void readable(TcpChannel channel) {
            // What cannot be written stays unread: the peer's window closes until it reads what it sent.
            channel.skip(Math.max(0, channel.write(channel.peek(view))));
            if (channel.ended() && channel.readable() == 0) {
                channel.close();
            }
        }

        @Override
        public void writable(TcpChannel channel) {
            readable(channel);
        }
    }
}
