package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.StepText;
import io.fourwave.conformance.trace.TraceHeader;
import io.fourwave.spec.interpret.Describer;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A mismatch as a person reads it: the step, both states, the rule with its lines. */
public final class MismatchText {
    private static final int MOST_EXCERPT_LINES = 8;

    private final Describer describer;
    private final Function<String, List<String>> sources;

    /** @param sources the lines of a source file by its name as places have it; an empty list when it is not at hand */
    public MismatchText(Protocol protocol, Function<String, List<String>> sources) {
        describer = new Describer(protocol);
        this.sources = sources;
    }

    public List<String> lines(Mismatch mismatch, TraceHeader header) {
        StepText text = new StepText(header.schema());
        List<String> lines = new ArrayList<>();
        lines.add("step " + mismatch.ordinal() + " does not conform: "
                + mismatch.kind().text());
        lines.add("  connection  " + mismatch.step().connection().id() + "  "
                + mismatch.step().connection().label());
        lines.add("  time        " + StepText.seconds(mismatch.nowNanos()) + " ("
                + mismatch.step().position() + ")");
        lines.add("  event       " + text.event(mismatch.step()));
        lines.add("  rule        " + (mismatch.rule().isEmpty() ? "-" : mismatch.rule()));
        excerpt(mismatch.place(), lines);
        details(mismatch, lines);
        lines.add("  state after the step, as recorded:");
        lines.add("    " + state(mismatch.recordedPost(), mismatch.nowNanos()));
        if (mismatch.specifiedPost() != null) {
            lines.add("  state after the step, by the specification:");
            lines.add("    " + state(mismatch.specifiedPost(), mismatch.nowNanos()));
        }
        return lines;
    }

    private void excerpt(Place place, List<String> lines) {
        if (place == null) {
            return;
        }
        lines.add("   --> " + place);
        List<String> source = sources.apply(place.file());
        int width = Integer.toString(place.endLine()).length();
        int last = Math.min(Math.min(place.endLine(), source.size()), place.line() + MOST_EXCERPT_LINES - 1);
        for (int line = place.line(); line <= last; line++) {
            lines.add(String.format("  %" + width + "d | %s", line, source.get(line - 1)));
        }
        if (last > 0 && last < Math.min(place.endLine(), source.size())) {
            lines.add("  " + " ".repeat(width) + " | …");
        }
    }

    private static void details(Mismatch mismatch, List<String> lines) {
        if (mismatch.details().isEmpty()) {
            return;
        }
        int name = "what".length();
        int recorded = "recorded".length();
        for (Mismatch.Detail detail : mismatch.details()) {
            name = Math.max(name, detail.name().length());
            recorded = Math.max(recorded, detail.recorded().length());
        }
        String format = "  %-" + name + "s  %-" + recorded + "s  %s";
        lines.add(String.format(format, "what", "recorded", "specified"));
        for (Mismatch.Detail detail : mismatch.details()) {
            lines.add(String.format(format, detail.name(), detail.recorded(), detail.specified()));
        }
    }

    private String state(long[] snapshot, long nowNanos) {
        try {
            return describer.describe(snapshot, nowNanos);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
