package io.fourwave.cli;

import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.replay.MismatchText;
import io.fourwave.conformance.replay.ReplayReport;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TracePrinter;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.spec.ir.Protocol;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fourwave replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every step of a trace again by the specification and compares: choices, effects, results, states.",
            "Ends at the first step that differs."
        },
        footer = {
            "",
            "Examples:",
            "  fourwave replay target/demo/clean.fwtrace",
            "  fourwave replay --print target/demo/clean.fwtrace | less"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Parameters(paramLabel = "TRACE", description = "Written by `fourwave run --trace FILE` or the demo.")
    private Path trace;

    @Option(names = "--print", description = "Print the steps as text instead; needs no specification.")
    private boolean print;

    @Option(names = "--partial", description = "Accept a trace that ends too early, for as long as it is.")
    private boolean partial;

    @Option(
            names = "--coverage",
            description = "Also list which rules, states and transitions were gone through, and how often.")
    private boolean coverage;

    @Override
    public Integer call() {
        try (TraceReader reader = TraceReader.open(trace)) {
            return print ? print(reader) : replay(reader);
        } catch (TraceException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage(), e.help().orElse(null));
        }
    }

    private int print(TraceReader reader) {
        PrintWriter out = command.commandLine().getOut();
        try {
            new TracePrinter(reader, out).print();
        } catch (TraceException e) {
            out.flush();
            if (!partial || !e.isTruncation()) {
                throw e;
            }
        }
        return ExitCode.OK;
    }

    private int replay(TraceReader reader) {
        Protocol protocol = spec.protocol();
        PrintWriter out = command.commandLine().getOut();
        ReplayReport report;
        try (ProgressLine line = new ProgressLine(command.commandLine().getErr())) {
            report = new Replayer(protocol, Fingerprint.of(protocol))
                    .partial(partial)
                    .progress((steps, octets, of) -> line.say(String.format(
                            Locale.ROOT, "replay: %,d steps, %d %%", steps, of == 0 ? 100 : octets * 100 / of)))
                    .replay(reader);
        }
        if (report.truncation() != null) {
            command.commandLine()
                    .getErr()
                    .println("warning: " + report.truncation().getMessage());
        }
        if (!report.conforms()) {
            new MismatchText(protocol, spec::lines)
                    .lines(report.mismatch(), reader.header())
                    .forEach(out::println);
        }
        ReplayText.lines(report, coverage).forEach(out::println);
        return report.conforms() ? ExitCode.OK : ExitCode.VERDICT;
    }
}
