package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several runs of TLC at once, with one worker each. A child needs a second, which one thread spends, before its workers have anything
 * to do; and one worker explores strictly by depth, so that depths can be held to what is pinned and traces are shortest.
 */
final class SideBySide {
    /** Enough for what is small; and whoever resumes a check with more workers gives its runs no other heap. */
    private static final int SHARE_MEBIBYTES = 512;

    private SideBySide() {}

    /** Something to be done. */
    interface Task {
        void run() throws IOException;
    }

    /** As many at once as there may be workers, as far as the memory goes. */
    static int threads(TlcOptions options) {
        return Math.max(1, Math.min(options.workers(), options.memoryMegabytes() / SHARE_MEBIBYTES));
    }

    /** What one of them may use. */
    static TlcOptions share(TlcOptions options) {
        return options.withDistribution(null)
                .withWorkers(1)
                .withMemory(Math.min(options.memoryMegabytes(), SHARE_MEBIBYTES));
    }

    /**
     * Begins them in this order and waits for all.
     *
     * @param stop ends what is running; called when this thread is interrupted, which stays so
     * @throws IOException of the first that throws one; the others are stopped then
     */
    static void run(List<Task> tasks, int threads, Runnable stop) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, SideBySide::thread);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Task task : tasks) {
                running.add(pool.submit(() -> {
                    task.run();
                    return null;
                }));
            }
            for (Future<?> one : running) {
                waitFor(one, stop);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "check, one of several");
        thread.setDaemon(true);
        return thread;
    }

    private static void waitFor(Future<?> one, Runnable stop) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    one.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.run();
                }
            }
        } catch (ExecutionException e) {
            stop.run();
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
