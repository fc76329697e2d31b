package io.fourwave.conformance.lab;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.machine.StepRecorder;

/** Looks like a machine to a recorder, and is whatever it is told to be: for writing traces nobody made. */
final class PuppetMachine implements Machine {
    private final MachineSchema schema;
    private final long[] parameters;
    private final int[] capacities;
    private final long[] runtimeValues;
    long[] snapshot;
    int rule = -1;

    PuppetMachine(MachineSchema schema, long[] parameters, int[] capacities, long[] runtimeValues, long[] snapshot) {
        this.schema = schema;
        this.parameters = parameters;
        this.capacities = capacities;
        this.runtimeValues = runtimeValues;
        this.snapshot = snapshot;
    }

    @Override
    public MachineSchema schema() {
        return schema;
    }

    @Override
    public int stateOrdinal() {
        return (int) snapshot[0];
    }

    @Override
    public int rule() {
        return rule;
    }

    @Override
    public long[] parameterValues() {
        return parameters;
    }

    @Override
    public int streamCapacity(int stream) {
        return capacities[stream];
    }

    @Override
    public int snapshotLength() {
        return snapshot.length;
    }

    @Override
    public int snapshotInto(long[] buffer) {
        System.arraycopy(snapshot, 0, buffer, 0, snapshot.length);
        return snapshot.length;
    }

    @Override
    public void save(StateSink sink) {
        sink.value(snapshot[0]);
        int runtime = 0;
        for (MachineSchema.Value variable : schema.variables()) {
            sink.value(variable.runtime() ? runtimeValues[runtime++] : 0);
        }
    }

    @Override
    public void restore(StateSource source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int call(long nowNanos, int call, long[] args, Octets data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void arrive(long nowNanos, MessageRecord segment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean timeout(long nowNanos, int timer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean opportunity(long nowNanos, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deadlineNanos(int timer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MessageRecord newSegment() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recordTo(StepRecorder recorder) {
        throw new UnsupportedOperationException();
    }

    /** A segment of so many values. */
    record Fields(long[] values) implements MessageRecord {
        @Override
        public long get(int field) {
            return values[field];
        }

        @Override
        public void set(int field, long value) {
            values[field] = value;
        }

        @Override
        public Octets octets(int field) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clear() {
            throw new UnsupportedOperationException();
        }
    }
}
