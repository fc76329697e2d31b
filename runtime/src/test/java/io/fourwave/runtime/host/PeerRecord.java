package io.fourwave.runtime.host;

import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A user who writes what it is given, reads what comes unless told not to, and notes what happens. */
final class PeerRecord implements ConnectionHandler {
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final byte[] passing = new byte[32 * 1024];
    TcpChannel channel;
    byte[] toSend = new byte[0];
    int sent;
    boolean reads = true;
    boolean closesWhenSent;
    boolean closesAtEnd;
    boolean shutsWhenSent;
    boolean connected;
    boolean ended;
    boolean closed;
    int urgentOctets = -1;
    IOException cause;

    PeerRecord sends(byte[] data) {
        toSend = data;
        return this;
    }

    PeerRecord thenCloses() {
        closesWhenSent = true;
        return this;
    }

    PeerRecord thenShutsDown() {
        shutsWhenSent = true;
        return this;
    }

    PeerRecord closesAtEnd() {
        closesAtEnd = true;
        return this;
    }

    PeerRecord doesNotRead() {
        reads = false;
        return this;
    }

    void resumesReading() {
        reads = true;
        readable(channel);
    }

    @Override
    public void connected(TcpChannel established) {
        channel = established;
        connected = true;
        writable(established);
    }

    @Override
    public void readable(TcpChannel from) {
        if (!reads) {
            return;
        }
        for (int count = from.read(passing, 0, passing.length); ; count = from.read(passing, 0, passing.length)) {
            if (count < 0) {
                ended = true;
                if (closesAtEnd) {
                    from.close();
                }
                return;
            }
            if (count == 0) {
                return;
            }
            received.write(passing, 0, count);
        }
    }

    @Override
    public void writable(TcpChannel to) {
        while (sent < toSend.length) {
            int count = to.write(toSend, sent, toSend.length - sent);
            if (count <= 0) {
                return;
            }
            sent += count;
        }
        if (shutsWhenSent) {
            to.shutdownOutput();
        }
        if (closesWhenSent) {
            to.close();
        }
    }

    @Override
    public void urgent(TcpChannel from, int octets) {
        urgentOctets = octets;
    }

    @Override
    public void closed(TcpChannel gone, IOException why) {
        closed = true;
        cause = why;
    }
}
