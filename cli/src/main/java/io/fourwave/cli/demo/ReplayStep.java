package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.replay.MismatchText;
import io.fourwave.conformance.replay.ReplayReport;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.spec.ir.Protocol;
import java.util.List;
import java.util.Locale;

/** Every step of the transfers, made again by the specification. */
final class ReplayStep implements DemoStep {
    private final String name;

    ReplayStep(String name) {
        this.name = name;
    }

    @Override
    public String title() {
        return "replay every step on the specification";
    }

    @Override
    public int limitSeconds() {
        return 90;
    }

    @Override
    public String run(DemoContext context) {
        Protocol protocol = context.protocol();
        try (TraceReader reader = TraceReader.open(context.file(name + ".fwtrace"))) {
            ReplayReport report = new Replayer(protocol, Fingerprint.of(protocol))
                    .progress((steps, octets, of) -> context.progress(
                            String.format(Locale.ROOT, "      %,d steps, %d %%", steps, octets * 100 / of)))
                    .replay(reader);
            if (!report.conforms()) {
                List<String> details =
                        new MismatchText(protocol, context::lines).lines(report.mismatch(), reader.header());
                throw new DemoFailure(ExitCode.VERDICT, "a step does not conform to the specification", details);
            }
            String text = String.format(
                    Locale.ROOT,
                    "all %,d steps of %,d connections conform; %,d steps/s; %d of %d rules, %d of %d states",
                    report.steps(),
                    report.connections(),
                    report.stepsPerSecond(),
                    report.coverage().ruleCounts().size(),
                    report.coverage().rules().size(),
                    report.coverage().stateCounts().size(),
                    report.coverage().states().size());
            context.figure("replay, " + name, text);
            return text;
        } catch (TraceException e) {
            throw new DemoFailure(ExitCode.VERDICT, e.getMessage(), List.of());
        }
    }
}
