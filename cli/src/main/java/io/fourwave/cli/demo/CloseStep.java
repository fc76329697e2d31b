package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.lab.OneClose;
import io.fourwave.conformance.ladder.TraceLadder;
import io.fourwave.conformance.replay.ReplayReport;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.ladder.LadderSvg;
import io.fourwave.modelcheck.ladder.LadderText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One whole connection between two stacks of ours in virtual time, so that the states of both ends can be drawn. */
final class CloseStep implements DemoStep {
    @Override
    public String title() {
        return "draw the ladder of one close, both ends ours, in virtual time";
    }

    @Override
    public int limitSeconds() {
        return 30;
    }

    @Override
    public String run(DemoContext context) throws IOException {
        Path file = context.file("close.fwtrace");
        OneClose.record(file, context.options().application());
        try (TraceReader reader = TraceReader.open(file)) {
            ReplayReport report = new Replayer(context.protocol(), Fingerprint.of(context.protocol())).replay(reader);
            if (!report.conforms()) {
                throw new DemoFailure(ExitCode.VERDICT, "a step does not conform", List.of());
            }
        }
        Ladder ladder = TraceLadder.of(file, "a four-way close", OneClose.CLIENT, OneClose.SERVER);
        Files.writeString(context.file("close.svg"), LadderSvg.render(ladder));
        Files.writeString(context.file("close.txt"), LadderText.render(ladder));
        return ladder.steps().size() + " steps, " + context.file("close.svg");
    }
}
