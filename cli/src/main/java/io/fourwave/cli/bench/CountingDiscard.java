package io.fourwave.cli.bench;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import java.util.concurrent.atomic.AtomicLong;

/** Discard (RFC 863) that knows how much it has thrown away: goodput is what the receiver got. */
final class CountingDiscard implements Acceptor {
    private final AtomicLong octets = new AtomicLong();

    /** Of all connections so far; any thread. */
    long octets() {
        return octets.get();
    }

    @Override
    public ConnectionHandler accept(TcpChannel channel) {
        return discarding -> {
            int count = discarding.readable();
            discarding.skip(count);
            octets.lazySet(octets.get() + count);
            if (discarding.ended()) {
                discarding.close();
            }
        };
    }
}
