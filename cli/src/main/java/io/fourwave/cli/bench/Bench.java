package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.ProgressLine;
import io.fourwave.cli.SpecOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the measures one after the other, so that none disturbs another, and prints the table. */
public final class Bench {
    private final SpecOption spec;
    private final BenchOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    public Bench(SpecOption spec, BenchOptions options, PrintWriter out, PrintWriter err) {
        this.spec = spec;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Measures.
     *
     * @return {@link ExitCode#OK}, or {@link ExitCode#ENVIRONMENT} when the machine did not allow all that was asked for
     * @throws CommandFailure when something under measure does not work at all, or a file cannot be written
     */
    public int run() {
        BenchResults results = new BenchResults();
        if (results.busy()) {
            err.printf(
                    "note: others are at work here (load %.1f); figures are for an idle machine%n",
                    results.loadAtStart());
            err.flush();
        }
        // Before anything is measured: a file that cannot be written must not be found out about minutes later.
        options.json().ifPresent(file -> write(file, ""));
        try (ProgressLine progress = new ProgressLine(err)) {
            Files.createDirectories(options.work());
            for (Action action : work(results)) {
                action.run(progress::say);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "cannot measure: " + e.getMessage(), "is the disk full?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            removeIfEmpty(options.work());
        }
        new BenchTable(results, options).lines().forEach(out::println);
        out.flush();
        options.json().ifPresent(file -> write(file, BenchJson.render(results, options)));
        return results.skipped().isEmpty() ? ExitCode.OK : ExitCode.ENVIRONMENT;
    }

    @FunctionalInterface
    interface Progress {
        void say(String text);
    }

    @FunctionalInterface
    private interface Action {
        void run(Progress progress) throws IOException, InterruptedException;
    }

    private List<Action> work(BenchResults results) {
        List<Action> work = new ArrayList<>();
        Set<Measure> wire =
                options.measures().stream().filter(Measure::needsWire).collect(Collectors.toSet());
        if (!wire.isEmpty()) {
            work.add(progress -> new WireBench(options, wire, results).run(progress));
        }
        if (options.measures().contains(Measure.MODEL)) {
            work.add(progress -> new ModelBench(spec, options, results).run(progress));
        }
        if (options.measures().contains(Measure.COMPILE)) {
            work.add(progress -> new CompileBench(spec, options, results).run(progress));
        }
        if (options.measures().contains(Measure.REPLAY)) {
            work.add(progress -> new ReplayBench(spec, options, results).run(progress));
        }
        return work;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "no such directory" : e.getMessage();
            throw new CommandFailure(
                    ExitCode.INPUT, "cannot write " + file + ": " + why, "name a file in a directory that exists");
        }
    }

    private static void removeIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException e) {
            // somebody else's files
        } catch (IOException e) {
            // an empty directory more does no harm
        }
    }
}
