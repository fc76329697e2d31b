package io.fourwave.conformance.ladder;

import io.fourwave.conformance.trace.StepText;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.conformance.trace.TracedEffect;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The ladder of a trace that holds both ends of one connection, on a link that loses and reorders nothing: so the n-th segment one
 * end has sent is the n-th that arrives at the other. Steps that did nothing one could see are left out.
 */
public final class TraceLadder {
    private final MachineSchema schema;
    private final StepText text;
    private final List<Ladder.Step> steps = new ArrayList<>();
    private final List<ArrayDeque<Integer>> underWay = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    private final Ladder.End[] ends = new Ladder.End[2];
    private final long[][] snapshots = new long[2][];
    private long startNanos = -1;
    private int segments;

    private TraceLadder(MachineSchema schema) {
        this.schema = schema;
        text = new StepText(schema);
    }

    /**
     * Reads the trace.
     *
     * @param left beginning of the label of the left end's connection; likewise right. Other connections are passed over
     */
    public static Ladder of(Path file, String title, String left, String right) {
        try (TraceReader reader = TraceReader.open(file)) {
            TraceLadder ladder = new TraceLadder(reader.header().schema());
            List<Ladder.End> start = new ArrayList<>();
            for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
                if (record instanceof TraceRecord.Connection connection) {
                    int side = side(connection, left, right);
                    if (side >= 0) {
                        ladder.snapshots[side] = connection.snapshot();
                        ladder.ends[side] = ladder.end(connection.snapshot());
                    }
                } else {
                    ladder.step((TraceRecord.Step) record, left, right);
                }
            }
            Ladder.End initial = new Ladder.End(ladder.schema.states().get(0), "");
            start.add(initial);
            start.add(initial);
            return new Ladder(title, left, right, start, ladder.steps, -1, "");
        }
    }

    private static int side(TraceRecord.Connection connection, String left, String right) {
        return connection.label().startsWith(left) ? 0 : connection.label().startsWith(right) ? 1 : -1;
    }

    private Ladder.End end(long[] snapshot) {
        return new Ladder.End(text.state(snapshot[0]), "");
    }

    private void step(TraceRecord.Step step, String left, String right) {
        int side = side(step.connection(), left, right);
        if (side < 0) {
            return;
        }
        boolean seen = step.eventKind() != StepRecorder.OPPORTUNITY
                || step.effects().length > 0
                || !Arrays.equals(snapshots[side], step.post());
        if (startNanos < 0) {
            startNanos = step.nowNanos();
        }
        snapshots[side] = step.post();
        ends[side] = end(step.post());
        if (!seen) {
            return;
        }
        List<Ladder.Arrow> arrows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        if (step.eventKind() == StepRecorder.ARRIVAL) {
            Integer number = underWay.get(side).poll();
            arrows.add(new Ladder.Arrow(
                    number == null ? 0 : number, side == 1, label(step.values()), Ladder.Fate.ARRIVED, false, ""));
        }
        for (TracedEffect effect : step.effects()) {
            if (effect instanceof TracedEffect.Sent sent) {
                segments++;
                underWay.get(1 - side).add(segments);
                arrows.add(new Ladder.Arrow(segments, side == 0, label(sent.fields()), Ladder.Fate.SENT, false, ""));
            } else {
                remarks.add(text.effect(effect));
            }
        }
        for (int i = 0; i < step.choices().length; i++) {
            remarks.add(text.choice(step.choices()[i], step.choiceValues()[i]));
        }
        if (step.eventKind() == StepRecorder.CALL && step.result() != 0) {
            remarks.add(text.result(step.result()));
        }
        Ladder.End unknown = new Ladder.End(schema.states().get(0), "");
        steps.add(new Ladder.Step(
                time(step.nowNanos() - startNanos),
                side == 0 ? Ladder.Side.LEFT : Ladder.Side.RIGHT,
                text.eventName(step.eventKind(), step.event()),
                step.rule() < 0 ? "" : schema.ruleName(step.rule()),
                remarks,
                arrows,
                ends[0] == null ? unknown : ends[0],
                ends[1] == null ? unknown : ends[1]));
    }

    private static String time(long nanos) {
        return nanos < 1_000_000_000L
                ? String.format(Locale.ROOT, "%.0fms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2fs", nanos / 1e9);
    }

    /** What the model has of it too: without what exists on the wire only. */
    private String label(long[] fields) {
        long[] plain = fields.clone();
        for (int i = 0; i < plain.length; i++) {
            if (schema.fields().get(i).runtime()) {
                plain[i] = 0;
            }
        }
        return text.segment(plain);
    }
}
