package io.fourwave.runtime.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection for threads that wait, in the manner of {@link java.net.Socket}. One thread may read while another writes. Failures are
 * {@link SocketException}s with the specification's text; waits end by {@link SocketTimeoutException} or, when interrupted,
 * {@link InterruptedIOException}.
 */
public final class FourwaveSocket implements Closeable {
    private final TcpStack stack;
    private final SocketCore core;
    private final ReentrantLock readLock = new ReentrantLock();
    private final ReentrantLock writeLock = new ReentrantLock();
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final InputStream input = new SocketInput(this);
    private final OutputStream output = new SocketOutput(this);
    private volatile int readTimeoutMillis;
    private volatile int lingerMillis;

    FourwaveSocket(TcpStack stack, SocketCore core, TcpChannel channel) {
        this.stack = stack;
        this.core = core;
        this.local = channel.local();
        this.remote = channel.remote();
        this.lingerMillis = millis(channel.lingerNanos());
    }

    /**
     * Opens a connection and waits for its handshake.
     *
     * @param timeoutMillis longest wait; 0 waits until the specification gives up
     * @throws SocketTimeoutException when the wait was too long; the attempt is aborted
     * @throws SocketException when the peer refuses, or cannot be reached
     */
    public static FourwaveSocket connect(
            TcpStack stack, InetSocketAddress remote, ConnectionOptions options, int timeoutMillis) throws IOException {
        requireOtherThread(stack);
        int address = address(remote);
        SocketCore core = new SocketCore();
        TcpChannel channel = stack.call(() -> {
            TcpChannel opening = stack.connect(0, address, remote.getPort(), options, core);
            core.attach(opening);
            return opening;
        });
        try {
            TcpChannel connected =
                    timeoutMillis == 0 ? core.opened.get() : core.opened.get(timeoutMillis, TimeUnit.MILLISECONDS);
            return new FourwaveSocket(stack, core, connected);
        } catch (TimeoutException e) {
            stack.execute(channel::abort);
            throw new SocketTimeoutException("no answer from " + remote + " within " + timeoutMillis + " ms");
        } catch (InterruptedException e) {
            stack.execute(channel::abort);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while connecting to " + remote);
        } catch (ExecutionException e) {
            throw asIoException(e.getCause());
        }
    }

    private static int millis(long lingerNanos) {
        return lingerNanos == Long.MAX_VALUE
                ? -1
                : (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(lingerNanos));
    }

    private static int address(InetSocketAddress remote) throws SocketException {
        byte[] octets =
                remote.isUnresolved() ? new byte[0] : remote.getAddress().getAddress();
        if (octets.length != 4) {
            throw new SocketException("`" + remote.getHostString() + "` is not an IPv4 address");
        }
        return ByteBuffer.wrap(octets).getInt();
    }

    public InputStream input() {
        return input;
    }

    public OutputStream output() {
        return output;
    }

    public InetSocketAddress local() {
        return local;
    }

    public InetSocketAddress remote() {
        return remote;
    }

    /** Longest wait of a read; 0, as at first, for no limit. */
    public void readTimeoutMillis(int millis) {
        readTimeoutMillis = millis;
    }

    /**
     * What {@link #close} does with data not yet acknowledged: -1 leaves them to the stack; 0 aborts; more waits so long for them, and aborts then. At
     * first as the parameter {@code linger} says.
     */
    public void lingerMillis(int millis) {
        lingerMillis = millis;
    }

    /** Switches Nagle's algorithm off or on. */
    public void noDelay(boolean on) throws IOException {
        onLoop(() -> core.channel().noDelay(on));
    }

    public ConnectionStatus status() throws IOException {
        return stack.call(() -> core.channel().status());
    }

    /** Closes our direction; the peer reads to the end of what was written, and can still send. */
    public void shutdownOutput() throws IOException {
        onLoop(() -> core.channel().shutdownOutput());
    }

    /** Resets the connection. */
    public void abort() throws IOException {
        onLoop(() -> core.channel().abort());
    }

    @Override
    public void close() throws IOException {
        int linger = lingerMillis;
        if (linger == 0) {
            abort();
            return;
        }
        if (linger < 0) {
            onLoop(() -> core.channel().close());
            return;
        }
        requireOtherThread(stack);
        CountDownLatch delivered = new CountDownLatch(1);
        onLoop(() -> {
            core.channel().whenDelivered(delivered::countDown);
            core.channel().close();
        });
        try {
            if (!delivered.await(linger, TimeUnit.MILLISECONDS)) {
                abort();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while lingering");
        }
    }

    int read(byte[] target, int offset, int length) throws IOException {
        requireOtherThread(stack);
        if (length == 0) {
            return 0;
        }
        Transfer transfer = new Transfer(target, offset, length, false);
        lock(readLock);
        try {
            onLoop(() -> core.read(transfer));
            return transfer.await(readTimeoutMillis);
        } finally {
            readLock.unlock();
        }
    }

    int available() throws IOException {
        return stack.call(() -> core.channel().readable());
    }

    void write(byte[] source, int offset, int length) throws IOException {
        requireOtherThread(stack);
        if (length == 0) {
            return;
        }
        Transfer transfer = new Transfer(source, offset, length, true);
        lock(writeLock);
        try {
            onLoop(() -> core.write(transfer));
            if (transfer.await(0) != length) {
                throw new SocketException("this direction of the connection is closed");
            }
        } finally {
            writeLock.unlock();
        }
    }

    private static void lock(ReentrantLock lock) throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another thread's transfer");
        }
    }

    private void onLoop(Runnable task) throws IOException {
        try {
            stack.execute(task);
        } catch (RejectedExecutionException e) {
            throw new SocketException("the stack has been stopped");
        }
    }

    static void requireOtherThread(TcpStack stack) {
        if (stack.inLoop()) {
            throw new IllegalStateException("a blocking call on the loop's own thread would wait for itself");
        }
    }

    static IOException asIoException(Throwable cause) {
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
