package io.fourwave.spec.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes boxes, arrows and labels; labels look for a place where they hide nothing. */
final class Svg {
    private static final int LINE = 13;
    private static final double LETTER = 6.1;
    private static final int SHOWN = 3;
    private static final double[] ALONG = {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73};
    private static final int HEADER = 46;

    // Scoped: in a page with other pictures a style sheet of one would reach the others.
    private static final String STYLE = """
            .states text{font-family:ui-sans-serif,system-ui,sans-serif;font-size:12px;fill:#1c2733}
            .states .state{fill:#f4f7fb;stroke:#33506e;stroke-width:1.5}
            .states .initial{fill:#dfeaf6;stroke-width:3}
            .states .name{font-weight:600;text-anchor:middle}
            .states .arrow{fill:none;stroke-width:1.4}
            .states .label{font-size:10.5px;text-anchor:middle}
            .states .halo{stroke:#fff;stroke-width:3px}
            .states .stub{stroke:#8a97a5;stroke-dasharray:3 2;fill:none}
            .states .home{font-size:10px;fill:#66727f}
            .states path.call{stroke:#1f6fb2}
            .states path.segmentarrives{stroke:#2b2b2b}
            .states path.timeout,.states path.exhausted{stroke:#b8620b}
            .states path.opportune{stroke:#2c7a3f}
            .states text.call{fill:#1f6fb2}
            .states text.segmentarrives{fill:#2b2b2b}
            .states text.timeout,.states text.exhausted{fill:#b8620b}
            .states text.opportune{fill:#2c7a3f}
            .states .count{font-size:10px;font-weight:600;text-anchor:middle}
            .states path.never{stroke:#c0262d;stroke-dasharray:5 3}
            .states rect.never{stroke:#c0262d;fill:#fdeeee}
            .states text.never{fill:#c0262d;font-weight:600}
            .states .caption{font-size:16px;font-weight:600}
            """;

    /** A line beside an arrow, in the colour of a kind of event. */
    record Label(String text, String kind) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final Layout layout;
    private final StringBuilder arrows = new StringBuilder();
    private final StringBuilder labels = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private final List<Box> occupied = new ArrayList<>();

    Svg(Layout layout) {
        this.layout = layout;
        for (Layout.Point point : layout.boxes()) {
            occupied.add(around(point, Layout.BOX_WIDTH + 8, Layout.BOX_HEIGHT + 8));
        }
    }

