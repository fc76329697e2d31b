package io.fourwave.conformance.trace;

import io.fourwave.conformance.support.InertMachine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.ValueType;
import java.util.List;

/** A machine that is whatever a test says, for what only looks at machines from outside. */
final class FakeMachine extends InertMachine {
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

    long srttNanos = 5;

    FakeMachine() {
        super(new long[] {0, 0, 0, -1, 0, 0, 0, 0, 0});
    }

    private static MachineSchema.Value value(String name, ValueType.Kind kind, boolean runtime) {
        return new MachineSchema.Value(name, ValueType.of(kind), runtime);
    }

    @Override
    public MachineSchema schema() {
        return SCHEMA;
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
    public void save(StateSink sink) {
        sink.value(snapshot[0]);
        sink.value(snapshot[1]);
        sink.value(srttNanos);
        for (int i = 2; i < snapshot.length; i++) {
            sink.value(snapshot[i]);
        }
    }

    @Override
    public MessageRecord newSegment() {
        return new FakeSegment();
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
