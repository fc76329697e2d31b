package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.Interrupt;
import io.fourwave.cli.Output;
import io.fourwave.cli.ProgressLine;
import io.fourwave.cli.SpecOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the measures one after the other, so that none disturbs another, and prints the table. */
public final class Bench {
    private static final long LOOK_MILLIS = 100;
    private static final long CLEANUP_SECONDS = 5;

    private final SpecOption spec;
    private final BenchOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BenchResults results = new BenchResults();

    public Bench(SpecOption spec, BenchOptions options, PrintWriter out, PrintWriter err) {
        this.spec = spec;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Measures.
     *
     * @return {@link ExitCode#OK}; {@link ExitCode#ENVIRONMENT} when the machine did not allow all that was asked for; {@link ExitCode#INTERRUPTED} after
     *     Ctrl-C, with a table of what was measured before
     * @throws CommandFailure when something under measure does not work at all, or a file cannot be written
     */
    public int run() {
        if (results.busy()) {
            err.printf(
                    "note: others are at work here (load %.1f); figures are for an idle machine%n",
                    results.loadAtStart());
            err.flush();
        }
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "bench");
            thread.setDaemon(true);
            return thread;
        });
        boolean complete;
        try (Interrupt interrupt = new Interrupt();
                TemporaryDirectory work = new TemporaryDirectory(options.work())) {
            complete = measure(worker, work.path(), interrupt);
            print();
        } catch (ExecutionException e) {
            // What was measured before took its time.
            print();
            throw failure(e.getCause());
        } catch (IOException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            worker.shutdownNow();
        }
        if (!complete) {
            err.println("interrupted");
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        options.json().ifPresent(this::writeJson);
        return results.skipped().isEmpty() ? ExitCode.OK : ExitCode.ENVIRONMENT;
    }

    /** @return false after Ctrl-C */
    private boolean measure(ExecutorService worker, Path work, Interrupt interrupt)
            throws InterruptedException, ExecutionException {
        try (ProgressLine progress = new ProgressLine(err)) {
            Future<Boolean> done = worker.submit(() -> {
                for (Action action : actions()) {
                    action.run(work, progress::say);
                }
                return true;
            });
            if (!await(done, interrupt)) {
                worker.shutdownNow();
                worker.awaitTermination(CLEANUP_SECONDS, TimeUnit.SECONDS);
                return false;
            }
            return true;
        }
    }

    /** @return false after Ctrl-C */
    private static boolean await(Future<Boolean> done, Interrupt interrupt)
            throws InterruptedException, ExecutionException {
        while (!done.isDone()) {
            if (interrupt.await(LOOK_MILLIS)) {
                return false;
            }
        }
        return done.get();
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof IOException io) {
            return new CommandFailure(ExitCode.INPUT, "cannot measure: " + Output.describe(io), "is the disk full?");
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private void print() {
        if (results.isEmpty()) {
            return;
        }
        new BenchTable(results, options).lines().forEach(out::println);
        out.flush();
    }

    private void writeJson(Path file) {
        try {
            Files.writeString(file, BenchJson.render(results, options));
        } catch (IOException e) {
            throw Output.cannotWrite(file, e);
        }
    }

    /** Is told how far it is. */
    @FunctionalInterface
    interface Progress {
        void say(String text);
    }

    @FunctionalInterface
    private interface Action {
        void run(Path work, Progress progress) throws IOException, InterruptedException;
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        Set<Measure> wire =
                options.measures().stream().filter(Measure::needsWire).collect(Collectors.toSet());
        if (!wire.isEmpty()) {
            actions.add((work, progress) -> new WireBench(options, wire, results).run(work, progress));
        }
        if (options.measures().contains(Measure.MODEL)) {
            actions.add((work, progress) -> new ModelBench(spec, options, results).run(progress));
        }
        if (options.measures().contains(Measure.COMPILE)) {
            actions.add((work, progress) -> new CompileBench(spec, options, results).run(work, progress));
        }
        if (options.measures().contains(Measure.REPLAY)) {
            actions.add((work, progress) -> new ReplayBench(spec, options, results).run(work, progress));
        }
        return actions;
    }
}
