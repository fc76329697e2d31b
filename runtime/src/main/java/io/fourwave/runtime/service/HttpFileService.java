package io.fourwave.runtime.service;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Static files over HTTP/1.1: GET and HEAD, persistent connections, files of any size, an index for a directory without {@code index.html}; with uploads
 * enabled PUT and POST of files into directories that exist. Files are read and written on the loop's thread, a buffer at a time.
 */
public final class HttpFileService implements Acceptor {
    /** Its well-known port. */
    public static final int PORT = 80;

    private static final int CHUNK = 64 * 1024;

    final SafePath paths;
    final boolean uploads;
    /** Shared: only the loop's thread uses it, and never across events. */
    final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    /**
     * @param root an existing directory
     * @param uploads whether PUT and POST may write below it
     * @throws IOException when the directory cannot be read
     */
    public HttpFileService(Path root, boolean uploads) throws IOException {
        this.paths = new SafePath(root);
        this.uploads = uploads;
    }

    @Override
    public ConnectionHandler accept(TcpChannel channel) {
        return new HttpConnection(this);
    }
}
