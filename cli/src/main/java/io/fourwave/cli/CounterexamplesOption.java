package io.fourwave.cli;

import io.fourwave.conformance.counterexample.CounterexampleFiles;
import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.Findings;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * Where counterexamples go, in every form there is; a mixin. They are written as they are found, so that a check that is ended leaves
 * those found before.
 */
public final class CounterexamplesOption {
    @Option(
            names = "--counterexamples",
            paramLabel = "DIR",
            description =
                    "Write each counterexample here, as a page to look at, for Wireshark, for packetdrill and as a"
                            + " test; those of mutants and of what is refuted, too.")
    private Path directory;

    private final Set<String> written = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private SpecOption spec;
    private Findings findings;

    /**
     * Makes the directory, before any work is done.
     *
     * @param spec what is checked; compiled when the first counterexample is there
     */
    void begin(SpecOption spec) {
        this.spec = spec;
        if (directory != null) {
            Output.requireDirectory("--counterexamples", directory);
        }
    }

    synchronized void write(ScenarioResult result) {
        if (directory != null && written.add("scenario " + result.name())) {
            findings().of(result).forEach(this::write);
        }
    }

    synchronized void write(MutantResult result) {
        if (directory != null
                && written.add("mutant " + result.name() + " " + result.scenario() + " " + result.property())) {
            findings().of(result).ifPresent(this::write);
        }
    }

    private Findings findings() {
        if (findings == null) {
            findings = new Findings(spec.compilation());
        }
        return findings;
    }

    private void write(Finding finding) {
        try {
            List<Path> files = new CounterexampleFiles(directory).write(finding);
            told.add(finding.headline() + ": " + files.get(0));
        } catch (IOException e) {
            throw Output.cannotWrite(directory, e);
        }
    }

    /** Says where they are; writes those of results that came from elsewhere, too. */
    synchronized void tell(Report report, PrintWriter out) {
        report.scenarios().forEach(this::write);
        report.mutants().forEach(this::write);
        told.forEach(line -> out.println("counterexample: " + line));
    }
}
