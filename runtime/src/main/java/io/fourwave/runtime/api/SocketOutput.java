package io.fourwave.runtime.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** What goes to the peer; a write returns when the connection has taken all of it over. */
final class SocketOutput extends OutputStream {
    private final FourwaveSocket socket;

    SocketOutput(FourwaveSocket socket) {
        this.socket = socket;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        socket.write(source, offset, length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
