package io.fourwave.modelcheck.ladder;

import java.util.Map;
import java.util.TreeMap;

/** What the lines and letters of a ladder look like: the same marks have the same colours here and in the page around it. */
final class LadderStyle {
    private static final String LOST = "#c0392b";
    private static final String DOUBLED = "#0b7285";
    private static final String STALE = "#862e9c";
    private static final String REMARK = "#a04000";
    private static final String PLAIN = "#555";

    /** Styles and arrowheads, in front of everything that is drawn. */
    static final String HEAD = "<style>" + rules() + "</style>\n<defs>" + tips() + "</defs>\n";

    private LadderStyle() {}

    private static String rules() {
        return """
                .ladder text{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
                .ladder .state{font-weight:bold;fill:#14508c}
                .ladder .end{font-weight:bold;font-size:15px}
                .ladder .rule{fill:#666}
                .ladder .event{fill:#111}
                .ladder .note{fill:$remark;font-style:italic}
                .ladder .time{fill:#999}
                .ladder .label{fill:#222;font-size:11px}
                .ladder .long{font-size:9.5px}
                .ladder .lost{fill:$lost;font-weight:bold}
                .ladder .cross{fill:$lost;font-size:16px;font-weight:bold}
                .ladder .doubled{fill:$doubled;font-weight:bold}
                .ladder .stale{fill:$stale;font-weight:bold}
                .ladder .pole{stroke:#bbb}
                .ladder .line{stroke:$plain;stroke-width:1.2;fill:none}
                .ladder .gone{stroke:$lost;stroke-width:1.6}
                .ladder .double{stroke:$doubled;stroke-width:2.6}
                .ladder .old{stroke:$stale;stroke-width:2;stroke-dasharray:7 4}
                .ladder .loop{stroke:$remark;stroke-dasharray:2 3}
                """.replace("$remark", REMARK)
                .replace("$lost", LOST)
                .replace("$doubled", DOUBLED)
                .replace("$stale", STALE)
                .replace("$plain", PLAIN);
    }

    private static String tips() {
        StringBuilder tips = new StringBuilder();
        new TreeMap<>(Map.of("tip", PLAIN, "doubled", DOUBLED, "stale", STALE, "again", REMARK))
                .forEach((name, colour) -> tips.append("<marker id=\"")
                        .append(name)
                        .append("\" markerWidth=\"9\" markerHeight=\"7\" refX=\"8\" refY=\"3.5\" orient=\"auto\"")
                        .append(" markerUnits=\"userSpaceOnUse\"><path d=\"M0,0 L9,3.5 L0,7 z\" fill=\"")
                        .append(colour)
                        .append("\"/></marker>"));
        return tips.toString();
    }
}
