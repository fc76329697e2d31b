package io.fourwave.modelcheck;

import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.tlc.TlcProgress;
import io.fourwave.modelcheck.tlc.TlcRun;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Checks scenarios and mutants of a protocol, one after the other. */
public final class ModelCheck {
    private final Compilation compilation;
    private final Protocol protocol;
    private final Selection selection;
    private final ProgressListener listener;
    private final List<ScenarioResult> scenarios = new ArrayList<>();
    private final List<MutantResult> mutants = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final long started = System.nanoTime();
    private volatile TlcRun running;
    private volatile boolean interrupted;
    private final List<String> remarks = new ArrayList<>();
    private int number;
    private Plan plan;
    private volatile String doing = "";
    private volatile TlcProgress progress;

    private ModelCheck(Compilation compilation, Selection selection, ProgressListener listener) {
        this.compilation = compilation;
        this.protocol = compilation.orThrow();
        this.selection = selection;
        this.listener = listener;
    }

    /**
     * Checks what is selected. Interrupting the thread stops it; what is missing then is undecided.
     *
     * @throws IllegalStateException when the compilation has errors
     * @throws ExportException when there is no scenario, property or mutant of a name that is asked for
     * @throws IOException when files cannot be written or a child cannot be started
     */
    public static Report run(Compilation compilation, Selection selection, ProgressListener listener)
            throws IOException {
        return new ModelCheck(compilation, selection, listener).run();
    }

    private Report run() throws IOException {
        plan = Plan.of(protocol, selection);
        Path work = selection.work() == null ? Files.createTempDirectory("fourwave-check") : selection.work();
        Thread hook = new Thread(this::goingDown, "summary of an interrupted check");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (World.Scenario scenario : plan.scenarios()) {
                if (!stopped()) {
                    number++;
                    ScenarioResult result = new ScenarioCheck(
                                    protocol, scenario, this, work.resolve(scenario.name()), selection.tlc())
                            .run(selection.properties());
                    add(scenarios, result);
                    listener.scenario(result);
                }
            }
            for (World.Mutant mutant : plan.mutants()) {
                if (!stopped()) {
                    number++;
                    MutantResult result =
                            new MutantCheck(compilation, mutant, this, work.resolve("mutant-" + mutant.name())).run();
                    // One that was not killed because the user had enough has not survived.
                    if (result.killed() || !stopped()) {
                        add(mutants, result);
                        listener.mutant(result);
                    }
                }
            }
            Report report = report();
            if (selection.work() != null) {
                CountedDiagrams.write(protocol, report, work);
            }
            return report;
        } finally {
            finished.countDown();
            removeHook(hook);
            if (selection.work() == null) {
                delete(work);
            }
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Going down already: the hook has told what there is to tell.
            Thread.currentThread().interrupt();
        }
    }

    /** The hook kills the child, waits for the run to notice, and gives the listener the last word. */
    private void goingDown() {
        interrupted = true;
        TlcRun run = running;
        if (run != null) {
            run.stop();
        }
        try {
            // The child has ended, with a last checkpoint if there are any: this is the time for reading what it has
            // said.
            finished.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.interrupted(report());
    }

    private Circumstances circumstances() {
        List<String> all = new ArrayList<>();
        synchronized (remarks) {
            all.addAll(remarks);
        }
        TlcProgress last = progress;
        if (interrupted && last != null) {
            all.add(String.format(
                    Locale.ROOT,
                    "interrupted in %s, at %,d distinct states, %,d in the queue, depth %d",
                    doing,
                    last.distinct(),
                    last.queue(),
                    last.depth()));
        }
        Shard shard = selection.shard();
        return new Circumstances(
                Plan.fingerprint(compilation), shard == null ? "" : shard.toString(), plan.whole(), plan.asked(), all);
    }

    private <T> void add(List<T> results, T result) {
        synchronized (results) {
            results.add(result);
        }
    }

    private Report report() {
        synchronized (scenarios) {
            synchronized (mutants) {
                return new Report(
                        protocol.name(),
                        scenarios,
                        mutants,
                        SetCheck.all(protocol, scenarios),
                        (System.nanoTime() - started) / 1e9,
                        stopped(),
                        circumstances());
            }
        }
    }

    boolean stopped() {
        if (Thread.currentThread().isInterrupted()) {
            interrupted = true;
        }
        return interrupted;
    }

    Selection selection() {
        return selection;
    }

    ProgressListener listener() {
        return listener;
    }

    /** A run begins; the hook must know whom to stop. */
    void begins(String what, TlcRun run, long pinnedStates) {
        running = run;
        doing = what;
        progress = null;
        listener.begins(what, number, plan.size(), pinnedStates);
    }

    void progress(TlcProgress now) {
        progress = now;
        listener.progress(now);
    }

    /** Something the report says besides. */
    void remark(String text) {
        add(remarks, text);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
