package io.fourwave.modelcheck.ladder;

import java.util.ArrayList;
import java.util.List;

/** A ladder for the terminal: left end, segments, right end, in three columns. */
public final class LadderText {
    private static final int TIME = 8;
    private static final int MIN_END = 20;
    private static final int MAX_END = 38;
    private static final int MIN_MIDDLE = 36;

    private final Ladder ladder;
    private final int end;
    private final int middle;
    private final StringBuilder text = new StringBuilder();

    private LadderText(Ladder ladder) {
        this.ladder = ladder;
        int widestEnd = MIN_END;
        int widestMiddle = MIN_MIDDLE;
        for (Ladder.Step step : ladder.steps()) {
            List<String> beside = new ArrayList<>(step.remarks());
            beside.add(step.rule());
            beside.addAll(step.left().lines(MAX_END - 2));
            beside.addAll(step.right().lines(MAX_END - 2));
            widestEnd = Math.max(widestEnd, Math.min(MAX_END, step.event().length()));
            for (String line : beside) {
                widestEnd = Math.max(widestEnd, Math.min(MAX_END, line.length() + 2));
            }
            for (Ladder.Arrow arrow : step.arrows()) {
                widestMiddle = Math.max(widestMiddle, Math.min(72, told(arrow).length() + 4));
            }
        }
        end = widestEnd;
        middle = widestMiddle;
    }

    /** The ladder as lines, each ended by a line break. */
    public static String render(Ladder ladder) {
        return new LadderText(ladder).draw();
    }

    private String draw() {
        text.append(ladder.title()).append('\n');
        row("", ladder.left(), "", ladder.right());
        row("", "-".repeat(end), "-".repeat(middle), "-".repeat(end));
        row("", ladder.start().get(0).state(), "", ladder.start().get(1).state());
        Ladder.End left = ladder.start().get(0);
        Ladder.End right = ladder.start().get(1);
        for (int i = 0; i < ladder.steps().size(); i++) {
            if (i == ladder.loopTo()) {
                text.append("  -- from here on again and again:\n");
            }
            Ladder.Step step = ladder.steps().get(i);
            step(i + 1, step, left, right);
            left = step.left();
            right = step.right();
        }
        if (!ladder.ending().isEmpty()) {
            text.append("  -- ").append(ladder.ending()).append('\n');
        }
        return text.toString();
    }

    private void step(int number, Ladder.Step step, Ladder.End left, Ladder.End right) {
        List<String> lines = new ArrayList<>();
        if (!step.event().isEmpty()) {
            lines.add(step.event());
        }
        if (!step.rule().isEmpty()) {
            lines.add("  " + step.rule());
        }
        step.remarks().forEach(remark -> lines.add("  " + remark));
        List<String> leftLines = new ArrayList<>();
        List<String> rightLines = new ArrayList<>();
        List<String> middleLines = new ArrayList<>();
        switch (step.side()) {
            case LEFT -> leftLines.addAll(lines);
            case RIGHT -> rightLines.addAll(lines);
            case NEITHER -> middleLines.addAll(lines.stream().map(this::centred).toList());
        }
        for (Ladder.Arrow arrow : step.arrows()) {
            boolean setsOut = arrow.fate() == Ladder.Fate.SENT || arrow.fate() == Ladder.Fate.PASSED;
            // A segment leaves beside the rule that sent it, and arrives beside the event.
            while (setsOut && middleLines.size() < Math.min(lines.size(), 2) - 1) {
                middleLines.add("");
            }
            middleLines.add(drawn(arrow));
        }
        changed(leftLines, step.left(), left);
        changed(rightLines, step.right(), right);
        int height = Math.max(1, Math.max(middleLines.size(), Math.max(leftLines.size(), rightLines.size())));
        for (int i = 0; i < height; i++) {
            row(
                    i == 0 ? String.format("%3d %s", number, step.time()) : "",
                    at(leftLines, i),
                    at(middleLines, i),
                    at(rightLines, i));
        }
    }

    private static void changed(List<String> lines, Ladder.End now, Ladder.End before) {
        if (!now.state().equals(before.state())) {
            lines.add(now.state());
        }
        if (!now.detail().equals(before.detail())) {
            now.lines(MAX_END - 2).forEach(line -> lines.add("  " + line));
        }
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static String told(Ladder.Arrow arrow) {
        String number = arrow.number() > 0 ? "#" + arrow.number() + " " : "";
        String fate = switch (arrow.fate()) {
            case LOST -> " LOST";
            case DUPLICATED -> " DUPLICATED";
            default -> "";
        };
        String stale = arrow.stale() ? " STALE" : "";
        return number + arrow.label() + stale + fate + (arrow.remark().isEmpty() ? "" : " (" + arrow.remark() + ")");
    }

    private String drawn(Ladder.Arrow arrow) {
        String told = told(arrow);
        String shaft = "-".repeat(Math.max(1, middle - told.length() - 4));
        return switch (arrow.fate()) {
            case SENT -> arrow.toRight() ? told + " ->" : right("<- " + told);
            case ARRIVED, DUPLICATED -> arrow.toRight() ? right(told + " -->") : "<-- " + told;
            case LOST -> centred(told);
            case PASSED -> arrow.toRight() ? told + " " + shaft + "->" : "<-" + shaft + " " + told;
        };
    }

    private String right(String line) {
        return " ".repeat(Math.max(0, middle - line.length())) + line;
    }

    private String centred(String line) {
        return " ".repeat(Math.max(0, (middle - line.length()) / 2)) + line;
    }

    private void row(String time, String left, String between, String right) {
        String line = padded(time, TIME) + padded(left, end) + " " + padded(between, middle) + " " + right;
        text.append(line.stripTrailing()).append('\n');
    }

    private static String padded(String line, int width) {
        return line.length() >= width ? line : line + " ".repeat(width - line.length());
    }
}
