package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import java.util.Arrays;

/** The state of one endpoint between two steps. Immutable; equal when every value in it is. */
public final class MachineState {
    private final StateLayout layout;
    private final long[] core;
    private final long[][] streams;

    /** Keeps the arrays: nobody else may change them. */
    MachineState(StateLayout layout, long[] core, long[][] streams) {
        this.layout = layout;
        this.core = core;
        this.streams = streams;
    }

    /** For looking only. */
    long[] core() {
        return core;
    }

    /** For looking only. */
    long[][] streams() {
        return streams;
    }

    /** A copy a step may change. */
    long[] coreCopy() {
        return core.clone();
    }

    /** A copy of the list; the streams themselves are never changed in place. */
    long[][] streamsCopy() {
        return streams.clone();
    }

    public String state() {
        return layout.states.get((int) core[0]).name();
    }

    public long variable(String name) {
        return core[layout.variableSlot(name)];
    }

    public boolean running(String timer) {
        return deadlineNanos(timer) != StateLayout.NOT_RUNNING;
    }

    /** When the timer is due, or -1 when it is not running. */
    public long deadlineNanos(String timer) {
        return core[layout.deadlineSlot(layout.timer(timer))];
    }

    public long retries(String timer) {
        return core[layout.retriesSlot(layout.timer(timer))];
    }

    /**
     * How many octets the stream's history holds: all ever appended or committed in this life of the TCB, or in its last one.
     *
     * @throws IllegalStateException when the interpreter keeps no ghosts
     */
    public long historyLength(String stream) {
        if (!layout.ghosts) {
            throw new IllegalStateException("there are no histories without ghosts");
        }
        return core[layout.historySlot(layout.stream(stream))];
    }

    /** The stream as a snapshot has it: send {length}; receive {readable, ready, r, then r pairs (offset, length)}. */
    public long[] stream(String name) {
        int index = layout.stream(name);
        long[] held = streams[index];
        if (layout.streams.get(index).kind() == Machine.StreamKind.SEND) {
            return held.clone();
        }
        long[] snapshot = new long[held.length + 1];
        snapshot[0] = held[0];
        snapshot[1] = held[1];
        snapshot[2] = (held.length - 2) / 2;
        System.arraycopy(held, 2, snapshot, 3, held.length - 2);
        return snapshot;
    }

    /**
     * All that is plain, in the order every engine keeps: state ordinal; plain variables as declared; deadline and retries
     * per timer; per stream as {@link #stream} has it.
     */
    public long[] snapshot() {
        int length = layout.plainLength();
        for (int i = 0; i < streams.length; i++) {
            length += streams[i].length + (receives(i) ? 1 : 0);
        }
        long[] snapshot = new long[length];
        int at = 0;
        snapshot[at++] = core[0];
        for (int i = 0; i < layout.variables.size(); i++) {
            if (layout.variables.get(i).kind() == DataKind.PLAIN) {
                snapshot[at++] = core[i + 1];
            }
        }
        for (int slot = layout.deadlineSlot(0); slot < layout.timersEnd(); slot++) {
            snapshot[at++] = core[slot];
        }
        for (int i = 0; i < streams.length; i++) {
            long[] held = streams[i];
            if (receives(i)) {
                snapshot[at++] = held[0];
                snapshot[at++] = held[1];
                snapshot[at++] = (held.length - 2) / 2;
                System.arraycopy(held, 2, snapshot, at, held.length - 2);
                at += held.length - 2;
            } else {
                snapshot[at++] = held[0];
            }
        }
        return snapshot;
    }

    /** The runtime variables as declared: what a snapshot leaves out. */
    public long[] runtimeValues() {
        long[] values = new long[layout.runtimeVariables()];
        int at = 0;
        for (int i = 0; i < layout.variables.size(); i++) {
            if (layout.variables.get(i).kind() == DataKind.RUNTIME) {
                values[at++] = core[i + 1];
            }
        }
        return values;
    }

    private boolean receives(int stream) {
        return layout.streams.get(stream).kind() == Machine.StreamKind.RECEIVE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineState that
                && layout == that.layout
                && Arrays.equals(core, that.core)
                && Arrays.deepEquals(streams, that.streams);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(core) + Arrays.deepHashCode(streams);
    }

    @Override
    public String toString() {
        return state() + Arrays.toString(snapshot());
    }
}
