package io.fourwave.modelcheck.tlc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workers of a distributed run on the server's own machine. */
final class LocalWorkers implements AutoCloseable {
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final boolean mayComeFromElsewhere;

    /** Starts as many as the distribution says; none without one. */
    LocalWorkers(TlcOptions options, Path scratch) throws IOException {
        Distribution distribution = options.distribution();
        int count = distribution == null ? 0 : distribution.localWorkers();
        mayComeFromElsewhere = distribution != null && count < distribution.awaitedWorkers();
        try {
            for (int i = 0; i < count; i++) {
                processes.add(new WorkerProcess(
                        options.withMemory(share(options)).withWorkers(Math.max(1, options.workers() / count)),
                        scratch.resolve("worker-" + i),
                        distribution.host(),
                        distribution.port()));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Each process gets the same part of the memory. */
    static int share(TlcOptions options) {
        return Math.max(
                96, options.memoryMegabytes() / (1 + options.distribution().localWorkers()));
    }

    /**
     * Why the run cannot go on: one ended before it joined, for which the server would wait for ever, or none is left and none may come
     * from another machine. With what the worker has printed; else null.
     */
    String ended() throws IOException {
        boolean left = processes.isEmpty() || mayComeFromElsewhere;
        for (WorkerProcess process : processes) {
            // In this order: it may join and end in between.
            boolean alive = process.isAlive();
            if (!alive && !process.hasJoined()) {
                return "a worker could not begin: " + process.output().strip();
            }
            left |= alive;
        }
        return left ? null : "no worker is left: " + processes.get(0).output().strip();
    }

    @Override
    public void close() {
        processes.forEach(WorkerProcess::close);
    }
}
