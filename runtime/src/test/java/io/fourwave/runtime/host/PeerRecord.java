package io.fourwave.runtime.host;

import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A user who writes what it is given, reads what comes unless told not to, and notes what happens. */
public final class PeerRecord implements ConnectionHandler {
    public final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final byte[] passing = new byte[32 * 1024];
    public TcpChannel channel;
    byte[] toSend = new byte[0];
    int sent;
    boolean reads = true;
    boolean closesWhenSent;
    boolean closesAtEnd;
    boolean shutsWhenSent;
    public boolean connected;
    public boolean ended;
    public boolean closed;
    int urgentOctets = -1;
    public IOException cause;

    public PeerRecord sends(byte[] data) {
        toSend = data;
        return this;
    }

    public PeerRecord thenCloses() {
        closesWhenSent = true;
        return this;
    }

    public PeerRecord thenShutsDown() {
        shutsWhenSent = true;
        return this;
    }

    public PeerRecord closesAtEnd() {
        closesAtEnd = true;
        return this;
    }

    public PeerRecord doesNotRead() {
        reads = false;
        return this;
    }

    public void resumesReading() {
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