    private static Box around(Layout.Point middle, double width, double height) {
        return new Box(
                middle.x() - width / 2, middle.y() - height / 2, middle.x() + width / 2, middle.y() + height / 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String grouped(long count) {
        return count == 0 ? "never" : String.format(Locale.ROOT, "%,d", count);
    }

    /** @param count how often it was found, or null where nothing is counted */
    void state(Layout.Point at, String name, Long count, boolean initial) {
        String never = count != null && count == 0 ? " never" : "";
        boxes.append("<rect class=\"state")
                .append(initial ? " initial" : "")
                .append(never)
                .append("\" rx=\"9\" x=\"");
        boxes.append(number(at.x() - Layout.BOX_WIDTH / 2.0)).append("\" y=\"");
        boxes.append(number(at.y() - Layout.BOX_HEIGHT / 2.0))
                .append("\" width=\"")
                .append(Layout.BOX_WIDTH);
        boxes.append("\" height=\"").append(Layout.BOX_HEIGHT).append("\"/>");
        boxes.append("<text class=\"name\" x=\"").append(number(at.x())).append("\" y=\"");
        boxes.append(number(at.y() + (count == null ? 4 : -2)))
                .append("\">")
                .append(escape(name))
                .append("</text>\n");
        if (count != null) {
            boxes.append("<text class=\"count").append(never).append("\" x=\"").append(number(at.x()));
            boxes.append("\" y=\"").append(number(at.y() + 12)).append("\">");
            boxes.append(grouped(count)).append("</text>\n");
        }
    }

    /** A way back to the initial state: a short arrow at the right side of the box, the rules in its title. */
    void stub(Layout.Point from, String target, Long count, String title) {
        String home = count == null ? target : target + " " + grouped(count);
        String never = count != null && count == 0 ? " never" : "";
        double x = from.x() + Layout.BOX_WIDTH / 2.0;
        arrows.append("<g><title>")
                .append(escape(title))
                .append("</title><path class=\"stub")
                .append(never)
                .append("\" d=\"M")
                .append(number(x))
                .append(' ')
                .append(number(from.y()))
                .append(" h16\" marker-end=\"url(#head)\"/>")
                .append("<text class=\"home")
                .append(never)
                .append("\" x=\"")
                .append(number(x + 22))
                .append("\" y=\"")
                .append(number(from.y() + 3.5))
                .append("\">")
                .append(escape(home))
                .append("</text></g>\n");
        occupied.add(new Box(x, from.y() - 8, x + 24 + home.length() * LETTER, from.y() + 8));
    }

    /** {@code both}: there is an arrow the other way too, so this one bends aside. */
    void arrow(Layout.Point from, Layout.Point to, boolean both, String kind, List<Label> rules, String title) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        boolean sameRow = Math.abs(dy) < 1;
        double bend = sameRow ? Math.max(60, length * 0.18) : both ? 34 : length > 260 ? 46 : 10;
        Layout.Point control = new Layout.Point(
                (from.x() + to.x()) / 2 - dy / length * bend, (from.y() + to.y()) / 2 + dx / length * bend);
        Layout.Point start = edge(from, control);
        Layout.Point end = edge(to, control);
        arrows.append("<g><title>")
                .append(escape(title))
                .append("</title><path class=\"arrow ")
                .append(kind)
                .append("\" d=\"M")
                .append(number(start.x()))
                .append(' ')
                .append(number(start.y()))
                .append(" Q")
                .append(number(control.x()))
                .append(' ')
                .append(number(control.y()))
                .append(' ')
                .append(number(end.x()))
                .append(' ')
                .append(number(end.y()))
                .append("\" marker-end=\"url(#head)\"/></g>\n");
        label(start, control, end, rules);
    }

    /** Where the line from the middle of a box towards a point leaves the box. */
    private static Layout.Point edge(Layout.Point middle, Layout.Point towards) {
        double dx = towards.x() - middle.x();
        double dy = towards.y() - middle.y();
        double scale = Math.min(
                dx == 0 ? Double.MAX_VALUE : (Layout.BOX_WIDTH / 2.0 + 2) / Math.abs(dx),
                dy == 0 ? Double.MAX_VALUE : (Layout.BOX_HEIGHT / 2.0 + 2) / Math.abs(dy));
        return scale >= 1 ? middle : new Layout.Point(middle.x() + dx * scale, middle.y() + dy * scale);
    }

    private void label(Layout.Point start, Layout.Point control, Layout.Point end, List<Label> rules) {
        List<Label> shown = new ArrayList<>(rules.subList(0, Math.min(SHOWN, rules.size())));
        if (rules.size() > SHOWN) {
            shown.add(new Label(
                    "and " + (rules.size() - SHOWN) + " more", rules.get(SHOWN).kind()));
        }
        double width = LETTER
                * shown.stream().mapToInt(label -> label.text().length()).max().orElse(0);
        Layout.Point place = null;
        Box box = null;
        for (double t : ALONG) {
            Layout.Point candidate = on(start, control, end, t);
            Box there = around(candidate, width, shown.size() * LINE);
            if (occupied.stream().noneMatch(there::meets)) {
                place = candidate;
                box = there;
                break;
            }
        }
        if (place == null) {
            place = on(start, control, end, 0.5);
            box = around(place, width, shown.size() * LINE);
        }
        occupied.add(box);
        double y = box.top() + LINE - 3;
        for (Label label : shown) {
            // A white copy below keeps the letters apart from the lines; not every viewer knows paint-order.
            text("label halo", label.text(), place.x(), y);
            text("label " + label.kind(), label.text(), place.x(), y);
            y += LINE;
        }
    }

    private void text(String kind, String text, double x, double y) {
        labels.append("<text class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escape(text))
                .append("</text>\n");
    }

    private static Layout.Point on(Layout.Point start, Layout.Point control, Layout.Point end, double t) {
        double a = (1 - t) * (1 - t);
        double b = 2 * t * (1 - t);
        double c = t * t;
        return new Layout.Point(
                a * start.x() + b * control.x() + c * end.x(), a * start.y() + b * control.y() + c * end.y());
    }

    String document(String caption, String machine) {
        int width = layout.width() + 80;
        int height = layout.height() + HEADER;
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" class=\"states\" role=\"img\">\n<title>")
                .append(escape(caption))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" ")
                .append("markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" ")
                .append("fill=\"#44505c\"/></marker></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
                .append("<text class=\"caption\" x=\"20\" y=\"30\">")
                .append(escape(caption))
                .append(" (")
                .append(escape(machine))
                .append(")</text>\n");
        legend(out);
        return out.append("<g transform=\"translate(0 ")
                .append(HEADER - 20)
                .append(")\">\n")
                .append(arrows)
                .append(boxes)
                .append(labels)
                .append("</g>\n</svg>\n")
                .toString();
    }

    private static void legend(StringBuilder out) {
        String[][] kinds = {
            {"call", "call of the user"},
            {"segmentarrives", "segment arrives"},
            {"timeout", "timer"},
            {"opportune", "opportunity"}
        };
        int y = 52;
        for (String[] kind : kinds) {
            out.append("<path class=\"arrow ")
                    .append(kind[0])
                    .append("\" d=\"M20 ")
                    .append(y)
                    .append(" h26\"/>")
                    .append("<text x=\"54\" y=\"")
                    .append(y + 4)
                    .append("\">")
                    .append(kind[1])
                    .append("</text>\n");
            y += 18;
        }
    }
}
