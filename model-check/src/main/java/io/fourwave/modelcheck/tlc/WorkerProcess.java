package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.Lines;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child JVM that waits for a server, works for it, and ends with it. */
public final class WorkerProcess implements AutoCloseable {
    private static final String JOINED = Lines.MARK + " joined ";

    private final Process process;
    private final File output;

    /**
     * Starts it.
     *
     * @param options its threads and its memory
     * @param scratch a directory that is made, for temporary files and the child's output
     * @param host the server's
     */
    public WorkerProcess(TlcOptions options, Path scratch, String host, int port) throws IOException {
        Files.createDirectories(scratch);
        output = scratch.resolve("output.txt").toFile();
        process = new ProcessBuilder(new ChildCommand(options, scratch).worker(host, port))
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** Waits until it ends. One of the ends of {@link io.fourwave.modelcheck.tlc.distributed.WorkerChild}, or the JVM's own. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** What it has printed so far. */
    public String output() throws IOException {
        return Files.readString(output.toPath());
    }

    /** Whether it has ever been one of a server's workers. */
    boolean hasJoined() throws IOException {
        return output().lines().anyMatch(line -> line.startsWith(JOINED));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
