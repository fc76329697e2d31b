package io.fourwave.modelcheck;

import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcRun;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Checks scenarios and mutants of a protocol: what is big one after the other, what is small several at once. */
public final class ModelCheck {
    private final Compilation compilation;
    private final Protocol protocol;
    private final Selection selection;
    private final ProgressListener listener;
    private final List<ScenarioResult> scenarios = new ArrayList<>();
    private final List<MutantResult> mutants = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch lastWord = new CountDownLatch(1);
    private final long started = System.nanoTime();
    private final Running running = new Running();
    private volatile boolean interrupted;
    private final List<String> remarks = new ArrayList<>();
    private Plan plan;

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
        Thread hook = new Thread(this::goingDown, "summary of an interrupted check");
        Runtime.getRuntime().addShutdownHook(hook);
        try (WorkDirectory work = new WorkDirectory(selection.work())) {
            scenarios(work);
            mutants(work);
            Report report = report();
            if (selection.work() != null) {
                CountedDiagrams.write(protocol, report, selection.work());
            }
            return report;
        } finally {
            finished.countDown();
            removeHook(hook);
        }
    }

    private void scenarios(WorkDirectory work) throws IOException {
        TlcOptions options = selection.tlc();
        List<SideBySide.Task> small = new ArrayList<>();
        List<World.Scenario> big = new ArrayList<>();
        for (World.Scenario scenario : plan.scenarios()) {
            // What is distributed has workers elsewhere.
            if (options.distribution() == null && Plan.isSmall(scenario)) {
                small.add(() -> scenario(scenario, work, SideBySide.share(options)));
            } else {
                big.add(scenario);
            }
        }
        SideBySide.run(small, SideBySide.threads(options), this::stop);
        for (World.Scenario scenario : big) {
            scenario(scenario, work, options);
        }
    }

    private void scenario(World.Scenario scenario, WorkDirectory work, TlcOptions options) throws IOException {
        if (!stopped()) {
            ScenarioResult result = new ScenarioCheck(
                            protocol, scenario, scenario.name(), this, work.of(scenario.name()), options)
                    .telling(property -> violated(scenario.name(), property))
                    .run(selection.properties());
            add(scenarios, result);
            tell(() -> listener.scenario(result));
        }
    }

    private void mutants(WorkDirectory work) throws IOException {
        TlcOptions options = SideBySide.share(selection.tlc()).brief();
        List<SideBySide.Task> tasks = new ArrayList<>();
        for (World.Mutant mutant : plan.mutants()) {
            tasks.add(() -> mutant(mutant, work.of("mutant-" + mutant.name()), options));
        }
        SideBySide.run(tasks, SideBySide.threads(selection.tlc()), this::stop);
    }

    private void mutant(World.Mutant mutant, Path directory, TlcOptions options) throws IOException {
        if (!stopped()) {
            MutantResult result = new MutantCheck(compilation, mutant, this, directory, options).run();
            // One that was not killed because the user had enough has not survived.
            if (result.killed() || !stopped()) {
                add(mutants, result);
                tell(() -> listener.mutant(result));
            }
        }
    }

    private void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Going down already, and the hook tells what there is to tell: nobody else may, least of all while it
            // does.
            awaitLastWord();
        }
    }

    private void awaitLastWord() {
        boolean wasInterrupted = false;
        while (true) {
            try {
                lastWord.await();
                break;
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        interrupted = true;
        running.stop();
    }

    /** The hook kills the children, waits for their runs to notice, and gives the listener the last word. */
    private void goingDown() {
        stop();
        try {
            // The child has ended, with a last checkpoint if there are any: this is the time for reading what it has
            // said.
            finished.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            listener.interrupted(report());
        } finally {
            lastWord.countDown();
        }
    }

    private Circumstances circumstances() {
        List<String> all = new ArrayList<>();
        synchronized (remarks) {
            all.addAll(remarks);
        }
        if (interrupted) {
            all.addAll(running.interrupted());
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
                // In the order of the specification, whoever was ready first.
                List<ScenarioResult> inOrder = plan.inOrder(scenarios, ScenarioResult::name);
                return new Report(
                        protocol.name(),
                        inOrder,
                        plan.inOrder(mutants, mutant -> Circumstances.mutant(mutant.name())),
                        SetCheck.all(protocol, inOrder),
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

    /** A run begins; the hook must know whom to stop. */
    void begins(String what, TlcRun run, long pinnedStates) {
        running.begins(run, what);
        tell(() -> listener.begins(what, Math.min(done() + 1, plan.size()), plan.size(), pinnedStates));
        if (stopped()) {
            run.stop();
        }
    }

    void ends(TlcRun run) {
        if (!stopped()) {
            running.ends(run);
        }
    }

    /** Of several that run at once the listener hears of the one that began last. */
    void progress(TlcRun run, TlcProgress now) {
        if (running.progress(run, now)) {
            tell(() -> listener.progress(now));
        }
    }

    private void violated(String scenario, String property) {
        boolean goOn;
        synchronized (listener) {
            goOn = listener.violated(scenario, property);
        }
        if (!goOn) {
            stop();
        }
    }

    /** One at a time: listeners know nothing of threads. */
    private void tell(Runnable word) {
        synchronized (listener) {
            word.run();
        }
    }

    private int done() {
        synchronized (scenarios) {
            synchronized (mutants) {
                return scenarios.size() + mutants.size();
            }
        }
    }

    /** Something the report says besides. */
    void remark(String text) {
        add(remarks, text);
    }
}
