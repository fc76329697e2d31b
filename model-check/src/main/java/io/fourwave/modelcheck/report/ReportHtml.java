package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.SetResult;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.spec.diagram.StateDiagram;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as one page that stands alone: both tables, what was covered, the state diagram with counts, every counterexample. */
public final class ReportHtml {
    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 1400px; padding: 0 1em; color: #1b1f24; background: #fff }
            table { border-collapse: collapse; font-size: 13px } td, th { padding: .2em .6em; text-align: left; vertical-align: top; border-bottom: 1px solid #e4e7eb }
            .number { text-align: right; font-variant-numeric: tabular-nums } .good { color: #1a7f37 } .bad { color: #fff; background: #c0392b } .none { color: #c8ccd0 }
            .matrix { overflow-x: auto } .matrix th.name { writing-mode: vertical-rl; transform: rotate(180deg); vertical-align: bottom; white-space: nowrap; font-weight: normal }
            .matrix td + td { text-align: center } figure { margin: 1em 0; overflow-x: auto } figure svg { max-width: 100%; height: auto }
            pre { overflow-x: auto; background: #f3f4f6; padding: .8em; font-size: 12px; line-height: 1.3 } summary { cursor: pointer } h3 { margin: 1.4em 0 .4em }
            """;

    private final Protocol protocol;
    private final Report report;
    private final Map<String, World.Property> properties;
    private final Map<String, World.Mutant> museum;
    private final StringBuilder page = new StringBuilder();

    private ReportHtml(Protocol protocol, Report report) {
        this.protocol = protocol;
        this.report = report;
        World world = protocol.world();
        properties = world.properties().stream().collect(Collectors.toMap(World.Property::name, Function.identity()));
        museum = world.mutants().stream().collect(Collectors.toMap(World.Mutant::name, Function.identity()));
    }

    /** @param protocol the report is of */
    public static String render(Protocol protocol, Report report) {
        return new ReportHtml(protocol, report).write();
    }

    private String write() {
        String verdict = report.interrupted() ? "interrupted" : report.ok() ? "all as specified" : "not as specified";
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"/><title>")
                .append(Html.escaped(protocol.name() + ": " + verdict))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(Html.escaped(protocol.name() + ": " + verdict))
                .append("</h1>\n");
        page.append(String.format(
                Locale.ROOT,
                "<p>%d scenarios, %d mutants, in %.0f s.</p>\n",
                report.scenarios().size(),
                report.mutants().size(),
                report.seconds()));
        report.circumstances().remarks().forEach(remark -> paragraph("Note: " + remark));
        if (!report.scenarios().isEmpty()) {
            matrix();
            scenarios();
        }
        report.sets().forEach(this::set);
        if (!report.mutants().isEmpty()) {
            mutants();
        }
        return page.append("</body></html>\n").toString();
    }

    private void paragraph(String text) {
        page.append("<p>").append(Html.escaped(text)).append("</p>\n");
    }

    // ---- property by scenario
    // ---------------------------------------------------------------------------------------

    private void matrix() {
        Set<String> names = new LinkedHashSet<>();
        report.scenarios().forEach(scenario -> scenario.properties().forEach(one -> names.add(one.property())));
        page.append("<h2>Property by scenario</h2>\n<div class=\"matrix\"><table>\n<tr><th></th>");
        report.scenarios()
                .forEach(scenario -> page.append("<th class=\"name\">")
                        .append(Html.escaped(scenario.name()))
                        .append("</th>"));
        page.append("</tr>\n");
        for (String name : names) {
            World.Property property = properties.get(name);
            page.append("<tr><td title=\"")
                    .append(Html.escaped(property == null || property.title() == null ? "" : property.title()))
                    .append("\">")
                    .append(Html.escaped(name))
                    .append("</td>");
            report.scenarios().forEach(scenario -> cell(scenario, name));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
    }

    private void cell(ScenarioResult scenario, String name) {
        PropertyResult result = scenario.properties().stream()
                .filter(one -> one.property().equals(name))
                .findFirst()
                .orElse(null);
        if (result == null) {
            page.append("<td class=\"none\">·</td>");
            return;
        }
        page.append("<td class=\"")
                .append(result.verdict().isGood() ? "good" : "bad")
                .append("\" title=\"")
                .append(Html.escaped(scenario.name() + ": " + result.verdict().text()))
                .append("\">")
                .append(Html.escaped(PropertyTable.mark(result, true)))
                .append("</td>");
    }

    private void scenarios() {
        page.append(
                "<h2>Scenarios</h2>\n<table>\n<tr><th>scenario</th><th></th><th>generated</th><th>distinct</th><th>depth</th>"
                        + "<th>seconds</th><th></th></tr>\n");
        for (ScenarioResult scenario : report.scenarios()) {
            page.append("<tr><td>")
                    .append(Html.escaped(scenario.name()))
                    .append("</td><td>")
                    .append(Html.escaped(scenario.title() == null ? "" : scenario.title()))
                    .append("</td>");
            number(PropertyTable.figure(scenario.generated()));
            number(PropertyTable.figure(scenario.states()));
            number(PropertyTable.figure(scenario.depth()));
            number(String.format(Locale.ROOT, "%.1f", scenario.seconds()));
            page.append("<td>")
                    .append(problems(scenario))
                    .append(ways(scenario))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void number(String figure) {
        page.append("<td class=\"number\">").append(figure).append("</td>");
    }

    private static String problems(ScenarioResult scenario) {
        StringBuilder text = new StringBuilder();
        for (String problem : new String[] {scenario.error(), scenario.expected()}) {
            text.append(problem.isEmpty() ? "" : Html.escaped(problem) + "<br/>");
        }
        if (scenario.states() > 0) {
            scenario.unreached()
                    .forEach(witness -> text.append("not reached: ")
                            .append(Html.escaped(witness))
                            .append("<br/>"));
        }
        scenario.broken().forEach(broken -> text.append(Html.escaped(broken)).append("<br/>"));
        return text.toString();
    }

    private static String ways(ScenarioResult scenario) {
        return scenario.properties().stream()
                .filter(property -> property.counterexample() != null)
                .map(property ->
                        way(property.property() + " " + property.verdict().text(), property.counterexample()))
                .collect(Collectors.joining());
    }

    private static String way(String title, Counterexample counterexample) {
        return "<details><summary>" + Html.escaped(title) + ", " + counterexample.length() + " steps</summary><pre>"
                + Html.escaped(counterexample.text()) + "</pre></details>";
    }

    // ---- what was covered
    // -------------------------------------------------------------------------------------------

    private void set(SetResult set) {
        page.append("<h2>Covered by ").append(Html.escaped(set.name())).append("</h2>\n<figure>");
        page.append(StateDiagram.svg(protocol, set.counts())).append("</figure>\n");
        set.broken()
                .forEach(broken -> page.append("<p><span class=\"bad\">")
                        .append(Html.escaped(broken))
                        .append("</span></p>\n"));
        page.append("<details><summary>")
                .append(set.covered().size())
                .append(" items</summary><table>\n<tr><th>item</th><th>count</th><th>scenarios</th></tr>\n");
        set.covered().forEach((item, by) -> {
            Long count = set.counts().get(item);
            page.append("<tr><td>").append(Html.escaped(item)).append("</td>");
            number(count == null ? "" : PropertyTable.figure(count));
            page.append("<td>")
                    .append(Html.escaped(by.isEmpty() ? "nowhere" : String.join(", ", by)))
                    .append("</td></tr>\n");
        });
        page.append("</table></details>\n");
    }

    // ---- mutants
    // ----------------------------------------------------------------------------------------------------

    private void mutants() {
        long killed = report.mutants().stream().filter(MutantResult::killed).count();
        page.append("<h2>Mutants: ")
                .append(killed)
                .append(" of ")
                .append(report.mutants().size())
                .append(" killed by the property they name</h2>\n");
        Map<String, List<MutantResult>> files = report.mutants().stream()
                .collect(Collectors.groupingBy(MutantResult::file, java.util.LinkedHashMap::new, Collectors.toList()));
        files.forEach((file, mutants) -> {
            page.append("<h3>")
                    .append(Html.escaped(file))
                    .append(
                            "</h3>\n<table>\n<tr><th>mutant</th><th>what is wrong</th>"
                                    + "<th>killed by</th><th>in</th><th>steps</th><th>states</th><th>seconds</th><th></th></tr>\n");
            mutants.forEach(this::mutant);
            page.append("</table>\n");
        });
    }

    private void mutant(MutantResult mutant) {
        Counterexample how = mutant.counterexample();
        World.Mutant declared = museum.get(mutant.name());
        String doc = declared == null || declared.doc() == null ? "" : declared.doc();
        page.append("<tr><td>").append(Html.escaped(mutant.name())).append("</td><td>");
        page.append(Html.escaped(mutant.title() == null ? "" : mutant.title()));
        page.append(doc.isBlank() ? "" : "<br/><small>" + Html.escaped(doc) + "</small>")
                .append("</td><td>");
        page.append(mutant.killed() ? "" : "<span class=\"bad\">")
                .append(Html.escaped(MutantTable.by(mutant)))
                .append(mutant.killed() ? "" : "</span><pre>" + Html.escaped(mutant.message()) + "</pre>");
        page.append("</td><td>").append(Html.escaped(mutant.scenario())).append("</td>");
        number(how == null ? "-" : Integer.toString(how.length()));
        number(PropertyTable.figure(mutant.states()));
        number(String.format(Locale.ROOT, "%.1f", mutant.seconds()));
        page.append("<td>").append(how == null ? "" : way("how", how)).append("</td></tr>\n");
    }
}
