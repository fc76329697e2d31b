package io.fourwave.cli;

import com.sun.management.OperatingSystemMXBean;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.report.ReportJson;
import io.fourwave.modelcheck.report.ReportJunit;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcProgress;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
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
            "  fourwave check --spec spec/examples/alternating-bit --keep target/abp"
        })
final class CheckCommand implements Callable<Integer> {
    /** What is checked when nothing is asked for, if the protocol has such a set. */
    private static final String DEFAULT_SET = "pr";

    private static final String TOOLS_HELP = "a release of the TLA+ tools, tla2tools.jar";

    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Option(names = "--scenario", paramLabel = "NAME", description = "Check this scenario; may be repeated.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description =
                    "Check every scenario of this set; may be repeated. Default: `pr`, or everything if there is no such set.")
    private List<String> sets = List.of();

    @Option(names = "--property", paramLabel = "NAME", description = "Check only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--mutants", description = "Also check that every mutant of the chosen scenarios is killed.")
    private boolean mutants;

    @Option(
            names = "--mutant",
            paramLabel = "NAME",
            description = "Check this mutant and nothing else; may be repeated.")
    private List<String> mutantNames = List.of();

    @Option(
            names = "--show-refuted",
            description = "Show the counterexamples of what a scenario refutes, too: those that must be there.")
    private boolean showRefuted;

    @Option(names = "--workers", paramLabel = "COUNT", description = "Threads of TLC. Default: one per core.")
    private Integer workers;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "2048",
            description = "Heap of TLC. Default: ${DEFAULT-VALUE}.")
    private int memoryMebibytes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "End each run of TLC after this time; it is undecided then.")
    private Integer timeoutSeconds;

    @Option(names = "--tla2tools", paramLabel = "JAR", description = "Use this release of the TLA+ tools.")
    private Path tools;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the TLA+, the configurations and the state diagrams with counts here.")
    private Path keep;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, too.")
    private Path junit;

    @Override
    public Integer call() {
        Output.requireWritable("--json", json);
        Output.requireWritable("--junit", junit);
        Selection selection = selection(spec.protocol());
        makeKept();
        PrintWriter out = command.commandLine().getOut();
        Report report;
        try (ProgressLine line = new ProgressLine(command.commandLine().getErr())) {
            report = ModelCheck.run(spec.compilation(), selection, new Listener(line, out));
        } catch (ExportException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage(), e.help());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, "TLC cannot be run: " + Output.describe(e), null);
        }
        out.println(ReportText.render(report, showRefuted).stripTrailing());
        write(json, ReportJson.render(report));
        write(junit, ReportJunit.render(report));
        if (report.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return report.ok() ? ExitCode.OK : ExitCode.VERDICT;
    }

    private Selection selection(Protocol protocol) {
        if (workers != null && workers < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--workers: " + workers + " is less than 1", null);
        }
        if (memoryMebibytes < 64) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--memory: TLC does not start with " + memoryMebibytes + " MiB", "64 or more");
        }
        requireMemory();
        if (timeoutSeconds != null && timeoutSeconds < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--timeout: " + timeoutSeconds + " is less than 1 second", null);
        }
        requireTools();
        TlcOptions standard = TlcOptions.standard();
        TlcOptions tlc = new TlcOptions(
                workers == null ? standard.workers() : workers,
                memoryMebibytes,
                timeoutSeconds == null ? null : Duration.ofSeconds(timeoutSeconds),
                tools,
                standard.jvmOptions());
        Set<String> chosen = new LinkedHashSet<>(scenarios);
        chosen.addAll(sets);
        boolean hasDefault = protocol.world().scenarios().stream()
                .anyMatch(scenario -> scenario.sets().contains(DEFAULT_SET));
        if (chosen.isEmpty() && hasDefault) {
            chosen.add(DEFAULT_SET);
        }
        boolean onlyMutants = !mutantNames.isEmpty();
        return new Selection(
                chosen,
                new LinkedHashSet<>(properties),
                new LinkedHashSet<>(mutantNames),
                mutants,
                !onlyMutants,
                tlc,
                keep);
    }

    /** A JVM that cannot have its heap says so in words of its own, once for each run; better once and before. */
    private void requireMemory() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        if (memoryMebibytes > machine >> 20) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "--memory: " + memoryMebibytes + " MiB are more than this machine has (" + (machine >> 20) + ")",
                    "leave some to the others, too");
        }
    }

    private void requireTools() {
        if (tools == null) {
            return;
        }
        if (!Files.isRegularFile(tools)) {
            throw new CommandFailure(ExitCode.INPUT, "--tla2tools: there is no file " + tools, TOOLS_HELP);
        }
        try (ZipFile jar = new ZipFile(tools.toFile())) {
            if (jar.getEntry("tlc2/TLC.class") != null) {
                return;
            }
        } catch (IOException e) {
            // no archive, or not readable: as good as one without TLC
        }
        throw new CommandFailure(ExitCode.INPUT, "--tla2tools: there is no TLC in " + tools, TOOLS_HELP);
    }

    private void makeKept() {
        if (keep != null) {
            try {
                Files.createDirectories(keep);
            } catch (IOException e) {
                throw new CommandFailure(
                        ExitCode.INPUT,
                        "--keep: cannot make " + keep + ": " + Output.reason(e),
                        "name a directory, or where one may be made");
            }
        }
    }

    private static void write(Path file, String text) {
        if (file != null) {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw Output.cannotWrite(file, e);
            }
        }
    }

    /** Shows how far TLC is; after Ctrl-C the results so far. */
    private static final class Listener implements ProgressListener {
        private final ProgressLine line;
        private final PrintWriter out;
        private String running = "";

        Listener(ProgressLine line, PrintWriter out) {
            this.line = line;
            this.out = out;
        }

        @Override
        public void begins(String what, int number, int total, long pinnedStates) {
            running = "[" + number + "/" + total + "] " + what;
        }

        @Override
        public void progress(TlcProgress progress) {
            line.say(progressText(running, progress));
        }

        @Override
        public void interrupted(Report soFar) {
            line.close();
            out.println(ReportText.render(soFar).stripTrailing());
            out.flush();
        }
    }

    static String progressText(String what, TlcProgress progress) {
        return String.format(
                Locale.ROOT,
                "%s: %,d states, %,d distinct, %,d in the queue, depth %d, %,.0f/s",
                what,
                progress.generated(),
                progress.distinct(),
                progress.queue(),
                progress.depth(),
                progress.rate());
    }
}
