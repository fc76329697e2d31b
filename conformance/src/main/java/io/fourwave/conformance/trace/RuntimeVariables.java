package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.wire.OctetSource;
import java.util.List;

/** Picks the runtime variables, which no snapshot holds, out of a machine's saved state. */
final class RuntimeVariables implements StateSink {
    private final List<MachineSchema.Value> variables;
    private final long[] values;
    private int at = -1; // the state's ordinal comes first
    private int found;

    private RuntimeVariables(List<MachineSchema.Value> variables) {
        this.variables = variables;
        values = new long
                [(int) variables.stream().filter(MachineSchema.Value::runtime).count()];
    }

    static long[] of(Machine machine) {
        RuntimeVariables sink = new RuntimeVariables(machine.schema().variables());
        if (sink.values.length > 0) {
            machine.save(sink);
        }
        return sink.values;
    }

    @Override
    public void value(long value) {
        if (at >= 0 && at < variables.size() && variables.get(at).runtime()) {
            values[found++] = value;
        }
        at++;
    }

    @Override
    public void octets(OctetSource source, int offset, int length) {
        // streams come last, and their contents are no part of a trace
    }
}
