package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.Directories;
import io.fourwave.modelcheck.tlc.child.Lines;
import io.fourwave.modelcheck.tlc.child.Notes;
import io.fourwave.modelcheck.tlc.child.Parent;
import io.fourwave.modelcheck.tlc.child.ResumeException;
import io.fourwave.modelcheck.tlc.child.Snapshots;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of TLC in a child JVM. The child's states and temporary files go into a directory that is deleted afterwards; where
 * checkpoints are asked for, these stay until the run has ended.
 */
public final class TlcRun {
    /** A last checkpoint may take this long when the run is stopped. */
    private static final long LAST_CHECKPOINT_SECONDS = 90;

    private static final int SIGINT = 130;
    private static final int SIGTERM = 143;
    private static final String PROGRESS = Lines.MARK + " progress ";

    private final Path directory;
    private final String module;
    private final String configuration;
    private final TlcOptions options;
    private final String name;
    private volatile Process process;
    private volatile TlcOutcome.Status stopped;
    private volatile boolean keepsCheckpoints;

    /**
     * @param directory holds the modules and the configuration
     * @param module name of the module to check
     * @param configuration file name of TLC's configuration
     */
    public TlcRun(Path directory, String module, String configuration, TlcOptions options) {
        this(directory, module, configuration, options, null);
    }

    /**
     * @param name of the run, as a relative path: where its checkpoints are below the directory of the options; null when it has none
     */
    public TlcRun(Path directory, String module, String configuration, TlcOptions options, String name) {
        this.directory = directory;
        this.module = module;
        this.configuration = configuration;
        this.options = options;
        this.name = options.checkpoints() == null ? null : name;
    }

    /** Stops the child from any thread; {@link #run} then returns what is known. */
    public void stop() {
        stop(TlcOutcome.Status.INTERRUPTED);
    }

    private void stop(TlcOutcome.Status why) {
        if (stopped == null) {
            stopped = why;
        }
        Process running = process;
        if (running == null) {
            return;
        }
        if (keepsCheckpoints && why != TlcOutcome.Status.OUT_OF_DISK) {
            try {
                OutputStream requests = running.getOutputStream();
                requests.write((Parent.STOP + "\n").getBytes(StandardCharsets.UTF_8));
                requests.flush();
                if (running.waitFor(LAST_CHECKPOINT_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (IOException e) {
                // It has ended.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.destroyForcibly();
    }

    /**
     * Runs TLC to its end, or until stopped, interrupted or out of time, memory or disk.
     *
     * @param progress told from the calling thread, about twice a second
     * @throws ResumeException when there is a checkpoint of this name, but of another run
     */
    public TlcOutcome run(Consumer<TlcProgress> progress) throws IOException {
        if (options.toolsJar() != null && !Files.isReadable(options.toolsJar())) {
            TlcOutput none = new TlcOutput(progress, null);
            none.line("Error: there are no TLA+ tools at " + options.toolsJar());
            return none.outcome(null);
        }
        if (name == null) {
            return begin(progress, null, null);
        }
        RunStore store = new RunStore(
                options.checkpoints().directory().resolve(name),
                Identity.of(directory, configuration, ChildCommand.tools(options), options));
        Optional<List<String>> output = store.output();
        if (output.isPresent()) {
            TlcOutput again = new TlcOutput(progress, null);
            output.get().forEach(again::line);
            return again.outcome(null);
        }
        return begin(progress, store, store.snapshots().last().orElse(null));
    }

    private TlcOutcome begin(Consumer<TlcProgress> progress, RunStore store, Path snapshot) throws IOException {
        Path scratch = options.states() == null
                ? Files.createTempDirectory("fourwave-tlc")
                : Files.createTempDirectory(Files.createDirectories(options.states()), "fourwave-tlc");
        boolean far = options.distribution() != null;
        TlcOptions own = far ? options.withMemory(LocalWorkers.share(options)) : options;
        LocalWorkers workers = new LocalWorkers(options, scratch);
        try {
            ChildCommand command = new ChildCommand(own, scratch);
            Notes earlier = null;
            if (store != null) {
                keepsCheckpoints = true;
                Path states = store.states();
                command.checkpoints(store.directory(), options.checkpoints().every());
                if (snapshot != null) {
                    earlier = Notes.read(snapshot.resolve(Notes.FILE));
                    Snapshots.layOut(snapshot, states, options.workers());
                    command.recover(states, snapshot.resolve(Notes.FILE), earlier.page());
                } else {
                    command.states(states);
                }
            } else {
                command.states(scratch.resolve("states"));
            }
            TlcOutcome outcome = run(
                    far ? command.server(configuration, module) : command.of(configuration, module),
                    scratch,
                    new TlcOutput(progress, earlier),
                    store,
                    workers);
            if (far
                    && outcome.status() == TlcOutcome.Status.VIOLATED
                    && outcome.trace().isEmpty()) {
                // In the very first state: TLC's server does not print it.
                return new TlcRun(directory, module, configuration, options.withDistribution(null)).run(progress);
            }
            return outcome;
        } finally {
            workers.close();
            Directories.delete(scratch);
            if (store != null) {
                Directories.delete(store.states());
            }
        }
    }

    private TlcOutcome run(List<String> command, Path scratch, TlcOutput output, RunStore store, LocalWorkers workers)
            throws IOException {
        Thread hook = new Thread(this::stop, "stop TLC");
        Watchdog watchdog = new Watchdog(options.timeout(), scratch, this::stop);
        List<String> printed = new ArrayList<>();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            if (stopped != null) {
                process.destroyForcibly();
            }
            watchdog.start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    output.line(line);
                    if (store != null && !line.startsWith(PROGRESS)) {
                        printed.add(line);
                    }
                    if (Thread.currentThread().isInterrupted()) {
                        stop();
                    }
                    String ended = line.startsWith(PROGRESS) ? workers.ended() : null;
                    if (ended != null) {
                        output.line("Error: " + ended);
                        stop(TlcOutcome.Status.ERROR);
                    }
                }
            } catch (IOException e) {
                // The pipe breaks when the child is stopped.
                if (stopped == null) {
                    throw e;
                }
            }
            waitFor(process);
            awaitReason(process.exitValue());
            TlcOutcome outcome = output.outcome(stopped);
            if (store != null && isDecided(outcome)) {
                store.ended(output.retold(printed));
            }
            return outcome;
        } finally {
            watchdog.interrupt();
            if (process != null) {
                process.destroyForcibly();
            }
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is going down already; the hook has done its work.
                stopped = TlcOutcome.Status.INTERRUPTED;
            }
        }
    }

    private static boolean isDecided(TlcOutcome outcome) {
        return outcome.status() == TlcOutcome.Status.HOLDS || outcome.status() == TlcOutcome.Status.VIOLATED;
    }

    /** Ctrl-C reaches the child too, and may end it before we know. */
    private void awaitReason(int status) {
        try {
            for (int i = 0; stopped == null && (status == SIGINT || status == SIGTERM) && i < 10; i++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitFor(Process child) {
        boolean interrupted = false;
        while (true) {
            try {
                child.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
