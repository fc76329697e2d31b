package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.SpecOption;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** TLC on one scenario, again and again. */
final class ModelBench {
    private final SpecOption spec;
    private final BenchOptions options;
    private final BenchResults results;

    ModelBench(SpecOption spec, BenchOptions options, BenchResults results) {
        this.spec = spec;
        this.options = options;
        this.results = results;
    }

    void run(Bench.Progress progress) throws IOException {
        // Compiled here, so that the first round is no longer than the others.
        spec.protocol();
        List<Double> generated = new ArrayList<>();
        List<Double> distinct = new ArrayList<>();
        List<Double> tlcSeconds = new ArrayList<>();
        List<Double> allSeconds = new ArrayList<>();
        List<Double> rate = new ArrayList<>();
        for (int round = 1; round <= options.modelRounds(); round++) {
            long began = System.nanoTime();
            ScenarioResult result =
                    check(progress, "TLC, " + options.scenario() + ", round " + round + " of " + options.modelRounds());
            allSeconds.add((System.nanoTime() - began) / 1e9);
            generated.add((double) result.generated());
            distinct.add((double) result.states());
            tlcSeconds.add(result.seconds());
            rate.add(result.generated() / Math.max(result.seconds(), 1e-3));
        }
        String what = "scenario `" + options.scenario() + "`: ";
        int workers = TlcOptions.standard().workers();
        add(what + "generated states", "", generated);
        add(what + "distinct states", "", distinct);
        add(what + "TLC, " + workers + " workers", "s", tlcSeconds);
        add(what + "export and all", "s", allSeconds);
        add(what + "generation rate", "/s", rate);
    }

    private void add(String name, String unit, List<Double> values) {
        results.add(Figure.alone(Measure.MODEL, name, unit, new Samples(values)));
    }

    private ScenarioResult check(Bench.Progress progress, String head) throws IOException {
        Report report = ModelCheck.run(spec.compilation(), Selection.of(options.scenario()), new ProgressListener() {
            @Override
            public void progress(TlcProgress tlc) {
                progress.say(String.format(
                        Locale.ROOT,
                        "%s: %,d states, %,d distinct, %,.0f/s",
                        head,
                        tlc.generated(),
                        tlc.distinct(),
                        tlc.rate()));
            }
        });
        if (!report.ok()) {
            throw new CommandFailure(
                    ExitCode.VERDICT,
                    "the model is not as it must be\n"
                            + ReportText.render(report).stripTrailing(),
                    "see `fourwave check --scenario " + options.scenario() + "`");
        }
        return report.scenarios().get(0);
    }
}
