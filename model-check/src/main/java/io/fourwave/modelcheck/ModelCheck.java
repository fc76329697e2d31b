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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private int total;

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
        List<World.Scenario> chosen = chosenScenarios();
        List<World.Mutant> museum = chosenMutants(chosen);
        total = museum.size() + (selection.scenariosToo() ? chosen.size() : 0);
        Path work = selection.work() == null ? Files.createTempDirectory("fourwave-check") : selection.work();
        Thread hook = new Thread(this::goingDown, "summary of an interrupted check");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (selection.scenariosToo()) {
                for (World.Scenario scenario : chosen) {
                    if (!stopped()) {
                        number++;
                        ScenarioResult result = new ScenarioCheck(
                                        protocol, scenario, this, work.resolve(scenario.name()), selection.tlc())
                                .run(selection.properties());
                        add(scenarios, result);
                        listener.scenario(result);
                    }
                }
            }
            for (World.Mutant mutant : museum) {
                if (!stopped()) {
                    number++;
                    MutantResult result =
                            new MutantCheck(compilation, mutant, this, work.resolve("mutant-" + mutant.name())).run();
                    add(mutants, result);
                    listener.mutant(result);
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
            finished.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.interrupted(report());
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
                        stopped());
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
        listener.begins(what, number, total, pinnedStates);
    }

    void progress(TlcProgress progress) {
        listener.progress(progress);
    }

    /** Something the report says besides. */
    void remark(String text) {
        add(remarks, text);
    }

    // ---- what is asked for
    // -------------------------------------------------------------------------------------------

    private List<World.Scenario> chosenScenarios() {
        List<World.Scenario> all = protocol.world().scenarios();
        Set<String> known = all.stream().map(World.Scenario::name).collect(Collectors.toSet());
        all.forEach(scenario -> known.addAll(scenario.sets()));
        known(selection.scenarios(), known, "scenario or set of scenarios");
        known(
                selection.properties(),
                protocol.world().properties().stream().map(World.Property::name).collect(Collectors.toSet()),
                "property");
        return all.stream()
                .filter(scenario -> selection.scenarios().isEmpty()
                        || selection.scenarios().contains(scenario.name())
                        || scenario.sets().stream().anyMatch(selection.scenarios()::contains))
                .toList();
    }

    private List<World.Mutant> chosenMutants(List<World.Scenario> chosen) {
        List<World.Mutant> all = protocol.world().mutants();
        known(selection.mutants(), all.stream().map(World.Mutant::name).collect(Collectors.toSet()), "mutant");
        Set<String> names = chosen.stream().map(World.Scenario::name).collect(Collectors.toSet());
        return all.stream()
                .filter(mutant -> selection.mutants().contains(mutant.name())
                        || selection.allMutants() && names.contains(mutant.scenario()))
                .toList();
    }

    private static void known(Set<String> asked, Set<String> known, String what) {
        for (String name : asked) {
            if (!known.contains(name)) {
                throw new ExportException(
                        "there is no " + what + " `" + name + "`",
                        known.isEmpty()
                                ? "the protocol declares none"
                                : "there are: "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
