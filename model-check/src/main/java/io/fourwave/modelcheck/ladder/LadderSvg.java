package io.fourwave.modelcheck.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ladder as one SVG picture, text in it, no script and nothing to load: it can stand in a page or by itself. A segment's setting
 * out and its arrival are joined by one slanted line; one that is lost ends in a cross.
 */
public final class LadderSvg {
    private static final int ROW = 18;
    private static final int LEFT = 330;
    private static final int RIGHT = 830;
    private static final int WIDTH = 1160;
    private static final int TOP = 64;

    private final Ladder ladder;
    private final StringBuilder body = new StringBuilder();
    private final Map<Integer, int[]> setOut = new HashMap<>();

    private LadderSvg(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The picture as an {@code <svg>} element. */
    public static String render(Ladder ladder) {
        return new LadderSvg(ladder).draw();
    }

    private String draw() {
        int y = TOP;
        text(LEFT, y - 24, "middle", "end", ladder.left());
        text(RIGHT, y - 24, "middle", "end", ladder.right());
        text(LEFT - 8, y, "end", "state", ladder.start().get(0).state());
        text(RIGHT + 8, y, "start", "state", ladder.start().get(1).state());
        y += ROW;
        Ladder.End left = ladder.start().get(0);
        Ladder.End right = ladder.start().get(1);
        for (int i = 0; i < ladder.steps().size(); i++) {
            if (i == ladder.loopTo()) {
                y += ROW;
                text(WIDTH / 2, y, "middle", "note", "from here on again and again");
                y += ROW;
            }
            Ladder.Step step = ladder.steps().get(i);
            y = step(i + 1, step, left, right, y);
            left = step.left();
            right = step.right();
        }
        if (!ladder.ending().isEmpty()) {
            y += ROW;
            text(WIDTH / 2, y, "middle", "note", ladder.ending());
        }
        int height = y + 2 * ROW;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ladder\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" width=\"" + WIDTH
                + "\" height=\"" + height
                + "\" font-family=\"ui-monospace,Menlo,Consolas,monospace\" font-size=\"12\">\n"
                + "<style>.ladder .state{font-weight:bold;fill:#14508c}"
                + ".ladder .end{font-weight:bold;font-size:15px}"
                + ".ladder .rule{fill:#666}"
                + ".ladder .event{fill:#111}"
                + ".ladder .note{fill:#a04000;font-style:italic}"
                + ".ladder .time{fill:#999}"
                + ".ladder .line{stroke:#555;stroke-width:1.2;fill:none}"
                + ".ladder .gone{stroke:#c0392b;stroke-width:1.6}"
                + ".ladder .lost{fill:#c0392b;font-weight:bold}"
                + ".ladder .double{stroke:#0b7285;stroke-width:2.6}"
                + ".ladder .doubled{fill:#0b7285;font-weight:bold}"
                + ".ladder .old{stroke:#862e9c;stroke-width:2;stroke-dasharray:7 4}"
                + ".ladder .stale{fill:#862e9c;font-weight:bold}"
                + ".ladder .label{fill:#222;font-size:11px}"
                + ".ladder .pole{stroke:#bbb}</style>\n"
                + "<defs><marker id=\"tip\" markerWidth=\"9\" markerHeight=\"7\" refX=\"8\" refY=\"3.5\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0,0 L9,3.5 L0,7 z\" fill=\"#555\"/></marker></defs>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<text x=\"16\" y=\"20\" font-size=\"14\" font-weight=\"bold\">" + escaped(ladder.title())
                + "</text>\n"
                + pole(LEFT, height) + pole(RIGHT, height) + body + "</svg>\n";
    }

    private static String pole(int x, int height) {
        return "<line class=\"pole\" x1=\"" + x + "\" y1=\"" + (TOP - 14) + "\" x2=\"" + x + "\" y2=\"" + (height - ROW)
                + "\"/>\n";
    }

    private int step(int number, Ladder.Step step, Ladder.End left, Ladder.End right, int from) {
        int y = from + 6;
        text(12, y + 4, "start", "time", number + (step.time().isEmpty() ? "" : "  " + step.time()));
        int arrowY = y;
        if (step.side() == Ladder.Side.NEITHER && !step.event().isEmpty()) {
            text((LEFT + RIGHT) / 2, y + 4, "middle", "time", step.event());
            arrowY += ROW;
        }
        for (Ladder.Arrow arrow : step.arrows()) {
            arrow(arrow, arrowY);
            arrowY += ROW;
        }
        int leftY = side(step, Ladder.Side.LEFT, LEFT - 8, "end", y);
        int rightY = side(step, Ladder.Side.RIGHT, RIGHT + 8, "start", y);
        leftY = state(LEFT - 8, leftY, "end", step.left(), left);
        rightY = state(RIGHT + 8, rightY, "start", step.right(), right);
        return Math.max(y + ROW, Math.max(arrowY, Math.max(leftY, rightY)));
    }

    private int side(Ladder.Step step, Ladder.Side side, int x, String anchor, int from) {
        if (step.side() != side) {
            return from;
        }
        int y = from;
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"event", step.event()});
        if (!step.rule().isEmpty()) {
            lines.add(new String[] {"rule", step.rule()});
        }
        step.remarks().forEach(remark -> lines.add(new String[] {"note", remark}));
        for (String[] line : lines) {
            text(x, y + 4, anchor, line[0], line[1]);
            y += ROW;
        }
        return y;
    }

    private int state(int x, int y, String anchor, Ladder.End now, Ladder.End before) {
        int next = y;
        if (!now.state().equals(before.state())) {
            text(x, next + 4, anchor, "state", now.state());
            next += ROW;
        }
        if (!now.detail().isEmpty() && !now.detail().equals(before.detail())) {
            text(x, next + 4, anchor, "time", now.detail());
            next += ROW;
        }
        return next;
    }

    private void arrow(Ladder.Arrow arrow, int y) {
        int fromX = arrow.toRight() ? LEFT : RIGHT;
        int toX = arrow.toRight() ? RIGHT : LEFT;
        String label = (arrow.number() > 0 ? "#" + arrow.number() + " " : "")
                + arrow.label()
                + (arrow.remark().isEmpty() ? "" : " (" + arrow.remark() + ")");
        int inward = arrow.toRight() ? 1 : -1;
        switch (arrow.fate()) {
            case SENT -> {
                setOut.put(arrow.number(), new int[] {fromX, y});
                line(fromX, y, fromX + inward * 26, y + 2, "line", false);
                text(fromX + inward * 32, y - 3, arrow.toRight() ? "start" : "end", "label", label);
            }
            case ARRIVED, DUPLICATED -> {
                int[] start = setOut.getOrDefault(arrow.number(), new int[] {fromX, y});
                boolean twice = arrow.fate() == Ladder.Fate.DUPLICATED;
                String style = (twice ? "line double" : "line") + (arrow.stale() ? " old" : "");
                line(start[0] + inward * 26, start[1] + 2, toX, y, style, true);
                if (twice || arrow.stale()) {
                    // In the line of the event, which an arrival leaves empty.
                    text(
                            toX + inward * 8,
                            y + 4,
                            arrow.toRight() ? "start" : "end",
                            arrow.stale() ? "stale" : "doubled",
                            "#" + arrow.number() + (arrow.stale() ? " STALE" : "") + (twice ? " DUPLICATED" : ""));
                }
            }
            case LOST -> {
                boolean atOnce = !setOut.containsKey(arrow.number());
                int[] start = setOut.getOrDefault(arrow.number(), new int[] {fromX, y});
                int x = (LEFT + RIGHT) / 2;
                line(start[0] + inward * 26, start[1] + 2, x, y, "line gone", false);
                String what = (arrow.stale() ? " STALE" : "") + " LOST";
                text(x, y + 5, "middle", "lost", "\u2715 " + (atOnce ? label : "#" + arrow.number()) + what);
            }
            case PASSED -> {
                line(fromX, y, toX, y + 8, "line", true);
                text((LEFT + RIGHT) / 2, y - 1, "middle", "label", label);
            }
        }
    }

    private void line(int x1, int y1, int x2, int y2, String style, boolean tip) {
        body.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(x1)
                .append("\" y1=\"")
                .append(y1)
                .append("\" x2=\"")
                .append(x2)
                .append("\" y2=\"")
                .append(y2)
                .append('"')
                .append(tip ? " marker-end=\"url(#tip)\"" : "")
                .append("/>\n");
    }

    private void text(int x, int y, String anchor, String style, String text) {
        if (!text.isEmpty()) {
            body.append("<text class=\"")
                    .append(style)
                    .append("\" x=\"")
                    .append(x)
                    .append("\" y=\"")
                    .append(y)
                    .append("\" text-anchor=\"")
                    .append(anchor)
                    .append("\">")
                    .append(escaped(text))
                    .append("</text>\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
