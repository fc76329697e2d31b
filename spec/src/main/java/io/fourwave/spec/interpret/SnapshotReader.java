package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import java.util.Arrays;

/**
 * Takes a snapshot apart, distrusting it: a snapshot may come from a trace file that has been damaged.
 *
 * <p>Errors: {@link IllegalArgumentException} saying what cannot be.
 */
final class SnapshotReader {
    private final StateLayout layout;
    private final Ranges.Bounds[] bounds;
    private final int[] capacities;
    private final long[] snapshot;
    private int at;

    /** {@code bounds}: of the variables, in the layout's order. */
    SnapshotReader(StateLayout layout, Ranges.Bounds[] bounds, int[] capacities, long[] snapshot) {
        this.layout = layout;
        this.bounds = bounds;
        this.capacities = capacities;
        this.snapshot = snapshot;
    }

    /** {@code initialCore} gives the runtime variables. */
    MachineState read(long[] initialCore) {
        long[] core = initialCore.clone();
        core[0] = next("the state");
        if (core[0] < 0 || core[0] >= layout.states.size()) {
            throw corrupt("there is no state number " + core[0]);
        }
        for (int i = 0; i < layout.variables.size(); i++) {
            Machine.Variable variable = layout.variables.get(i);
            if (variable.kind() == DataKind.PLAIN) {
                long value = next(variable.name());
                if (!bounds[i].admit(value)) {
                    throw corrupt(variable.name() + " is " + bounds[i].problem(value));
                }
                core[i + 1] = value;
            }
        }
        for (int t = 0; t < layout.timers.size(); t++) {
            String name = layout.timers.get(t).name();
            long deadline = next("the deadline of " + name);
            long retries = next("the retries of " + name);
            if (deadline < StateLayout.NOT_RUNNING || retries < 0) {
                throw corrupt("the timer " + name + " has deadline " + deadline + " and " + retries + " retries");
            }
            core[layout.deadlineSlot(t)] = deadline;
            core[layout.retriesSlot(t)] = retries;
        }
        long[][] streams = new long[layout.streams.size()][];
        for (int s = 0; s < streams.length; s++) {
            streams[s] = layout.streams.get(s).kind() == Machine.StreamKind.SEND ? sendStream(s) : receiveStream(s);
        }
        if (at != snapshot.length) {
            throw corrupt((snapshot.length - at) + " values are left over");
        }
        return new MachineState(layout, core, streams);
    }

    private long[] sendStream(int stream) {
        String name = layout.streams.get(stream).name();
        long length = next("the length of " + name);
        if (length < 0 || length > capacities[stream]) {
            throw corrupt(name + " holds " + length + " octets, its capacity is " + capacities[stream]);
        }
        return new long[] {length};
    }

    private long[] receiveStream(int stream) {
        String name = layout.streams.get(stream).name();
        long readable = next("what is readable in " + name);
        long ready = next("what is ready in " + name);
        long count = next("the number of ranges ahead in " + name);
        if (readable < 0
                || readable > capacities[stream]
                || ready < 0
                || count < 0
                || count > (snapshot.length - at) / 2) {
            throw corrupt(
                    name + " has " + readable + " octets readable, " + ready + " ready and " + count + " ranges ahead");
        }
        long[] held = new long[2 + 2 * (int) count];
        held[0] = readable;
        held[1] = ready;
        long end = ready;
        for (int i = 2; i < held.length; i += 2) {
            held[i] = next("an offset in " + name);
            held[i + 1] = next("a length in " + name);
            if (held[i] <= end || held[i + 1] <= 0) {
                throw corrupt("the ranges ahead in " + name + " are not sorted and apart");
            }
            end = held[i] + held[i + 1];
        }
        if (end > capacities[stream] - readable) {
            throw corrupt(name + " holds octets beyond its capacity of " + capacities[stream]);
        }
        return held;
    }

    private long next(String what) {
        if (at == snapshot.length) {
            throw corrupt("it ends before " + what);
        }
        return snapshot[at++];
    }

    private IllegalArgumentException corrupt(String why) {
        return new IllegalArgumentException(
                "not a snapshot of this machine: " + why + ": " + Arrays.toString(snapshot));
    }
}
