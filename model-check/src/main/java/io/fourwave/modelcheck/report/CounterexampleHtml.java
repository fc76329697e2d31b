package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.ladder.LadderSvg;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A counterexample as a page that stands alone: what is violated within which bounds, the ladder, every step, the rules' text. */
public final class CounterexampleHtml {
    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 1240px; margin: 2em auto; padding: 0 1em; color: #1b1f24; background: #fff }
            h1 { font-size: 1.5em } h2 { margin-top: 1.6em } code, pre { background: #f3f4f6 } code { padding: 0 .2em }
            pre { overflow-x: auto; padding: .8em; font-size: 13px; line-height: 1.35 } pre i { color: #8c959f; font-style: normal }
            figure { margin: 1em 0; overflow-x: auto } figure svg { max-width: 100%; height: auto }
            table { border-collapse: collapse } td, th { padding: .3em .7em; text-align: left; vertical-align: top; border-bottom: 1px solid #e4e7eb }
            .steps { font-size: 13px } .steps th { position: sticky; top: 0; background: #fff } .steps small, h3 small { color: #57606a; font-weight: normal }
            .steps td:last-child { white-space: nowrap } .steps em { color: #a04000; font-style: normal } .state { color: #14508c } .timer { color: #57606a; white-space: nowrap }
            .lost { color: #c0392b } .stale { color: #862e9c } .doubled { color: #0b7285 }
            .loop td { color: #a04000; font-style: italic; text-align: center } .repeats td:first-child { border-left: 4px solid #a04000 }
            .bounds { columns: 3; padding-left: 1.2em }
            """;

    private final Finding finding;
    private final Course course;
    private final Excerpts excerpts;
    private final StringBuilder page = new StringBuilder();

    private CounterexampleHtml(Finding finding) {
        this.finding = finding;
        this.course = finding.counterexample().course();
        this.excerpts = new Excerpts(finding.compilation());
    }

    public static String render(Finding finding) {
        return new CounterexampleHtml(finding).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"/><title>")
                .append(Html.escaped(finding.name()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(Html.escaped(finding.headline()))
                .append("</h1>\n");
        summary();
        mutant();
        property();
        page.append("<h2>The run</h2>\n");
        legend();
        page.append("<figure>")
                .append(LadderSvg.render(finding.counterexample().ladder()))
                .append("</figure>\n<h2>Step by step</h2>\n")
                .append(StepsTable.write(course, excerpts));
        scenario();
        page.append("<h2>The rules of these steps</h2>\n")
                .append(excerpts.linked())
                .append("</body></html>\n");
        return page.toString();
    }

    private void summary() {
        int ticks = course.ticks();
        page.append("<p>")
                .append(course.acts().size())
                .append(" steps, ")
                .append(ticks)
                .append(ticks == 1 ? " tick, " : " ticks, ")
                .append(course.segments().size())
                .append(" segments. ")
                .append(
                        finding.counterexample().shortest()
                                ? "No shorter way leads there."
                                : "There may be a shorter way.")
                .append(course.ends() ? " Then nothing happens any more." : "")
                .append(course.loopTo() >= 0 ? " The steps from " + (course.loopTo() + 1) + " on repeat for ever." : "")
                .append("</p>\n");
    }

    private void mutant() {
        World.Mutant mutant = finding.mutant();
        if (mutant == null) {
            return;
        }
        page.append("<h2>The mutant</h2>\n<p><b>")
                .append(Html.escaped(mutant.name()))
                .append("</b>: ")
                .append(Html.escaped(mutant.title() == null ? "" : mutant.title()))
                .append("</p>\n<ul>\n");
        for (World.Edit edit : mutant.edits()) {
            page.append("<li>in ")
                    .append(Html.escaped(edit.rule()))
                    .append(": ")
                    .append(Html.code(edit.from()))
                    .append(edit.to().isBlank() ? " is gone" : " has become " + Html.code(edit.to()))
                    .append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void property() {
        page.append("<h2>The property</h2>\n");
        finding.declared()
                .ifPresentOrElse(
                        property -> page.append("<p>")
                                .append(Html.escaped(property.title() == null ? "" : property.title()))
                                .append(" <small>")
                                .append(Html.escaped(Excerpts.where(property.place())))
                                .append("</small></p>\n")
                                .append(assumptions(property))
                                .append(excerpts.text(property.place())),
                        () -> page.append("<p>Every variable holds a value of its type; no rule asks for what has no"
                                + " meaning.</p>\n"));
    }

    private static String assumptions(World.Property property) {
        if (property.assumptions().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<p>Assumed:</p>\n<ul>\n");
        property.assumptions()
                .forEach(one -> text.append("<li>").append(Html.escaped(one)).append("</li>\n"));
        return text.append("</ul>\n").toString();
    }

    private void legend() {
        page.append(
                "<p>Segments are numbered as they set out. <b class=\"lost\">✕ LOST</b>: the channel has lost it, or had no"
                        + " room. <b class=\"doubled\">DUPLICATED</b>: it arrives, and is still on its way."
                        + " <b class=\"stale\">STALE</b>: it is left over from a former life of its sender, who has begun another since."
                        + " A timer <i>in n</i> has n ticks left; what is due happens before time goes on.</p>\n");
    }

    private void scenario() {
        World.Scenario scenario = finding.scenario();
        Map<String, String> bounds = new LinkedHashMap<>();
        bounds.put("environment", scenario.environment());
        if (scenario.profile() != null) {
            bounds.put("profile", scenario.profile());
        }
        bounds.put("modulus", Integer.toString(scenario.modulus()));
        scenario.capacities()
                .forEach(one -> bounds.put("stream " + one.stream() + " capacity", Integer.toString(one.capacity())));
        scenario.bindings().forEach(one -> bounds.put(one.name(), value(one.value())));
        scenario.restrictions().forEach(one -> bounds.put("choice " + one.policy(), values(one.values())));
        page.append("<h2>The scenario</h2>\n<p><b>")
                .append(Html.escaped(scenario.name()))
                .append("</b>: ")
                .append(Html.escaped(scenario.title() == null ? "" : scenario.title()))
                .append(" <small>")
                .append(Html.escaped(Excerpts.where(scenario.place())))
                .append("</small></p>\n<ul class=\"bounds\">\n");
        bounds.forEach((name, value) -> page.append("<li>")
                .append(Html.escaped(name))
                .append(" = ")
                .append(Html.escaped(value))
                .append("</li>\n"));
        page.append("</ul>\n");
        page.append("<p>Environment <b>")
                .append(Html.escaped(scenario.environment()))
                .append("</b>:</p>\n")
                .append(excerpts.text(finding.environment().place()));
    }

    private static String values(List<Expr> values) {
        return "{"
                + String.join(
                        ", ", values.stream().map(CounterexampleHtml::value).toList()) + "}";
    }

    /** As the scenario writes it: bindings are constants. */
    private static String value(Expr expr) {
        if (expr instanceof Expr.TicksLiteral ticks) {
            return ticks.ticks() + " ticks";
        }
        if (expr instanceof Expr.DurationLiteral duration) {
            return duration.nanos() == Long.MAX_VALUE ? "forever" : duration.nanos() / 1_000_000 + " ms";
        }
        if (expr instanceof Expr.BoolLiteral literal) {
            return Boolean.toString(literal.value());
        }
        if (expr instanceof Expr.IntLiteral literal) {
            return Integer.toString(literal.value());
        }
        if (expr instanceof Expr.EnumLiteral literal) {
            return literal.member();
        }
        if (expr instanceof Expr.BoundRef ref) {
            return ref.bound();
        }
        return expr instanceof Expr.ParameterRef ref ? ref.parameter().name() : expr.toString();
    }
}
