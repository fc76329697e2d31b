package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/** TLC on the scenarios of the set `demo`: small, exhaustive. */
final class ModelStep implements DemoStep {
    private static final String SET = "demo";
    private static final int LIMIT_SECONDS = 150;

    @Override
    public String title() {
        return "check the model with TLC, set `" + SET + "`";
    }

    @Override
    public int limitSeconds() {
        return LIMIT_SECONDS;
    }

    @Override
    public String run(DemoContext context) throws IOException {
        TlcOptions tlc = TlcOptions.standard().withTimeout(Duration.ofSeconds(LIMIT_SECONDS - 10));
        Selection selection = Selection.of(SET)
                .withTlc(tlc)
                .withWork(Files.createDirectories(context.file("tla")).toAbsolutePath());
        Report report = ModelCheck.run(context.compilation(), selection, new ProgressListener() {
            @Override
            public boolean violated(String scenario, String property) {
                // One is enough: `fourwave check` tells of all.
                return false;
            }

            @Override
            public void progress(TlcProgress progress) {
                context.progress(String.format(
                        Locale.ROOT,
                        "      %,d states, %,d distinct, %,.0f/s",
                        progress.generated(),
                        progress.distinct(),
                        progress.rate()));
            }
        });
        String text = ReportText.render(report);
        Files.writeString(context.file("check.txt"), text);
        if (!report.ok()) {
            throw new DemoFailure(
                    ExitCode.VERDICT,
                    "the model is not as it must be",
                    text.lines().toList());
        }
        int properties = 0;
        long states = 0;
        long generated = 0;
        double seconds = 0;
        for (ScenarioResult result : report.scenarios()) {
            properties += result.properties().size();
            states += result.states();
            generated += result.generated();
            seconds += result.seconds();
        }
        String figure = String.format(
                Locale.ROOT,
                "%d properties hold in %,d distinct states; %,.0f states/s over all runs",
                properties,
                states,
                generated / Math.max(seconds, 0.001));
        context.figure("model", figure);
        return figure;
    }
}
