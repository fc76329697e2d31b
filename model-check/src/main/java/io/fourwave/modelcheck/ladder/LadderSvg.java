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
    private static final int MIDDLE = (LEFT + RIGHT) / 2;
    private static final int WIDTH = 1160;
    /** Characters that fit beside an end. */
    private static final int BESIDE = 42;
    /** And between the ends, in the usual size. */
    private static final int BETWEEN = 68;
    /** How far a segment is drawn level before it is on its way. */
    private static final int STUB = 26;

    private static final int TOP = 64;

    private final Ladder ladder;
    /** Lines are drawn before texts, so that none goes through a letter. */
    private final StringBuilder lines = new StringBuilder();

    private final StringBuilder texts = new StringBuilder();
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
        int loop = -1;
        for (int i = 0; i < ladder.steps().size(); i++) {
            if (i == ladder.loopTo()) {
                y += ROW;
                text(MIDDLE, y, "middle", "note", "from here on again and again");
                loop = y;
                y += ROW;
            }
            Ladder.Step step = ladder.steps().get(i);
            y = step(i + 1, step, left, right, y);
            left = step.left();
            right = step.right();
        }
        if (!ladder.ending().isEmpty()) {
            y += ROW;
            text(MIDDLE, y, "middle", "note", ladder.ending());
        }
        if (loop >= 0) {
            bracket(loop - 4, y - 4);
        }
        int height = y + 2 * ROW;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ladder\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" width=\"" + WIDTH
                + "\" height=\"" + height
                + "\" font-family=\"ui-monospace,Menlo,Consolas,monospace\" font-size=\"12\">\n"
                + LadderStyle.HEAD
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<text x=\"16\" y=\"20\" font-size=\"14\" font-weight=\"bold\">" + escaped(ladder.title())
                + "</text>\n"
                + pole(LEFT, height) + pole(RIGHT, height) + lines + texts + "</svg>\n";
    }

    /** From the end of what repeats back to its beginning, at the edge of the picture. */
    private void bracket(int from, int to) {
        line(MIDDLE - 130, to, 5, to, "line loop", "");
        line(5, to, 5, from, "line loop", "");
        line(5, from, MIDDLE - 130, from, "line loop", "again");
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
            text(MIDDLE, y + 4, "middle", "time", step.event());
            arrowY += ROW;
        }
        for (Ladder.Arrow arrow : step.arrows()) {
            arrow(arrow, arrowY, step.event().isEmpty());
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
        if (!now.detail().equals(before.detail())) {
            for (String line : now.lines(BESIDE)) {
                text(x, next + 4, anchor, "time", line);
                next += ROW;
            }
        }
        return next;
    }

    /** @param free the line beside an arrival, where an event would stand, is empty */
    private void arrow(Ladder.Arrow arrow, int y, boolean free) {
        int fromX = arrow.toRight() ? LEFT : RIGHT;
        int toX = arrow.toRight() ? RIGHT : LEFT;
        String label = (arrow.number() > 0 ? "#" + arrow.number() + " " : "")
                + arrow.label()
                + (arrow.remark().isEmpty() ? "" : " (" + arrow.remark() + ")");
        int inward = arrow.toRight() ? 1 : -1;
        String outward = arrow.toRight() ? "start" : "end";
        int[] start = setOut.getOrDefault(arrow.number(), new int[] {fromX, y});
        String old = arrow.stale() ? " STALE" : "";
        switch (arrow.fate()) {
            case SENT -> {
                setOut.put(arrow.number(), new int[] {fromX, y});
                line(fromX, y, fromX + inward * STUB, y + 2, "line", "");
                text(
                        fromX + inward * (STUB + 6),
                        y - 3,
                        outward,
                        label.length() > BETWEEN ? "label long" : "label",
                        label);
            }
            case ARRIVED, DUPLICATED -> {
                boolean twice = arrow.fate() == Ladder.Fate.DUPLICATED;
                String style = arrow.stale() ? "stale" : twice ? "doubled" : "";
                line(
                        start[0] + inward * STUB,
                        start[1] + 2,
                        toX,
                        y,
                        "line" + (twice ? " double" : "") + (arrow.stale() ? " old" : ""),
                        style.isEmpty() ? "tip" : style);
                String what = (arrow.number() > 0 ? "#" + arrow.number() : "") + old + (twice ? " DUPLICATED" : "");
                if (free) {
                    text(toX + inward * 8, y + 4, outward, style.isEmpty() ? "time" : style, what);
                } else if (!style.isEmpty()) {
                    text(toX - inward * 12, y - 6, arrow.toRight() ? "end" : "start", style, what);
                }
            }
            case LOST -> {
                boolean atOnce = !setOut.containsKey(arrow.number());
                int x = atOnce ? fromX + inward * STUB : MIDDLE;
                line(start[0] + (atOnce ? 0 : inward * STUB), start[1] + 2, x, y, "line gone", "");
                text(x, y + 5, "middle", "cross", "\u2715");
                text(x + inward * 12, y + 4, outward, "lost", (atOnce ? label : "#" + arrow.number()) + old + " LOST");
            }
            case PASSED -> {
                line(fromX, y, toX, y + 8, "line", "tip");
                text(MIDDLE, y - 1, "middle", "label", label);
            }
        }
    }

    private void line(int x1, int y1, int x2, int y2, String style, String tip) {
        lines.append("<line class=\"")
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
                .append(tip.isEmpty() ? "" : " marker-end=\"url(#" + tip + ")\"")
                .append("/>\n");
    }

    private void text(int x, int y, String anchor, String style, String text) {
        if (!text.isEmpty()) {
            texts.append("<text class=\"")
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
