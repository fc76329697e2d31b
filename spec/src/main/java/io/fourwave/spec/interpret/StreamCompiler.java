package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.StreamOp;
import io.fourwave.spec.ir.StreamQuery;
import java.util.List;

/** Streams as numbers: what is held, never what it says. */
final class StreamCompiler {
    private final StateLayout layout;
    private final int[] capacities;
    private final Histories histories;

    StreamCompiler(StateLayout layout, int[] capacities) {
        this.layout = layout;
        this.capacities = capacities;
        histories = new Histories(layout);
    }

    long[] empty(int stream) {
        return sends(layout.streams.get(stream)) ? new long[1] : new long[2];
    }

    private static boolean sends(Machine.Stream stream) {
        return stream.kind() == Machine.StreamKind.SEND;
    }

    Value read(Machine.Stream stream, StreamQuery query) {
        int index = layout.stream(stream.name());
        int capacity = capacities[index];
        return switch (query) {
            case LENGTH, READABLE -> x -> x.streams[index][0];
            case FREE -> x -> capacity - x.streams[index][0];
            case CAPACITY -> x -> capacity;
            case READY -> x -> x.streams[index][1];
            case AHEAD -> x -> ReceiveRanges.ahead(x.streams[index]);
            case HISTORY ->
                throw new IllegalArgumentException("the IR reads a history inside a machine; only the model has it");
        };
    }

    Value slice(Machine.Stream stream, Value offset, Value count) {
        int index = layout.stream(stream.name());
        return x -> {
            long from = offset.of(x);
            long octets = count.of(x);
            long length = x.streams[index][0];
            if (from < 0 || octets < 0 || from + octets > length) {
                throw x.violation(
                        octets + " octets from " + from + " are asked of " + stream.name() + ", which holds " + length);
            }
            return octets;
        };
    }

    Action operation(Machine.Stream stream, StreamOp op, List<Value> args) {
        int index = layout.stream(stream.name());
        String name = stream.name();
        return switch (op) {
            case APPEND -> append(index, name, args.get(0));
            case RELEASE -> take(index, name, "released from", args.get(0));
            case TAKE -> take(index, name, "taken from", args.get(0));
            case PLACE -> place(index, args.get(0), args.get(1));
            case COMMIT -> commit(index, name, args.get(0));
            case CLEAR -> {
                long[] empty = empty(index);
                yield x -> {
                    x.streams[index] = empty;
                    return true;
                };
            }
        };
    }

    private Action append(int index, String name, Value data) {
        int capacity = capacities[index];
        return x -> {
            long octets = data.of(x);
            long length = x.streams[index][0] + octets;
            if (length > capacity) {
                throw x.violation(octets + " octets are appended to " + name + ", which has room for "
                        + (capacity - x.streams[index][0]));
            }
            x.streams[index] = new long[] {length};
            histories.grow(x.core, index, octets);
            return true;
        };
    }

    private static Action take(int index, String name, String verb, Value count) {
        return x -> {
            long octets = count.of(x);
            long[] held = x.streams[index];
            if (octets < 0 || octets > held[0]) {
                throw x.violation(octets + " octets are " + verb + " " + name + ", which holds " + held[0]);
            }
            long[] changed = held.clone();
            changed[0] -= octets;
            x.streams[index] = changed;
            return true;
        };
    }

    private Action place(int index, Value offset, Value data) {
        int capacity = capacities[index];
        return x -> {
            long from = offset.of(x);
            long octets = data.of(x);
            long[] held = x.streams[index];
            x.streams[index] =
                    ReceiveRanges.place(held, Math.max(from, 0), Math.min(from + octets, capacity - held[0]));
            return true;
        };
    }

    private Action commit(int index, String name, Value count) {
        return x -> {
            long octets = count.of(x);
            long[] held = x.streams[index];
            if (octets < 0 || octets > held[1]) {
                throw x.violation(octets + " octets are committed of " + name + ", which has " + held[1] + " ready");
            }
            x.streams[index] = ReceiveRanges.commit(held, octets);
            histories.grow(x.core, index, octets);
            return true;
        };
    }
}
