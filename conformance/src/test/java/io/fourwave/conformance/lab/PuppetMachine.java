package io.fourwave.conformance.lab;

import io.fourwave.conformance.support.InertMachine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;

/** Looks like a machine to a recorder, and is whatever it is told to be: for writing traces nobody made. */
final class PuppetMachine extends InertMachine {
    private final MachineSchema schema;
    private final long[] parameters;
    private final int[] capacities;
    private final long[] runtimeValues;

    PuppetMachine(MachineSchema schema, long[] parameters, int[] capacities, long[] runtimeValues, long[] snapshot) {
        super(snapshot);
        this.schema = schema;
        this.parameters = parameters;
        this.capacities = capacities;
        this.runtimeValues = runtimeValues;
    }

    @Override
    public MachineSchema schema() {
        return schema;
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
    public void save(StateSink sink) {
        sink.value(snapshot[0]);
        int runtime = 0;
        for (MachineSchema.Value variable : schema.variables()) {
            sink.value(variable.runtime() ? runtimeValues[runtime++] : 0);
        }
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
            throw new AssertionError("these fields are only read");
        }

        @Override
        public void clear() {
            throw new AssertionError("these fields are only read");
        }
    }
}
