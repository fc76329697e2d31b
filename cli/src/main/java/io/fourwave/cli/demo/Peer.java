package io.fourwave.cli.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The other end of the transfers: what it takes of a socket interface. */
interface Peer extends AutoCloseable {
    /** Longest silence before a transfer is given up. */
    int TIMEOUT_MILLIS = 30_000;

    /** Who it is, for the report. */
    String name();

    /** Opens a connection to a port of our stack. */
    Line connect(int port) throws IOException;

    /** Echoes on a port of its own what our stack sends, and closes when our stack has. */
    void echoAt(int port) throws IOException;

    /** Its address, dotted. */
    String address();

    @Override
    void close() throws IOException;

    /** A connection. */
    interface Line extends Closeable {
        InputStream in() throws IOException;

        OutputStream out() throws IOException;

        void shutdownOutput() throws IOException;
    }
}
