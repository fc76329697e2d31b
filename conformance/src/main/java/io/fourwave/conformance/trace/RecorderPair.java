package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.StepRecorder;

/** Two recorders where a machine takes one. */
public final class RecorderPair implements StepRecorder {
    private final StepRecorder first;
    private final StepRecorder second;

    private RecorderPair(StepRecorder first, StepRecorder second) {
        this.first = first;
        this.second = second;
    }

    /** Both, or the one that is not null, or null. */
    public static StepRecorder of(StepRecorder first, StepRecorder second) {
        if (first == null) {
            return second;
        }
        return second == null ? first : new RecorderPair(first, second);
    }

    @Override
    public void begin(Machine machine, int eventKind, int index, long nowNanos) {
        first.begin(machine, eventKind, index, nowNanos);
        second.begin(machine, eventKind, index, nowNanos);
    }

    @Override
    public void argument(long value) {
        first.argument(value);
        second.argument(value);
    }

    @Override
    public void arrival(MessageRecord segment) {
        first.arrival(segment);
        second.arrival(segment);
    }

    @Override
    public void choice(int choice, long value) {
        first.choice(choice, value);
        second.choice(choice, value);
    }

    @Override
    public void sent(int rule, MessageRecord segment) {
        first.sent(rule, segment);
        second.sent(rule, segment);
    }

    @Override
    public void notified(int rule, int notice) {
        first.notified(rule, notice);
        second.notified(rule, notice);
    }

    @Override
    public void end(Machine machine, int result) {
        first.end(machine, result);
        second.end(machine, result);
    }
}
