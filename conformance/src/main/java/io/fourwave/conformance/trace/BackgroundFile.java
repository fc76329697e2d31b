package io.fourwave.conformance.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A file written by a thread of its own, so that no event loop waits for a disk. Memory is bounded: when every chunk is full and
 * the disk has not caught up, the caller does wait, since a trace with a hole proves nothing.
 *
 * <p>After a failure (disk full) what is written is thrown away and {@link #close} says why; the loop lives on.
 */
public final class BackgroundFile implements AutoCloseable {
    private static final int CHUNK_OCTETS = 256 << 10;
    private static final int CHUNKS = 64;
    /** What lies in a chunk longer than this is written though the chunk is not full: little is lost when the program is killed. */
    private static final long FLUSH_MILLIS = 500;

    private final Path path;
    private final OutputStream out;
    private final Thread thread;
    private final ArrayDeque<Chunk> full = new ArrayDeque<>();
    private final ArrayDeque<Chunk> free = new ArrayDeque<>();
    private Chunk current = new Chunk();
    private int chunks = 1;
    /** A caller is in {@link #handOver}, perhaps waiting: the current chunk is nobody's. */
    private boolean switching;

    private boolean closing;
    private IOException failure;
    private long written;

    private static final class Chunk {
        private byte[] bytes = new byte[CHUNK_OCTETS];
        private int length;
        /** A copy of what had lain too long, not to be used again. */
        private boolean once;
    }

    /**
     * Creates or replaces the file.
     *
     * @throws IOException when that is not possible
     */
    public BackgroundFile(Path path) throws IOException {
        this.path = path;
        out = Files.newOutputStream(path);
        thread = new Thread(this::run, "fourwave-write-" + path.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** What fills octets. */
    @FunctionalInterface
    public interface Filler {
        /** @return the index after the last octet written */
        int fill(byte[] target, int offset);
    }

    /**
     * Appends what the filler writes; any thread, in the order of the calls.
     *
     * @param mostOctets that it can be
     */
    public synchronized void append(int mostOctets, Filler filler) {
        boolean interrupted = false;
        while (switching) {
            interrupted |= !pause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null || closing) {
            return;
        }
        if (current.bytes.length - current.length < mostOctets) {
            handOver();
            if (current.bytes.length < mostOctets) {
                current.bytes = new byte[mostOctets];
            }
        }
        current.length = filler.fill(current.bytes, current.length);
    }

    /** Appends octets. */
    public void append(byte[] octets) {
        append(octets.length, (target, offset) -> {
            System.arraycopy(octets, 0, target, offset, octets.length);
            return offset + octets.length;
        });
    }

    /** The full chunk to the writer, an empty one in its place. */
    private void handOver() {
        switching = true;
        full.add(current);
        notifyAll();
        boolean interrupted = false;
        while (free.isEmpty() && chunks == CHUNKS && failure == null) {
            interrupted |= !pause();
        }
        if (free.isEmpty()) {
            chunks++;
            current = new Chunk();
        } else {
            current = free.poll();
        }
        switching = false;
        notifyAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when interrupted */
    private boolean pause() {
        try {
            wait();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void run() {
        try (out) {
            for (Chunk chunk = next(); chunk != null; chunk = next()) {
                out.write(chunk.bytes, 0, chunk.length);
                giveBack(chunk);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** The next chunk to write; null at the end. */
    private synchronized Chunk next() {
        while (full.isEmpty()) {
            if (closing || failure != null) {
                return null;
            }
            try {
                wait(FLUSH_MILLIS);
            } catch (InterruptedException e) {
                closing = true;
            }
            if (full.isEmpty() && !switching && current.length > 0) {
                Chunk partial = new Chunk();
                partial.bytes = Arrays.copyOf(current.bytes, current.length);
                partial.length = current.length;
                partial.once = true;
                current.length = 0;
                return partial;
            }
        }
        return full.poll();
    }

    private synchronized void giveBack(Chunk chunk) {
        written += chunk.length;
        if (!chunk.once) {
            chunk.length = 0;
            free.add(chunk);
        }
        notifyAll();
    }

    private synchronized void fail(IOException cause) {
        failure = cause;
        full.clear();
        notifyAll();
    }

    public Path path() {
        return path;
    }

    /** Octets that reached the file. */
    public synchronized long writtenOctets() {
        return written;
    }

    /**
     * Writes what is left and closes the file; idempotent.
     *
     * @throws IOException when something could not be written, now or before
     */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (!closing && failure == null && current.length > 0) {
                handOver();
            }
            closing = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
