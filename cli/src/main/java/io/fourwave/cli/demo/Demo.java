package io.fourwave.cli.demo;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.Interrupt;
import io.fourwave.cli.Output;
import io.fourwave.cli.ProgressLine;
import io.fourwave.cli.SpecOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the steps one after the other, each with its deadline, all with one; says what comes of them. */
public final class Demo {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(420);

    private static final long LOOK_MILLIS = 100;
    private static final long CLEANUP_SECONDS = 5;

    private final SpecOption spec;
    private final DemoOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    public Demo(SpecOption spec, DemoOptions options, PrintWriter out, PrintWriter err) {
        this.spec = spec;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** @return an {@link ExitCode} */
    public int run() {
        try {
            Files.createDirectories(options.out());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "cannot make " + options.out() + ": " + Output.reason(e),
                    "name another directory with --out");
        }
        List<DemoStep> steps = List.of(
                new ParseStep(),
                new GeneratedStep(),
                new ModelStep(),
                new TransferStep("clean", "a clean link", 0, 0, 90),
                new ReplayStep("clean"),
                new TransferStep("lossy", "a bad link", options.lossPercent(), options.reorderPercent(), 200),
                new ReplayStep("lossy"),
                new CloseStep(),
                new ReportStep());
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "demo");
            thread.setDaemon(true);
            return thread;
        });
        long began = System.nanoTime();
        DemoContext context;
        try (Interrupt interrupt = new Interrupt();
                ProgressLine progress = new ProgressLine(err)) {
            context = new DemoContext(spec, options, progress);
            for (int i = 0; i < steps.size(); i++) {
                int status = step(steps.get(i), i + 1, steps.size(), context, worker, began, progress, interrupt);
                if (status == ExitCode.INTERRUPTED) {
                    end(worker, progress);
                    err.println();
                    err.println("interrupted; the files made so far are in " + options.out());
                    err.flush();
                    return status;
                }
                if (status != ExitCode.OK) {
                    return status;
                }
            }
        } finally {
            worker.shutdownNow();
        }
        summary(context, System.nanoTime() - began);
        return ExitCode.OK;
    }

    private int step(
            DemoStep step,
            int number,
            int of,
            DemoContext context,
            ExecutorService worker,
            long began,
            ProgressLine progress,
            Interrupt interrupt) {
        String head = String.format("[%d/%d] %s", number, of, step.title());
        out.println(head);
        out.flush();
        long start = System.nanoTime();
        Future<String> result = worker.submit(() -> step.run(context));
        try {
            long left = Math.min(TimeUnit.SECONDS.toNanos(step.limitSeconds()), LIMIT_NANOS - (start - began));
            String text = await(result, start + left, interrupt);
            if (text == null) {
                result.cancel(true);
                return ExitCode.INTERRUPTED;
            }
            progress.close();
            out.printf(Locale.ROOT, "      %s (%.1f s)%n", text, (System.nanoTime() - start) / 1e9);
            out.flush();
            return ExitCode.OK;
        } catch (TimeoutException e) {
            result.cancel(true);
            return fail(ExitCode.VERDICT, head, "not done within its time, given up", List.of());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DemoFailure failure) {
                return fail(failure.exitCode(), head, failure.getMessage(), failure.details());
            }
            if (e.getCause() instanceof CommandFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof IOException failure) {
                return fail(ExitCode.INPUT, head, Output.describe(failure), List.of());
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** The result of a step; null after Ctrl-C. */
    private static String await(Future<String> result, long deadlineNanos, Interrupt interrupt)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (interrupt.came()) {
                    return null;
                }
                if (System.nanoTime() - deadlineNanos >= 0) {
                    throw e;
                }
            }
        }
    }

    /** Gives the step time to end its child and delete its files. */
    private static void end(ExecutorService worker, ProgressLine progress) {
        worker.shutdownNow();
        try {
            worker.awaitTermination(CLEANUP_SECONDS, TimeUnit.SECONDS);
            progress.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int fail(int status, String head, String message, List<String> details) {
        err.println();
        details.forEach(err::println);
        err.println("error: " + head + ": " + message);
        err.println("help: the files made so far are in " + options.out());
        err.flush();
        return status;
    }

    private void summary(DemoContext context, long nanos) {
        out.println();
        int width = context.figures().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        context.figures().forEach((name, value) -> out.printf("%-" + width + "s  %s%n", name, value));
        context.notes().values().forEach(note -> out.println("note: " + note));
        out.printf(
                Locale.ROOT, "%nall of it holds; %.0f s. The report: %s%n", nanos / 1e9, context.file("report.html"));
        out.flush();
    }
}
