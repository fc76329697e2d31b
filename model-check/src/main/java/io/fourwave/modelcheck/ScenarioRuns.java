package io.fourwave.modelcheck;

import io.fourwave.modelcheck.export.ExportedModel;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.TlcRun;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The runs of TLC that one scenario takes: each has its configuration and its name, and whoever watches the check is told of it. */
final class ScenarioRuns {
    /** With fewer states than this the second compiler costs more than it saves; measured in docs/decisions/018. */
    private static final int BRIEF = 250_000;

    private final World.Scenario scenario;
    private final String label;
    private final ModelCheck check;
    private final Path directory;
    private final TlcOptions options;
    private final ExportedModel model;
    private int count;
    private double seconds;
    private long distinct;

    /**
     * @param label what the runs are called
     * @param directory holds the model
     */
    ScenarioRuns(
            World.Scenario scenario,
            String label,
            ModelCheck check,
            Path directory,
            TlcOptions options,
            ExportedModel model) {
        this.scenario = scenario;
        this.label = label;
        this.check = check;
        this.directory = directory;
        this.options = options;
        this.model = model;
    }

    /** Of all of them. */
    double seconds() {
        return seconds;
    }

    /** Distinct states found by the run that found most. */
    long distinct() {
        return distinct;
    }

    /**
     * @param suffix of the configuration's name; those of other runs stay for whoever keeps the directory
     * @param pinned how many distinct states there will be; -1 when nobody knows
     */
    TlcOutcome next(List<ExportedModel.Formula> formulas, String what, String suffix, long pinned) throws IOException {
        TlcOutcome outcome = run(formulas, what, suffix, Integer.toString(++count), options, pinned);
        if (outcome.resumed() > 0) {
            check.remark(String.format(
                    Locale.ROOT,
                    "%s: %s: resumed from a checkpoint with %,d distinct states",
                    scenario.name(),
                    what,
                    outcome.resumed()));
        }
        if (outcome.lost() > 0) {
            check.remark(scenario.name() + ": " + what + ": workers lost on the way: " + outcome.lost()
                    + "; others have done their work");
        }
        return outcome;
    }

    /** The same violation, if it is found with these options: nothing depends on it but the trace. */
    TlcOutcome again(ExportedModel.Formula formula, TlcOptions otherwise) throws IOException {
        return run(
                List.of(formula),
                "the shortest way to it",
                "_shortest_" + formula.name(),
                "shortest-" + formula.name(),
                otherwise,
                -1);
    }

    private TlcOutcome run(
            List<ExportedModel.Formula> formulas, String what, String suffix, String name, TlcOptions with, long pinned)
            throws IOException {
        String configuration = model.main() + suffix + ".cfg";
        Files.writeString(directory.resolve(configuration), model.configuration(formulas));
        // Distributed TLC looks at states and steps; what leads to what, and single ways, are for one process.
        TlcOptions how = suffix.isEmpty() ? with : with.withDistribution(null);
        boolean brief = !ScenarioCheck.explores(scenario)
                || (scenario.expectedStates() >= 0 && scenario.expectedStates() < BRIEF);
        TlcRun run = new TlcRun(
                directory,
                model.main(),
                configuration,
                brief ? how.brief() : how,
                directory.getFileName() + "/" + name);
        check.begins(label + ": " + what, run, pinned);
        try {
            TlcOutcome outcome = run.run(progress -> check.progress(run, progress));
            seconds += outcome.progress().seconds();
            distinct = Math.max(distinct, outcome.progress().distinct());
            return outcome;
        } finally {
            check.ends(run);
        }
    }
}
