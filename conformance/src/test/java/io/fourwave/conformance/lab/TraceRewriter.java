package io.fourwave.conformance.lab;

import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.conformance.trace.TracedEffect;
import io.fourwave.runtime.machine.StepRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a trace anew with steps changed or left out: whole in form (checksums, counts), untrue in content. */
public final class TraceRewriter {
    private TraceRewriter() {}

    /** @param edit gives the step to be written instead, or null for none */
    public static void rewrite(Path from, Path to, UnaryOperator<TraceRecord.Step> edit) throws IOException {
        try (TraceReader reader = TraceReader.open(from);
                TraceWriter writer = TraceWriter.create(to, reader.header().schema(), "rewriter")) {
            Map<TraceRecord.Connection, PuppetMachine> machines = new HashMap<>();
            Map<TraceRecord.Connection, StepRecorder> recorders = new HashMap<>();
            for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
                if (record instanceof TraceRecord.Connection c) {
                    PuppetMachine machine = new PuppetMachine(
                            reader.header().schema(),
                            c.parameterValues(),
                            c.streamCapacities(),
                            c.runtimeValues(),
                            c.snapshot());
                    machines.put(c, machine);
                    recorders.put(c, writer.connection(c.label()));
                } else {
                    TraceRecord.Step original = (TraceRecord.Step) record;
                    PuppetMachine machine = machines.get(original.connection());
                    TraceRecord.Step step = edit.apply(original);
                    if (step != null) {
                        write(step, machine, recorders.get(original.connection()));
                    }
                    machine.snapshot = original.post();
                }
            }
        }
    }

    private static void write(TraceRecord.Step step, PuppetMachine machine, StepRecorder recorder) {
        recorder.begin(machine, step.eventKind(), step.event(), step.nowNanos());
        if (step.eventKind() == StepRecorder.ARRIVAL) {
            recorder.arrival(new PuppetMachine.Fields(step.values()));
        } else {
            for (long value : step.values()) {
                recorder.argument(value);
            }
        }
        for (int i = 0; i < step.choices().length; i++) {
            recorder.choice(step.choices()[i], step.choiceValues()[i]);
        }
        for (TracedEffect effect : step.effects()) {
            if (effect instanceof TracedEffect.Sent sent) {
                recorder.sent(sent.rule(), new PuppetMachine.Fields(sent.fields()));
            } else {
                recorder.notified(effect.rule(), ((TracedEffect.Notified) effect).notice());
            }
        }
        machine.snapshot = step.post();
        machine.rule = step.rule();
        recorder.end(machine, step.result());
    }
}
