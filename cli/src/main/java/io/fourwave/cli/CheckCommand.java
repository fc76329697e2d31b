package io.fourwave.cli;

import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.child.ResumeException;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks the specification with TLC: every property of every scenario asked for, and whether what must be reachable is.",
            "A violated property is shown as a ladder in the specification's terms."
        },
        footer = {
            "",
            "Examples:",
            "  fourwave check --scenario smoke",
            "  fourwave check --set pr --mutants --junit target/check.xml",
            "  fourwave check --spec spec/examples/alternating-bit --keep target/abp",
            "  fourwave check --set deep --checkpoint target/deep",
            "  fourwave check --resume target/deep",
            "  fourwave check --scenario aborted --distributed"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Mixin
    private ChosenOption chosen;

    @Option(
            names = "--show-refuted",
            description = "Show the counterexamples of what a scenario refutes, too: those that must be there.")
    private boolean showRefuted;

    @Mixin
    private TlcOption tlc;

    @Mixin
    private CheckpointOption checkpoint;

    @Mixin
    private DistributedOption distributed;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the TLA+, the configurations and the state diagrams with counts here.")
    private Path keep;

    @Option(
            names = "--merge",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Check nothing: make one report of the JSON of all parts.")
    private List<Path> merged = List.of();

    @Mixin
    private CounterexamplesOption counterexamples;

    @Mixin
    private ResultFiles results;

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public Integer call() {
        results.requireWritable();
        counterexamples.begin(spec);
        if (!merged.isEmpty()) {
            return tell(MergeStep.merge(spec.compilation(), merged));
        }
        if (checkpoint.isResumed()) {
            resume(checkpoint.asked());
        }
        Selection selection = selection(spec.protocol());
        if (keep != null) {
            Output.requireDirectory("--keep", keep);
        }
        checkpoint.begin(asked(selection));
        Report report;
        try (ProgressLine line = new ProgressLine(command.commandLine().getErr())) {
            report = ModelCheck.run(
                    spec.compilation(), selection, new CheckProgress(line, this::interrupted, counterexamples));
        } catch (ExportException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage(), e.help());
        } catch (ResumeException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage(), e.help());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, "TLC cannot be run: " + Output.describe(e), null);
        }
        return tell(report);
    }

    private Selection selection(Protocol protocol) {
        TlcOptions options =
                tlc.options().withCheckpoints(checkpoint.checkpoints()).withDistribution(distributed.distribution());
        if (options.checkpoints() != null && options.distribution() != null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "a distributed run leaves no checkpoints",
                    "leave out --distributed, or --checkpoint and --resume");
        }
        return chosen.selection(protocol, options, keep);
    }

    /** What must be known to go on later. */
    private Properties asked(Selection selection) {
        Properties asked = new Properties();
        asked.setProperty("spec", spec.path().toAbsolutePath().normalize().toString());
        chosen.save(asked);
        tlc.save(asked, selection.tlc());
        return asked;
    }

    private void resume(Properties asked) {
        chosen.load(asked);
        spec.orElse(Path.of(asked.getProperty("spec")));
        tlc.load(asked);
    }

    /** Ctrl-C: everything that is known, and how to go on. The JVM ends after this. */
    private void interrupted(Report soFar) {
        tell(soFar);
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    private int tell(Report report) {
        if (told.compareAndSet(false, true)) {
            PrintWriter out = command.commandLine().getOut();
            out.println(ReportText.render(report, showRefuted).stripTrailing());
            counterexamples.tell(report, out);
            if (report.interrupted() && checkpoint.command() != null) {
                out.println("go on with: " + checkpoint.command());
            }
            out.flush();
            results.write(spec.protocol(), report);
        }
        if (report.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return report.ok() ? ExitCode.OK : ExitCode.VERDICT;
    }
}
