package io.fourwave.cli;

import io.fourwave.conformance.replay.Coverage;
import io.fourwave.conformance.replay.ReplayReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary of a replay. */
final class ReplayText {
    private ReplayText() {}

    static List<String> lines(ReplayReport report, boolean withCoverage) {
        Coverage coverage = report.coverage();
        List<String> lines = new ArrayList<>();
        long conforming = report.conforms() ? report.steps() : report.steps() - 1;
        lines.add(String.format(
                Locale.ROOT,
                "%,d of %,d steps on %,d connections conform%s, %.1f s, %,d steps/s",
                conforming,
                report.steps(),
                report.connections(),
                report.conforms() ? "" : ", then it ends",
                report.nanos() / 1e9,
                report.stepsPerSecond()));
        lines.add(String.format(
                Locale.ROOT,
                "rules %d of %d, states %d of %d, transitions %d",
                coverage.ruleCounts().size(),
                coverage.rules().size(),
                coverage.stateCounts().size(),
                coverage.states().size(),
                coverage.transitions().size()));
        if (withCoverage) {
            lines.add("rules:");
            coverage.rules()
                    .forEach(rule -> lines.add(count(coverage.ruleCounts().getOrDefault(rule, 0L), rule)));
            lines.add("states:");
            coverage.states()
                    .forEach(state -> lines.add(count(coverage.stateCounts().getOrDefault(state, 0L), state)));
            lines.add("transitions:");
            coverage.transitions().forEach((transition, count) -> lines.add(count(count, transition.toString())));
        }
        return lines;
    }

    private static String count(long count, String name) {
        return String.format(Locale.ROOT, "%,12d  %s", count, name);
    }
}
