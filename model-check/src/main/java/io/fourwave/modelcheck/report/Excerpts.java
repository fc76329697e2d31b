package io.fourwave.modelcheck.report;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the spec says at the places a page refers to: rules get an anchor, and their text stands at the end of the page. */
final class Excerpts {
    private final Compilation compilation;
    private final Map<String, Place> rules = new LinkedHashMap<>();
    private final Map<String, String> anchors = new LinkedHashMap<>();

    Excerpts(Compilation compilation) {
        this.compilation = compilation;
        for (Machine.Handler handler : compilation.orThrow().machine().handlers()) {
            handler.checks().forEach(check -> rules.put(check.rule(), check.place()));
        }
    }

    /** The rule's name, linked to its text, and where that stands; as it is where it is no rule of the spec. */
    String link(String rule) {
        Place place = rules.get(rule);
        if (place == null) {
            return Html.escaped(rule);
        }
        String anchor = anchors.computeIfAbsent(rule, name -> "rule-" + (anchors.size() + 1));
        return "<a href=\"#" + anchor + "\">" + Html.escaped(rule) + "</a> <small>" + Html.escaped(where(place))
                + "</small>";
    }

    static String where(Place place) {
        return place.file() + ":" + place.line();
    }

    /** The text of all rules that were linked to, in the order they first were. */
    String linked() {
        StringBuilder text = new StringBuilder();
        anchors.forEach((rule, anchor) -> text.append("<h3 id=\"")
                .append(anchor)
                .append("\">")
                .append(Html.escaped(rule))
                .append(" <small>")
                .append(Html.escaped(where(rules.get(rule))))
                .append("</small></h3>\n")
                .append(text(rules.get(rule))));
        return text.toString();
    }

    /** The lines of a place, numbered. */
    String text(Place place) {
        StringBuilder text = new StringBuilder("<pre>");
        compilation.sources().file(place.file()).ifPresent(file -> {
            for (int line = place.line(); line <= place.endLine(); line++) {
                text.append(String.format("<i>%4d</i>  ", line))
                        .append(Html.escaped(file.line(line)))
                        .append('\n');
            }
        });
        return text.append("</pre>\n").toString();
    }
}
