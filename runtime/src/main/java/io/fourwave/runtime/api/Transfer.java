package io.fourwave.runtime.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * One read or write of a thread that waits, carried out piece by piece by the loop: the octets go straight between the caller's array and the
 * connection's streams. The monitor guards the array, so that a caller that stopped waiting has it to itself again.
 */
final class Transfer {
    /** What moves octets between an array and the connection. */
    @FunctionalInterface
    interface Mover {
        /** Octets moved, 0 for none now, -1 for never again. */
        int move(byte[] array, int offset, int length);
    }

    private final byte[] array;
    private final int offset;
    private final int length;
    private final boolean whole;
    private int moved;
    private boolean ended;
    private boolean finished;
    private IOException failure;

    /** @param whole wait until all octets are moved (a write), not only some (a read) */
    Transfer(byte[] array, int offset, int length, boolean whole) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.whole = whole;
    }

    /** Loop's side: moves what can be moved. True when the transfer is over, also since its caller gave up. */
    synchronized boolean advance(Mover mover) {
        if (finished) {
            return true;
        }
        int count = mover.move(array, offset + moved, length - moved);
        if (count < 0) {
            ended = true;
        } else {
            moved += count;
        }
        finished = ended || moved == length || moved > 0 && !whole;
        if (finished) {
            notifyAll();
        }
        return finished;
    }

    /** Loop's side: it cannot be completed. */
    synchronized void fail(IOException cause) {
        if (!finished) {
            failure = cause;
            finished = true;
            notifyAll();
        }
    }

    /**
     * Caller's side: waits until the transfer is over.
     *
     * @param timeoutMillis 0 for no limit
     * @return octets moved, or -1 for none since the stream is at its end
     */
    synchronized int await(int timeoutMillis) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (!finished) {
            long leftMillis = timeoutMillis == 0
                    ? 0
                    : Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime() + 999_999));
            if (timeoutMillis != 0 && leftMillis == 0) {
                finished = true;
                SocketTimeoutException timeout =
                        new SocketTimeoutException("nothing came within " + timeoutMillis + " ms");
                timeout.bytesTransferred = moved;
                throw timeout;
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                finished = true;
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted =
                        new InterruptedIOException("interrupted while waiting for the peer");
                interrupted.bytesTransferred = moved;
                throw interrupted;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return moved == 0 && ended ? -1 : moved;
    }
}
