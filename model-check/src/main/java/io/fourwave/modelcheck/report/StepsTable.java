package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.modelcheck.trace.Course.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The acts of a course, a row each: what happened by which rule, what became of segments, how both ends stand, what is under way. */
final class StepsTable {
    private final Course course;
    private final Excerpts excerpts;
    private final StringBuilder text = new StringBuilder();

    private StepsTable(Course course, Excerpts excerpts) {
        this.course = course;
        this.excerpts = excerpts;
    }

    static String write(Course course, Excerpts excerpts) {
        return new StepsTable(course, excerpts).write();
    }

    private String write() {
        text.append(
                "<table class=\"steps\">\n<thead><tr><th>#</th><th>t</th><th></th><th>event, rule</th><th>segments</th>");
        course.peers()
                .forEach(peer -> text.append("<th>").append(Html.escaped(peer)).append("</th>"));
        text.append("<th>under way</th></tr></thead>\n<tbody>\n<tr><td></td><td>0</td><td></td><td></td><td></td>");
        course.start().forEach(end -> cell(end(end, null)));
        text.append("<td></td></tr>\n");
        List<Course.End> before = course.start();
        for (int i = 0; i < course.acts().size(); i++) {
            if (i == course.loopTo()) {
                text.append("<tr class=\"loop\"><td colspan=\"8\">from here on again and again</td></tr>\n");
            }
            row(i, course.acts().get(i), before);
            before = course.acts().get(i).ends();
        }
        String ending = course.ending();
        if (!ending.isEmpty()) {
            text.append("<tr class=\"loop\"><td colspan=\"8\">").append(ending).append("</td></tr>\n");
        }
        return text.append("</tbody></table>\n").toString();
    }

    private void cell(String html) {
        text.append("<td>").append(html).append("</td>");
    }

    private void row(int index, Course.Act act, List<Course.End> before) {
        boolean repeats = course.loopTo() >= 0 && index >= course.loopTo();
        text.append("<tr id=\"step-")
                .append(index + 1)
                .append("\"")
                .append(repeats ? " class=\"repeats\"" : "")
                .append(">");
        cell(Integer.toString(index + 1));
        cell(Integer.toString(act.tick()));
        cell(Html.escaped(act.kind() == Kind.LOSS ? "" : act.peer()));
        cell(event(act));
        cell(segments(index, act));
        for (int i = 0; i < act.ends().size(); i++) {
            cell(end(act.ends().get(i), before.get(i)));
        }
        cell(underWay(act));
        text.append("</tr>\n");
    }

    private String event(Course.Act act) {
        List<String> lines = new ArrayList<>();
        switch (act.kind()) {
            case TICK -> lines.add("<b>one tick passes</b>");
            case NOTHING -> lines.add("nothing changes");
            case CUT -> lines.add("<b>the path is cut for good</b>");
            case CRASH -> lines.add("<b>the host crashes and comes back</b>");
            case UNTOLD -> lines.add("(what happened is not told)");
            case LOSS -> lines.add("a segment is lost");
            case CALL -> lines.add(Html.escaped(act.caller()) + ": " + Html.code(act.call()));
            case ARRIVAL, REPEATED_ARRIVAL, TIMEOUT, OFFER -> lines.add(Html.code(act.event()));
        }
        boolean ruled = switch (act.kind()) {
            case CALL, ARRIVAL, REPEATED_ARRIVAL, TIMEOUT, OFFER -> true;
            default -> false;
        };
        if (ruled) {
            lines.add(act.rule().isEmpty() ? "<i>ignored</i>" : excerpts.link(act.rule()));
        }
        for (Course.Note note : act.notes()) {
            lines.add("<em>" + Html.escaped(note.text()) + "</em>");
        }
        return String.join("<br/>", lines);
    }

    private String segments(int index, Course.Act act) {
        List<String> lines = new ArrayList<>();
        for (Course.Segment segment : course.segments()) {
            for (Course.Fate fate : segment.fates()) {
                if (fate.act() == index) {
                    lines.add(taken(segment, fate));
                }
            }
        }
        for (int number : act.sent()) {
            Course.Segment segment = course.segment(number);
            String again = segment.again() == 0 ? "" : " again, as #" + segment.again();
            lines.add("sends " + label(segment) + again
                    + (segment.vanished().isEmpty()
                            ? ""
                            : " <b class=\"lost\">LOST</b> (" + Html.escaped(segment.vanished()) + ")"));
        }
        return String.join("<br/>", lines);
    }

    private static String taken(Course.Segment segment, Course.Fate fate) {
        String what = switch (fate.kind()) {
            case ARRIVAL -> "takes ";
            case REPEATED_ARRIVAL -> "takes <b class=\"doubled\">DUPLICATED</b> ";
            default -> "<b class=\"lost\">LOST</b> ";
        };
        return what + (fate.stale() ? "<b class=\"stale\">STALE</b> " : "") + label(segment) + ", " + fate.age()
                + (fate.age() == 1 ? " tick old" : " ticks old");
    }

    private static String label(Course.Segment segment) {
        return "#" + segment.number() + " " + Html.code(segment.text());
    }

    /** State, running timers with the ticks left, and of the variables those that changed. */
    private static String end(Course.End end, Course.End before) {
        StringBuilder cell = new StringBuilder();
        boolean moved = before != null && !before.state().equals(end.state());
        cell.append(moved ? "<b class=\"state\">" : "<span class=\"state\">")
                .append(Html.escaped(end.state()))
                .append(moved ? "</b>" : "</span>");
        end.timers()
                .forEach((timer, left) -> cell.append("<br/><span class=\"timer\">")
                        .append(Html.escaped(timer))
                        .append(left == 0 ? " <b>due</b>" : " in " + left)
                        .append("</span>"));
        if (before != null) {
            for (Map.Entry<String, TlaValue> variable : end.variables().entrySet()) {
                TlaValue old = before.variables().get(variable.getKey());
                if (old != null && !old.equals(variable.getValue())) {
                    cell.append("<br/><small>")
                            .append(Html.escaped(variable.getKey() + ": " + old + " → " + variable.getValue()))
                            .append("</small>");
                }
            }
        }
        return cell.toString();
    }

    private String underWay(Course.Act act) {
        return String.join(
                "<br/>",
                act.underWay().stream()
                        .map(one -> {
                            Course.Segment segment = course.segment(one.number());
                            String to = course.peers()
                                    .get(segment.from().equals(course.peers().get(0)) ? 1 : 0);
                            return "#" + one.number() + " to " + Html.escaped(to) + ", age " + one.age();
                        })
                        .toList());
    }
}
