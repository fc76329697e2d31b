package io.fourwave.runtime.service;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;

/** The character generator (RFC 864): lines of 72 printing characters, each shifted by one, as fast as the peer takes them. */
public final class ChargenService implements Acceptor {
    /** Its well-known port. */
    public static final int PORT = 19;

    private static final int FIRST = 0x20;
    private static final int CHARACTERS = 95;
    private static final int LINE = 72;
    /** The pattern repeats after one line per character; kept twice, so that a block may begin anywhere in it. */
    private static final byte[] PATTERN = pattern();

    private static byte[] pattern() {
        int period = CHARACTERS * (LINE + 2);
        byte[] pattern = new byte[2 * period];
        for (int i = 0; i < pattern.length; i++) {
            int line = i / (LINE + 2) % CHARACTERS;
            int column = i % (LINE + 2);
            pattern[i] =
                    (byte) (column == LINE ? '\r' : column == LINE + 1 ? '\n' : FIRST + (line + column) % CHARACTERS);
        }
        return pattern;
    }

    @Override
    public ConnectionHandler accept(TcpChannel channel) {
        return new Generator();
    }

    private static final class Generator implements ConnectionHandler {
        private int at;

        @Override
        public void connected(TcpChannel channel) {
            writable(channel);
        }

        @Override
        public void readable(TcpChannel channel) {
            channel.skip(channel.readable());
            if (channel.ended()) {
                // The user has seen enough; what is on its way is still delivered.
                channel.close();
            }
        }

        @Override
        public void writable(TcpChannel channel) {
            int period = PATTERN.length / 2;
            while (!channel.ended()) {
                int taken = channel.write(PATTERN, at, period);
                if (taken < 0) {
                    return;
                }
                at = (at + taken) % period;
                if (taken < period) {
                    return;
                }
            }
        }
    }
}
