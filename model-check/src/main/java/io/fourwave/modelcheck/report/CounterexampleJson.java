package io.fourwave.modelcheck.report;

import static io.fourwave.modelcheck.report.Json.array;
import static io.fourwave.modelcheck.report.Json.field;
import static io.fourwave.modelcheck.report.Json.object;
import static io.fourwave.modelcheck.report.Json.text;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A counterexample as one JSON object: every act, every segment and its fates, both ends after each act. */
public final class CounterexampleJson {
    private CounterexampleJson() {}

    public static String render(Finding finding) {
        Course course = finding.counterexample().course();
        return object(
                        field("name", text(finding.name())),
                        field("scenario", text(finding.scenario().name())),
                        field("property", text(finding.property())),
                        field("verdict", text(finding.verdict().name().toLowerCase(Locale.ROOT))),
                        field(
                                "mutant",
                                finding.mutant() == null
                                        ? "null"
                                        : text(finding.mutant().name())),
                        field(
                                "shortest",
                                Boolean.toString(finding.counterexample().shortest())),
                        field("peers", array(course.peers(), Json::text)),
                        field("loopTo", Integer.toString(course.loopTo())),
                        field("ends", Boolean.toString(course.ends())),
                        field("start", array(course.start(), CounterexampleJson::end)),
                        field("acts", array(course.acts(), CounterexampleJson::act)),
                        field("segments", array(course.segments(), CounterexampleJson::segment)))
                + "\n";
    }

    private static String act(Course.Act act) {
        return object(
                field("tick", Integer.toString(act.tick())),
                field("kind", text(act.kind().name().toLowerCase(Locale.ROOT))),
                field("peer", text(act.peer())),
                field("event", text(act.event())),
                field("label", text(act.label())),
                field("arguments", values(act.arguments())),
                field("segment", Integer.toString(act.segment())),
                field("rule", text(act.rule())),
                field("notes", array(act.notes(), CounterexampleJson::note)),
                field("sent", act.sent().toString()),
                field("ends", array(act.ends(), CounterexampleJson::end)),
                field(
                        "underWay",
                        array(
                                act.underWay(),
                                one -> object(
                                        field("segment", Integer.toString(one.number())),
                                        field("age", Long.toString(one.age()))))));
    }

    private static String note(Course.Note note) {
        return object(
                field("what", text(note.what().name().toLowerCase(Locale.ROOT))),
                field("name", text(note.name())),
                field("value", value(note.value())));
    }

    private static String end(Course.End end) {
        List<String> timers = end.timers().entrySet().stream()
                .map(timer -> field(timer.getKey(), Long.toString(timer.getValue())))
                .toList();
        return object(
                field("state", text(end.state())),
                field("timers", object(timers.toArray(String[]::new))),
                field("variables", values(end.variables())));
    }

    private static String segment(Course.Segment segment) {
        return object(
                field("number", Integer.toString(segment.number())),
                field("from", text(segment.from())),
                field("act", Integer.toString(segment.act())),
                field("fields", values(segment.fields())),
                field("again", Integer.toString(segment.again())),
                field("vanished", text(segment.vanished())),
                field("fates", array(segment.fates(), CounterexampleJson::fate)));
    }

    private static String fate(Course.Fate fate) {
        return object(
                field("act", Integer.toString(fate.act())),
                field("kind", text(fate.kind().name().toLowerCase(Locale.ROOT))),
                field("age", Long.toString(fate.age())),
                field("stale", Boolean.toString(fate.stale())));
    }

    private static String values(Map<String, TlaValue> values) {
        return object(values.entrySet().stream()
                .map(entry -> field(entry.getKey(), value(entry.getValue())))
                .toArray(String[]::new));
    }

    private static String value(TlaValue value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof TlaValue.Num || value instanceof TlaValue.Bool) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        if (value instanceof TlaValue.Many many) {
            return array(many.elements(), CounterexampleJson::value);
        }
        return value instanceof TlaValue.Rec rec ? values(rec.fields()) : text(value.text());
    }
}
