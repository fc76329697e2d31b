package io.fourwave.runtime.api;

import io.fourwave.runtime.machine.Octets;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * One connection, for its {@link ConnectionHandler}. Loop thread only; nothing here waits. After {@link ConnectionHandler#closed} every method but the
 * addresses and {@link #status} is without effect: reads and writes give -1.
 */
public interface TcpChannel {
    InetSocketAddress local();

    InetSocketAddress remote();

    /** Octets that can be read now. */
    int readable();

    /** The peer has closed its direction: when {@link #readable} is 0, nothing will come any more. */
    boolean ended();

    /**
     * Takes octets that have arrived.
     *
     * @return how many, 0 when there are none now, -1 when there will be none any more
     */
    int read(byte[] target, int offset, int length);

    /** As {@link #read(byte[], int, int)}, up to what the buffer has room for; moves its position. */
    int read(ByteBuffer target);

    /** Points a view at what can be read, without a copy; valid until the next call of this channel. {@link #skip} then takes it. */
    Octets peek(Octets view);

    /** Takes octets without looking at them; at most {@link #readable}. */
    void skip(int octets);

    /** Octets a write would take now; when 0, {@link ConnectionHandler#writable} follows as soon as that changes. -1: our direction is closed. */
    int writable();

    /**
     * Gives octets to be sent; they are copied, and leave when the loop's turn ends, so that many small writes share a segment.
     *
     * @return how many were taken; when less than all, {@link ConnectionHandler#writable} tells when to go on. -1: our direction is closed
     */
    int write(byte[] source, int offset, int length);

    /** As {@link #write(byte[], int, int)}; moves the buffer's position. */
    int write(ByteBuffer source);

    /** As {@link #write(byte[], int, int)}, from where the octets lie. */
    int write(Octets source);

    /**
     * As {@link #write(Octets)}, marked as urgent up to the last octet taken (RFC 9293 MUST-31). New programs should not use it
     * (SHLD-13).
     */
    int writeUrgent(Octets source);

    /** Closes our direction once all that was written has been sent: the peer sees the end, and may still send. Idempotent. */
    void shutdownOutput();

    /** CLOSE: what was written is still delivered; unread or later data make the connection be reset (RFC 9293 SHLD-3). Idempotent. */
    void close();

    /** ABORT: the peer is told by a reset, nothing is delivered any more. */
    void abort();

    /**
     * Tells once when everything written, the FIN included, is acknowledged, or the connection is gone. After {@link #close}, for whoever lingers.
     */
    void whenDelivered(Runnable action);

    /** The connection's parameter {@code linger} in nanoseconds, {@link Long#MAX_VALUE} for off. With 0 {@link #close} is {@link #abort}. */
    long lingerNanos();

    ConnectionStatus status();

    /** Switches Nagle's algorithm (on unless {@code noDelay}). */
    void noDelay(boolean on);
}
