package io.fourwave.modelcheck.tlc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workers of a distributed run on the server's own machine. */
final class LocalWorkers implements AutoCloseable {
    private final List<WorkerProcess> processes = new ArrayList<>();

    /** Starts as many as the distribution says; none without one. */
    LocalWorkers(TlcOptions options, Path scratch) throws IOException {
        Distribution distribution = options.distribution();
        int count = distribution == null ? 0 : distribution.localWorkers();
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

    /** What they have printed, if there were any and none is left; else null. */
    String ended() throws IOException {
        if (processes.isEmpty() || processes.stream().anyMatch(WorkerProcess::isAlive)) {
            return null;
        }
        return processes.get(0).output().strip();
    }

    @Override
    public void close() {
        processes.forEach(WorkerProcess::close);
    }
}
