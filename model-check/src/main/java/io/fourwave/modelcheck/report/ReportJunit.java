package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Fate;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.SetResult;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.modelcheck.trace.Counterexample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as JUnit XML: a suite per scenario with a case per property and witness, and a suite of the mutants. */
public final class ReportJunit {
    private record Case(String name, double seconds, String failure, String error, String detail) {
        Case(String name, String failure, String error, String detail) {
            this(name, 0, failure, error, detail);
        }
    }

    private ReportJunit() {}

    public static String render(Report report) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\""
                + escaped(report.protocol()) + "\">\n");
        report.scenarios().forEach(scenario -> suite(xml, scenario.name(), scenario.seconds(), cases(scenario)));
        report.sets().forEach(set -> suite(xml, "set " + set.name(), 0, set(set)));
        if (!report.mutants().isEmpty()) {
            double seconds =
                    report.mutants().stream().mapToDouble(MutantResult::seconds).sum();
            suite(
                    xml,
                    "mutants",
                    seconds,
                    report.mutants().stream().map(ReportJunit::mutant).toList());
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static List<Case> cases(ScenarioResult scenario) {
        List<Case> cases = new ArrayList<>();
        for (ScenarioResult.PropertyResult property : scenario.properties()) {
            boolean refuting = property.verdict() == Verdict.REFUTED || property.verdict() == Verdict.IRREFUTABLE;
            boolean failed = property.verdict().isBad();
            boolean broken = property.verdict() == Verdict.ERROR || property.verdict() == Verdict.UNDECIDED;
            cases.add(new Case(
                    (refuting ? "refute " : "") + property.property(),
                    failed ? property.verdict().text() : null,
                    broken ? property.verdict().text() + ": " + scenario.error() : null,
                    detail(property.counterexample())));
        }
        scenario.witnesses()
                .forEach((name, depth) ->
                        cases.add(new Case("reach " + name, depth == null ? "not reached" : null, null, "")));
        claims(scenario.broken(), cases);
        if (!scenario.expected().isEmpty()) {
            cases.add(new Case("states and depth", scenario.expected(), null, ""));
        }
        if (scenario.properties().isEmpty() && !scenario.error().isEmpty()) {
            cases.add(new Case("scenario", null, scenario.error(), ""));
        }
        return cases;
    }

    private static void claims(List<String> broken, List<Case> cases) {
        if (!broken.isEmpty()) {
            cases.add(new Case("covers", String.join("; ", broken), null, ""));
        }
    }

    private static List<Case> set(SetResult set) {
        List<Case> cases = new ArrayList<>();
        claims(set.broken(), cases);
        return cases.isEmpty() ? List.of(new Case("covers", null, null, "")) : cases;
    }

    private static Case mutant(MutantResult mutant) {
        String name = mutant.name() + ", to be killed by " + mutant.property() + " in " + mutant.scenario();
        boolean broken = mutant.fate() == Fate.ERROR || mutant.fate() == Fate.UNDECIDED;
        String others = String.join(", ", mutant.noticedBy());
        String why = mutant.fate().text() + (others.isEmpty() ? "" : ": " + others) + "; " + mutant.message();
        return new Case(
                name, mutant.seconds(), mutant.killed() || broken ? null : why, broken ? why : null, detail(mutant));
    }

    /** How it is killed is told where it should not be. */
    private static String detail(MutantResult mutant) {
        return mutant.killed() ? "" : detail(mutant.counterexample());
    }

    private static String detail(Counterexample counterexample) {
        return counterexample == null ? "" : counterexample.text();
    }

    private static void suite(StringBuilder xml, String name, double seconds, List<Case> cases) {
        long failures = cases.stream().filter(one -> one.failure() != null).count();
        long errors = cases.stream().filter(one -> one.error() != null).count();
        xml.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%.3f\">\n",
                escaped(name),
                cases.size(),
                failures,
                errors,
                seconds));
        for (Case one : cases) {
            xml.append("    <testcase classname=\"")
                    .append(escaped(name))
                    .append("\" name=\"")
                    .append(escaped(one.name()))
                    .append('"');
            if (one.seconds() > 0) {
                xml.append(String.format(Locale.ROOT, " time=\"%.3f\"", one.seconds()));
            }
            if (one.failure() == null && one.error() == null) {
                xml.append("/>\n");
                continue;
            }
            String element = one.failure() != null ? "failure" : "error";
            String message = one.failure() != null ? one.failure() : one.error();
            xml.append(">\n      <")
                    .append(element)
                    .append(" message=\"")
                    .append(escaped(message))
                    .append("\">")
                    .append(escaped(one.detail()))
                    .append("</")
                    .append(element)
                    .append(">\n    </testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    private static String escaped(String text) {
        String known = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        // What XML 1.0 has no way to say.
        return known.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?");
    }
}
