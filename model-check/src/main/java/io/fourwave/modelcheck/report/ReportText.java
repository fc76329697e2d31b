package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A report for the terminal: property by scenario, what was not reached, mutants, counterexamples. */
public final class ReportText {
    private final Report report;
    private final boolean showRefuted;
    private final StringBuilder text = new StringBuilder();

    private ReportText(Report report, boolean showRefuted) {
        this.report = report;
        this.showRefuted = showRefuted;
    }

    /** The whole report; counterexamples of violated properties last, where they are seen. */
    public static String render(Report report) {
        return render(report, false);
    }

    /** @param showRefuted also the counterexamples of what was to be refuted and is */
    public static String render(Report report, boolean showRefuted) {
        return new ReportText(report, showRefuted).write();
    }

    private String write() {
        if (!report.scenarios().isEmpty()) {
            table();
            figures();
        }
        report.scenarios().forEach(this::refuted);
        report.scenarios().forEach(this::shortcomings);
        report.sets().forEach(set -> text.append(CoverageText.render(set)));
        if (!report.mutants().isEmpty()) {
            mutants();
        }
        report.scenarios()
                .forEach(scenario -> scenario.properties().stream()
                        .filter(property -> property.counterexample() != null)
                        .filter(property -> showRefuted || property.verdict() != Verdict.REFUTED)
                        .forEach(property ->
                                line("\n%s", property.counterexample().text())));
        report.circumstances().remarks().forEach(remark -> line("note: %s", remark));
        if (report.interrupted() && !report.undecided().isEmpty()) {
            line("undecided: %s", String.join(", ", report.undecided()));
        }
        line(
                "%s in %.1f s",
                report.interrupted() ? "interrupted" : report.ok() ? "all as specified" : "NOT as specified",
                report.seconds());
        return text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }

    private void table() {
        Set<String> properties = new LinkedHashSet<>();
        report.scenarios().forEach(scenario -> scenario.properties().forEach(p -> properties.add(p.property())));
        int first = properties.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        report.scenarios().forEach(scenario -> head.append("  ").append(padded(scenario.name(), width(scenario))));
        line("%s", head);
        for (String property : properties) {
            StringBuilder row = new StringBuilder(property + " ".repeat(first - property.length()));
            for (ScenarioResult scenario : report.scenarios()) {
                String cell = scenario.properties().stream()
                        .filter(result -> result.property().equals(property))
                        .map(ReportText::mark)
                        .findFirst()
                        .orElse("");
                row.append("  ").append(padded(cell, width(scenario)));
            }
            line("%s", row);
        }
        line("");
    }

    private static int width(ScenarioResult scenario) {
        return scenario.properties().stream()
                .mapToInt(property -> mark(property).length())
                .reduce(scenario.name().length(), Math::max);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String mark(ScenarioResult.PropertyResult result) {
        return switch (result.verdict()) {
            case HOLDS -> "ok";
            case VACUOUS -> "untested";
            case UNFOUNDED -> "unfounded";
            case VIOLATED -> "FAILS";
            case REFUTED -> "refuted (" + result.counterexample().length() + ")";
            case IRREFUTABLE -> "NOT refuted";
            case UNDECIDED -> "?";
            case ERROR -> "error";
        };
    }

    private void figures() {
        line(
                "%-20s %12s %12s %6s %8s %10s  %s",
                "scenario", "generated", "distinct", "depth", "seconds", "distinct/s", "");
        for (ScenarioResult scenario : report.scenarios()) {
            line(
                    "%-20s %12s %12s %6s %8.1f %10s  %s",
                    scenario.name(),
                    figure(scenario.generated()),
                    figure(scenario.states()),
                    figure(scenario.depth()),
                    scenario.seconds(),
                    figure(Math.round(scenario.statesPerSecond())),
                    scenario.expected());
        }
        line("");
    }

    /** What was not explored to its end has no figures. */
    private static String figure(long count) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%,d", count);
    }

    private void refuted(ScenarioResult scenario) {
        for (ScenarioResult.PropertyResult property : scenario.properties()) {
            if (property.verdict() == Verdict.REFUTED) {
                line(
                        "%s: %s refuted, as it must be, in %d steps",
                        scenario.name(),
                        property.property(),
                        property.counterexample().length());
            } else if (property.verdict() == Verdict.IRREFUTABLE) {
                line("%s: %s was to be refuted, but holds", scenario.name(), property.property());
            }
        }
    }

    private void shortcomings(ScenarioResult scenario) {
        // Of what was not explored to its end nobody knows what it would have reached.
        boolean explored = scenario.states() > 0;
        if (!scenario.error().isEmpty()) {
            line("error: scenario %s: %s", scenario.name(), scenario.error());
        }
        if (!scenario.unreached().isEmpty() && explored) {
            line("%s: not reached: %s", scenario.name(), String.join(", ", scenario.unreached()));
        }
        scenario.properties().stream()
                .filter(property -> property.verdict() == Verdict.VACUOUS)
                .forEach(property -> line(
                        "%s: %s %s",
                        scenario.name(), property.property(), property.verdict().text()));
        if (!scenario.broken().isEmpty()) {
            line("%s: claims what it does not cover:", scenario.name());
            scenario.broken().forEach(broken -> line("    %s", broken));
        }
        List<String> uncovered = scenario.coverage().entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        if (!uncovered.isEmpty() && explored) {
            line("%s: does not cover: %s", scenario.name(), String.join(", ", uncovered));
        }
    }

    private void mutants() {
        int width = report.mutants().stream()
                .mapToInt(mutant -> mutant.name().length())
                .max()
                .orElse(0);
        line("");
        for (MutantResult mutant : report.mutants()) {
            String fate = mutant.killed()
                    ? String.format(
                            Locale.ROOT,
                            "killed by %s in %s, %d steps",
                            mutant.property(),
                            mutant.scenario(),
                            mutant.counterexample().length())
                    : "SURVIVES: " + mutant.message();
            line("mutant %-" + width + "s  %s  (%.1f s)", mutant.name(), fate, mutant.seconds());
        }
        line("");
    }
}
