package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for the terminal: property by scenario, what was not reached, mutants, counterexamples. */
public final class ReportText {
    private static final int WIDTH = 120;

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
            text.append(PropertyTable.render(report)).append(WitnessTable.render(report));
        }
        report.scenarios().forEach(this::refuted);
        report.scenarios().forEach(this::shortcomings);
        report.sets().forEach(set -> text.append(CoverageText.render(set)));
        if (!report.mutants().isEmpty()) {
            text.append(MutantTable.render(report));
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
        uncovered(scenario);
    }

    /** What a scenario does not cover is of interest when it is looked at alone: else its set says so. */
    private void uncovered(ScenarioResult scenario) {
        List<String> uncovered = scenario.coverage().entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        boolean judged = report.sets().stream().anyMatch(set -> set.scenarios().contains(scenario.name()));
        if (uncovered.isEmpty() || judged || scenario.states() == 0) {
            return;
        }
        StringBuilder row = new StringBuilder(scenario.name() + ": does not cover:");
        for (String item : uncovered) {
            if (row.length() + item.length() > WIDTH) {
                line("%s", row);
                row.setLength(0);
                row.append("   ");
            }
            row.append(' ').append(item).append(',');
        }
        line("%s", row.substring(0, row.length() - 1));
    }
}
