package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.spec.interpret.ChoiceMade;
import io.fourwave.spec.interpret.Occurrence;
import java.util.ArrayList;
import java.util.List;

/** A recorded event and recorded choices as the interpreter knows them. */
final class StepEvents {
    private final MachineSchema schema;

    StepEvents(MachineSchema schema) {
        this.schema = schema;
    }

    Occurrence event(TraceRecord.Step step) {
        return switch (step.eventKind()) {
            case StepRecorder.CALL ->
                new Occurrence.Call(schema.calls().get(step.event()).name(), step.values());
            case StepRecorder.ARRIVAL -> new Occurrence.Arrival(step.values());
            case StepRecorder.TIMEOUT -> new Occurrence.Timeout(schema.timers().get(step.event()));
            case StepRecorder.EXHAUSTED ->
                new Occurrence.Exhausted(schema.timers().get(step.event()));
            default -> new Occurrence.Opportune(schema.opportunities().get(step.event()));
        };
    }

    List<ChoiceMade> choices(TraceRecord.Step step) {
        if (step.choices().length == 0) {
            return List.of();
        }
        List<ChoiceMade> made = new ArrayList<>(step.choices().length);
        for (int i = 0; i < step.choices().length; i++) {
            made.add(new ChoiceMade(schema.choices().get(step.choices()[i]).name(), step.choiceValues()[i]));
        }
        return made;
    }
}
