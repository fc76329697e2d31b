package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says steps, events and effects in the words of the schema. */
public final class StepText {
    private final MachineSchema schema;

    public StepText(MachineSchema schema) {
        this.schema = schema;
    }

    /** The event without its values: {@code CLOSE}, {@code SEGMENT-ARRIVES}, {@code timeout TIME-WAIT}. */
    public String eventName(int kind, int event) {
        return switch (kind) {
            case StepRecorder.CALL -> schema.calls().get(event).name();
            case StepRecorder.ARRIVAL -> "SEGMENT-ARRIVES";
            case StepRecorder.TIMEOUT -> "timeout " + schema.timers().get(event);
            case StepRecorder.EXHAUSTED -> "exhausted " + schema.timers().get(event);
            default -> schema.opportunities().get(event);
        };
    }

    /** The event with its values. */
    public String event(TraceRecord.Step step) {
        String name = eventName(step.eventKind(), step.event());
        if (step.eventKind() == StepRecorder.ARRIVAL) {
            return name + " " + segment(step.values());
        }
        if (step.values().length == 0) {
            return name;
        }
        List<MachineSchema.Value> parameters = schema.calls().get(step.event()).parameters();
        List<String> args = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            args.add(parameters.get(i).type().text(step.values()[i]));
        }
        return name + "(" + String.join(", ", args) + ")";
    }

    /** In the RFC's notation: {@code <SEQ=100><ACK=300><CTL=SYN,ACK>}; fields that are zero are left out. */
    public String segment(long[] fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != 0) {
                MachineSchema.Value field = schema.fields().get(i);
                text.append('<')
                        .append(field.name())
                        .append('=')
                        .append(field.type().text(fields[i]))
                        .append('>');
            }
        }
        return text.isEmpty() ? "<>" : text.toString();
    }

    public String effect(TracedEffect effect) {
        return effect instanceof TracedEffect.Sent sent
                ? "sends " + segment(sent.fields())
                : "notifies "
                        + schema.notices()
                                .get(((TracedEffect.Notified) effect).notice())
                                .name();
    }

    /** {@code nagle=true}. */
    public String choice(int choice, long value) {
        MachineSchema.Choice declared = schema.choices().get(choice);
        return declared.name() + "=" + declared.type().text(value);
    }

    public String state(long ordinal) {
        return ordinal >= 0 && ordinal < schema.states().size()
                ? schema.states().get((int) ordinal)
                : "no state " + ordinal;
    }

    public String result(int result) {
        return result == 0 ? "ok" : "error " + schema.errors().get(result - 1).name();
    }

    /** Seconds with six decimals: {@code 12.000345 s}. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f s", nanos / 1e9);
    }
}
