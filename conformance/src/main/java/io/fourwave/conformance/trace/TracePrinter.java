package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Prints a trace as text: a line per connection and per step, times from the first step on. */
public final class TracePrinter {
    private final TraceReader reader;
    private final MachineSchema schema;
    private final StepText text;
    private final PrintWriter out;
    private final Map<TraceRecord.Connection, Long> states = new HashMap<>();
    private long startNanos = Long.MIN_VALUE;
    private long steps;

    public TracePrinter(TraceReader reader, PrintWriter out) {
        this.reader = reader;
        this.out = out;
        schema = reader.header().schema();
        text = new StepText(schema);
    }

    /**
     * Prints what is left of the trace.
     *
     * @return the number of steps
     * @throws TraceException when the file is damaged; what came before is printed then
     */
    public long print() {
        TraceHeader header = reader.header();
        out.println("trace of " + schema.protocol() + ", machine " + schema.machine() + ", recorded " + header.start()
                + " by " + header.application());
        out.println("specification " + schema.fingerprint());
        for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
            if (record instanceof TraceRecord.Connection connection) {
                print(connection);
            } else {
                print((TraceRecord.Step) record);
            }
            if (out.checkError()) {
                break; // the reader of a pipe has seen enough
            }
        }
        out.flush();
        return steps;
    }

    private void print(TraceRecord.Connection connection) {
        long state = connection.snapshot().length == 0 ? -1 : connection.snapshot()[0];
        states.put(connection, state);
        out.println("connection " + connection.id() + ": " + connection.label() + ", " + text.state(state));
    }

    private void print(TraceRecord.Step step) {
        steps++;
        if (startNanos == Long.MIN_VALUE) {
            startNanos = step.nowNanos();
        }
        StringBuilder line = new StringBuilder();
        line.append('#')
                .append(steps)
                .append(' ')
                .append(StepText.seconds(step.nowNanos() - startNanos))
                .append(" c")
                .append(step.connection().id())
                .append("  ")
                .append(text.event(step));
        long before = states.get(step.connection());
        long after = step.post().length == 0 ? -1 : step.post()[0];
        states.put(step.connection(), after);
        line.append("  [").append(schema.ruleName(step.rule())).append("] ").append(text.state(before));
        if (after != before) {
            line.append(" -> ").append(text.state(after));
        }
        for (int i = 0; i < step.choices().length; i++) {
            line.append("  ").append(text.choice(step.choices()[i], step.choiceValues()[i]));
        }
        for (TracedEffect effect : step.effects()) {
            line.append("  ").append(text.effect(effect));
        }
        if (step.eventKind() == StepRecorder.CALL) {
            line.append("  = ").append(text.result(step.result()));
        }
        out.println(line);
    }
}
