package io.fourwave.cli;

import io.fourwave.modelcheck.Estimate;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Shows how far TLC is; after Ctrl-C hands over the results so far. */
final class CheckProgress implements ProgressListener {
    private final ProgressLine line;
    private final Consumer<Report> interrupted;
    private final CounterexamplesOption counterexamples;
    private String running = "";
    private Estimate estimate = new Estimate(-1);

    CheckProgress(ProgressLine line, Consumer<Report> interrupted, CounterexamplesOption counterexamples) {
        this.line = line;
        this.interrupted = interrupted;
        this.counterexamples = counterexamples;
    }

    @Override
    public void scenario(ScenarioResult result) {
        counterexamples.write(result);
    }

    @Override
    public void mutant(MutantResult result) {
        counterexamples.write(result);
    }

    @Override
    public void begins(String what, int number, int total, long pinnedStates) {
        running = "[" + number + "/" + total + "] " + what;
        estimate = new Estimate(pinnedStates);
    }

    @Override
    public void progress(TlcProgress progress) {
        line.say(text(running, progress, estimate.seconds(progress)));
    }

    @Override
    public void interrupted(Report soFar) {
        line.close();
        interrupted.accept(soFar);
    }

    static String text(String what, TlcProgress progress, OptionalDouble secondsLeft) {
        return String.format(
                Locale.ROOT,
                "%s: %,d states, %,d distinct, %,d in the queue, depth %d, %,.0f/s, %s",
                what,
                progress.generated(),
                progress.distinct(),
                progress.queue(),
                progress.depth(),
                progress.rate(),
                secondsLeft.isEmpty() ? "time left unknown" : "about " + duration(secondsLeft.getAsDouble()) + " left");
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 120) {
            return whole + " s";
        }
        return whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
