package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Writes a trace. Any number of machines of one schema, in any number of loops, may be recorded at once; each gets a recorder of
 * its own from {@link #connection}.
 */
public final class TraceWriter implements AutoCloseable {
    private final BackgroundFile file;
    private final MachineSchema schema;
    private int connections;
    private long steps;
    private boolean closed;

    private TraceWriter(BackgroundFile file, MachineSchema schema) {
        this.file = file;
        this.schema = schema;
    }

    /**
     * Creates or replaces the file and writes its header.
     *
     * @param application name and version of who records
     * @throws IOException when the file cannot be created
     */
    public static TraceWriter create(Path path, MachineSchema schema, String application) throws IOException {
        BackgroundFile file = new BackgroundFile(path);
        file.append(TraceFormat.MAGIC);
        file.append(new byte[] {TraceFormat.VERSION >>> 8, TraceFormat.VERSION});
        RecordBuffer header = new RecordBuffer(4096);
        Instant start = Instant.now();
        header.unsigned(TraceFormat.HEADER)
                .text(application)
                .signed(TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano());
        SchemaCodec.write(schema, header);
        TraceWriter writer = new TraceWriter(file, schema);
        writer.write(header);
        return writer;
    }

    /**
     * A recorder for one machine, to be given to {@link Machine#recordTo}. The connection appears in the file with its first step.
     *
     * <p>It refuses a machine of another specification than the file's, with {@link IllegalArgumentException} at its first step.
     *
     * @param label for people: addresses and ports
     */
    public StepRecorder connection(String label) {
        return new ConnectionRecorder(this, schema, label);
    }

    /** The id of a new connection. */
    synchronized int nextConnection() {
        return connections++;
    }

    /** Appends a step. */
    synchronized void writeStep(RecordBuffer step) {
        if (!closed) {
            steps++;
            write(step);
        }
    }

    /** Appends a record; its place in the file is that of the call. */
    synchronized void write(RecordBuffer body) {
        file.append(body.length() + RecordBuffer.FRAME_OCTETS, body::frameInto);
    }

    /** Steps recorded so far. */
    public synchronized long steps() {
        return steps;
    }

    /** Connections that have made a step. */
    public synchronized int connections() {
        return connections;
    }

    public Path path() {
        return file.path();
    }

    /**
     * Writes the end record and closes the file; what is recorded afterwards is lost. Idempotent.
     *
     * @throws IOException when something could not be written, now or before: the file is then no whole trace
     */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (!closed) {
                write(new RecordBuffer(32)
                        .unsigned(TraceFormat.END)
                        .unsigned(connections)
                        .unsigned(steps));
                closed = true;
            }
        }
        file.close();
    }
}
