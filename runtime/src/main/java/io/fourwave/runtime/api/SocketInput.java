package io.fourwave.runtime.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** What the peer sent, to its end. Not buffered: octets taken here count as read by the user. */
final class SocketInput extends InputStream {
    private final FourwaveSocket socket;

    SocketInput(FourwaveSocket socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        return socket.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return socket.available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
