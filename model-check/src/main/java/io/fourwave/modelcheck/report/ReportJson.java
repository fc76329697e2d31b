package io.fourwave.modelcheck.report;

import static io.fourwave.modelcheck.report.Json.array;
import static io.fourwave.modelcheck.report.Json.field;
import static io.fourwave.modelcheck.report.Json.number;
import static io.fourwave.modelcheck.report.Json.object;
import static io.fourwave.modelcheck.report.Json.text;

import io.fourwave.modelcheck.Circumstances;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.SetResult;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.trace.Counterexample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A report as one JSON object. */
public final class ReportJson {
    private ReportJson() {}

    public static String render(Report report) {
        return object(
                        field("protocol", text(report.protocol())),
                        field("ok", Boolean.toString(report.ok())),
                        field("interrupted", Boolean.toString(report.interrupted())),
                        field("seconds", number(report.seconds())),
                        field("scenarios", array(report.scenarios(), ReportJson::scenario)),
                        field("mutants", array(report.mutants(), ReportJson::mutant)),
                        field("sets", array(report.sets(), ReportJson::set)),
                        field("circumstances", circumstances(report)),
                        field("part", report.circumstances().shard().isEmpty() ? "null" : RecordJson.write(report)))
                + "\n";
    }

    private static String circumstances(Report report) {
        Circumstances circumstances = report.circumstances();
        return object(
                field("fingerprint", text(circumstances.fingerprint())),
                field("shard", text(circumstances.shard())),
                field("asked", array(circumstances.asked(), Json::text)),
                field("undecided", array(report.undecided(), Json::text)),
                field("remarks", array(circumstances.remarks(), Json::text)));
    }

    private static String scenario(ScenarioResult scenario) {
        return object(
                field("name", text(scenario.name())),
                field("generated", Long.toString(scenario.generated())),
                field("states", Long.toString(scenario.states())),
                field("depth", Integer.toString(scenario.depth())),
                field("seconds", number(scenario.seconds())),
                field("statesPerSecond", number(scenario.statesPerSecond())),
                field("unexpected", text(scenario.expected())),
                field("error", text(scenario.error())),
                field("properties", array(scenario.properties(), ReportJson::property)),
                field("witnesses", depths(scenario.witnesses())),
                field("coverage", depths(scenario.coverage())),
                field("counts", counts(scenario.counts())),
                field("brokenClaims", array(scenario.broken(), Json::text)));
    }

    private static String set(SetResult set) {
        List<String> covered = new ArrayList<>();
        set.covered().forEach((item, by) -> covered.add(field(item, array(by, Json::text))));
        return object(
                field("name", text(set.name())),
                field("scenarios", array(set.scenarios(), Json::text)),
                field("covered", object(covered.toArray(String[]::new))),
                field("counts", counts(set.counts())),
                field("brokenClaims", array(set.broken(), Json::text)));
    }

    /** In the order of the names: the checker's is that of a hash table. */
    private static String counts(Map<String, Long> counts) {
        return object(new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> field(entry.getKey(), Long.toString(entry.getValue())))
                        .toArray(String[]::new));
    }

    private static String property(ScenarioResult.PropertyResult result) {
        return object(
                field("name", text(result.property())),
                field("verdict", text(result.verdict().name().toLowerCase(Locale.ROOT))),
                field("stepsToViolation", steps(result.counterexample())),
                field("counterexample", counterexample(result.counterexample())));
    }

    private static String mutant(MutantResult mutant) {
        return object(
                field("name", text(mutant.name())),
                field("title", text(mutant.title())),
                field("property", text(mutant.property())),
                field("scenario", text(mutant.scenario())),
                field("file", text(mutant.file())),
                field("killed", Boolean.toString(mutant.killed())),
                field("fate", text(mutant.fate().name().toLowerCase(Locale.ROOT))),
                field("noticedBy", array(mutant.noticedBy(), Json::text)),
                field("steps", steps(mutant.counterexample())),
                field("states", Long.toString(mutant.states())),
                field("seconds", number(mutant.seconds())),
                field("message", text(mutant.message())),
                field("counterexample", counterexample(mutant.counterexample())));
    }

    private static String steps(Counterexample counterexample) {
        return counterexample == null ? "null" : Integer.toString(counterexample.length());
    }

    private static String counterexample(Counterexample counterexample) {
        if (counterexample == null) {
            return "null";
        }
        Ladder ladder = counterexample.ladder();
        return object(
                field("steps", array(ladder.steps(), ReportJson::step)),
                field("loopTo", Integer.toString(ladder.loopTo())),
                field("ending", text(ladder.ending())));
    }

    private static String step(Ladder.Step step) {
        return object(
                field("time", text(step.time())),
                field("side", text(step.side().name().toLowerCase(Locale.ROOT))),
                field("event", text(step.event())),
                field("rule", text(step.rule())),
                field("remarks", array(step.remarks(), Json::text)),
                field("segments", array(step.arrows(), ReportJson::arrow)),
                field("left", text(step.left().state())),
                field("right", text(step.right().state())));
    }

    private static String arrow(Ladder.Arrow arrow) {
        return object(
                field("number", Integer.toString(arrow.number())),
                field("toRight", Boolean.toString(arrow.toRight())),
                field("segment", text(arrow.label())),
                field("fate", text(arrow.fate().name().toLowerCase(Locale.ROOT))),
                field("stale", Boolean.toString(arrow.stale())),
                field("remark", text(arrow.remark())));
    }

    private static String depths(Map<String, Integer> depths) {
        List<String> fields = new ArrayList<>();
        depths.forEach((name, depth) -> fields.add(field(name, depth == null ? "null" : Integer.toString(depth))));
        return object(fields.toArray(String[]::new));
    }
}
