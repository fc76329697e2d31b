package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.runtime.machine.ValueType;
import java.util.List;

/** A machine that is whatever a test says, for what only looks at machines from outside. */
final class FakeMachine implements Machine {
    static final MachineSchema SCHEMA = new MachineSchema(
            "Fake",
            "Endpoint",
            "0123456789abcdef",
            List.of(value("wait_ms", ValueType.Kind.DURATION, false)),
            List.of("IDLE", "BUSY"),
            List.of(
                    value("COUNT", ValueType.Kind.INT, false),
                    value("SRTT", ValueType.Kind.DURATION, true),
                    value("NEXT", ValueType.Kind.SEQ, false)),
            List.of("ALARM"),
            List.of(new MachineSchema.Stream("outgoing", true), new MachineSchema.Stream("incoming", false)),
            List.of(
                    value("SEQ", ValueType.Kind.SEQ, false),
                    new MachineSchema.Value("CTL", ValueType.of(ValueType.Kind.FLAGS, "FIN", "ACK"), false),
                    value("DATA", ValueType.Kind.OCTETS, false)),
            List.of(
                    new MachineSchema.Call("SEND", List.of(value("data", ValueType.Kind.OCTETS, false))),
                    new MachineSchema.Call("CLOSE", List.of())),
            List.of("transmit"),
            List.of(
                    new MachineSchema.Rule("idle.send", "SEND", "fake/fake.wave", 12),
                    new MachineSchema.Rule("busy.arrival", "SEGMENT-ARRIVES", "fake/fake.wave", 20)),
            List.of(new MachineSchema.Choice("send-now", "nagle", ValueType.of(ValueType.Kind.BOOL))),
            List.of(new MachineSchema.Outcome("reset", "connection reset")),
            List.of(new MachineSchema.Outcome("closing", "connection closing")));

    long[] snapshot = {0, 0, 0, -1, 0, 0, 0, 0, 0};
    long srttNanos = 5;
    int rule = -1;

    private static MachineSchema.Value value(String name, ValueType.Kind kind, boolean runtime) {
        return new MachineSchema.Value(name, ValueType.of(kind), runtime);
    }

    @Override
    public MachineSchema schema() {
        return SCHEMA;
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
        return new long[] {200_000_000};
    }

    @Override
    public int streamCapacity(int stream) {
        return 1000 + stream;
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
        sink.value(snapshot[1]);
        sink.value(srttNanos);
        for (int i = 2; i < snapshot.length; i++) {
            sink.value(snapshot[i]);
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
        return false;
    }

    @Override
    public boolean opportunity(long nowNanos, int index) {
        return false;
    }

    @Override
    public long deadlineNanos(int timer) {
        return -1;
    }

    @Override
    public MessageRecord newSegment() {
        return new FakeSegment();
    }

    @Override
    public void recordTo(StepRecorder recorder) {
        throw new UnsupportedOperationException();
    }

    /** Three values. */
    static final class FakeSegment implements MessageRecord {
        final long[] values = new long[3];

        FakeSegment(long... values) {
            System.arraycopy(values, 0, this.values, 0, values.length);
        }

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
            throw new IllegalArgumentException();
        }

        @Override
        public void clear() {
            values[0] = 0;
        }
    }
}
