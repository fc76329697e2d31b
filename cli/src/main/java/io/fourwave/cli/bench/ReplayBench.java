package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.SpecOption;
import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.replay.ReplayReport;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records once, between two stacks in memory, and replays that again and again in this JVM; the first time is warm-up. */
final class ReplayBench {
    private final SpecOption spec;
    private final BenchOptions options;
    private final BenchResults results;

    ReplayBench(SpecOption spec, BenchOptions options, BenchResults results) {
        this.spec = spec;
        this.options = options;
        this.results = results;
    }

    void run(Path work, Bench.Progress progress) throws IOException {
        Protocol protocol = spec.protocol();
        String fingerprint = Fingerprint.of(protocol);
        Path trace = work.resolve("replay.fwtrace");
        try {
            progress.say("recording something to replay");
            RecordedTraffic.record(trace, options.application());
            List<Double> rate = new ArrayList<>();
            List<Double> steps = new ArrayList<>();
            for (int round = 0; round <= options.rounds(); round++) {
                String head = round == 0 ? "warm-up" : "round " + round + " of " + options.rounds();
                ReplayReport report = replay(protocol, fingerprint, trace, progress, head);
                if (round > 0) {
                    rate.add(report.steps() * 1e9 / report.nanos());
                    steps.add((double) report.steps());
                }
            }
            results.add(Figure.alone(Measure.REPLAY, "steps in the trace", "", new Samples(steps)));
            results.add(Figure.alone(Measure.REPLAY, "steps replayed", "/s", new Samples(rate)));
        } catch (TraceException e) {
            throw new CommandFailure(ExitCode.VERDICT, e.getMessage(), e.help().orElse(null));
        }
    }

    private static ReplayReport replay(
            Protocol protocol, String fingerprint, Path trace, Bench.Progress progress, String head) {
        try (TraceReader reader = TraceReader.open(trace)) {
            ReplayReport report = new Replayer(protocol, fingerprint)
                    .progress((steps, octets, of) ->
                            progress.say(String.format(Locale.ROOT, "replay, %s: %,d steps", head, steps)))
                    .replay(reader);
            if (!report.conforms()) {
                throw new CommandFailure(
                        ExitCode.VERDICT,
                        "a recorded step does not conform to the specification",
                        "see `fourwave demo`");
            }
            return report;
        }
    }
}
