package io.fourwave.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.machine.StepRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRoundTripTest {
    @TempDir
    Path directory;

    @Test
    void header_saysWhatTheStepsReferTo() throws IOException {
        Path file = directory.resolve("t.fwtrace");
        TraceWriter.create(file, FakeMachine.SCHEMA, "test 1").close();

        try (TraceReader reader = TraceReader.open(file)) {
            assertThat(reader.header().schema()).isEqualTo(FakeMachine.SCHEMA);
            assertThat(reader.header().application()).isEqualTo("test 1");
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void step_comesBackWholeWithItsConnection() throws IOException {
        Path file = directory.resolve("t.fwtrace");
        FakeMachine machine = new FakeMachine();
        machine.snapshot = new long[] {0, 7, 4_294_967_295L, -1, 0, 3, 1, 0, 0};
        try (TraceWriter writer = TraceWriter.create(file, FakeMachine.SCHEMA, "test")) {
            StepRecorder recorder = writer.connection("a <-> b");
            recorder.begin(machine, StepRecorder.CALL, 0, 1_000);
            recorder.argument(512);
            recorder.choice(0, 1);
            recorder.sent(0, new FakeMachine.FakeSegment(4_294_967_295L, 2, 512));
            recorder.notified(1, 0);
            machine.snapshot = new long[] {1, 7, 4_294_967_295L, 2_000_000, 1, 515, 1, 0, 1, 10, 20};
            machine.rule = 1;
            recorder.end(machine, 1);
        }

        try (TraceReader reader = TraceReader.open(file)) {
            TraceRecord.Connection connection = (TraceRecord.Connection) reader.next();
            assertThat(connection.label()).isEqualTo("a <-> b");
            assertThat(connection.parameterValues()).containsExactly(200_000_000);
            assertThat(connection.streamCapacities()).containsExactly(1000, 1001);
            assertThat(connection.runtimeValues()).containsExactly(5);
            assertThat(connection.snapshot()).containsExactly(0, 7, 4_294_967_295L, -1, 0, 3, 1, 0, 0);
            TraceRecord.Step step = (TraceRecord.Step) reader.next();
            assertThat(step.connection()).isSameAs(connection);
            assertThat(step.nowNanos()).isEqualTo(1_000);
            assertThat(step.eventKind()).isEqualTo(StepRecorder.CALL);
            assertThat(step.values()).containsExactly(512);
            assertThat(step.choices()).containsExactly(0);
            assertThat(step.choiceValues()).containsExactly(1);
            assertThat(step.effects()).hasSize(2);
            assertThat(((TracedEffect.Sent) step.effects()[0]).fields()).containsExactly(4_294_967_295L, 2, 512);
            assertThat(step.effects()[1]).isEqualTo(new TracedEffect.Notified(1, 0));
            assertThat(step.rule()).isEqualTo(1);
            assertThat(step.result()).isEqualTo(1);
            assertThat(step.preDigest()).isEqualTo(Digest.of(connection.snapshot()));
            assertThat(step.post()).containsExactly(1, 7, 4_294_967_295L, 2_000_000, 1, 515, 1, 0, 1, 10, 20);
            assertThat(reader.next()).isNull();
        }
    }

    /** Interleaved connections whose states grow, shrink and jump; every state read is the one written. */
    @Test
    void manyInterleavedSteps_keepTheirStates() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path file = directory.resolve("t.fwtrace");
        List<FakeMachine> machines = new ArrayList<>();
        List<StepRecorder> recorders = new ArrayList<>();
        List<long[]> written = new ArrayList<>();
        try (TraceWriter writer = TraceWriter.create(file, FakeMachine.SCHEMA, "test")) {
            for (int i = 0; i < 20; i++) {
                machines.add(new FakeMachine());
                recorders.add(writer.connection("c" + i));
            }
            for (long step = 0; step < 50_000; step++) {
                int who = random.nextInt(machines.size());
                FakeMachine machine = machines.get(who);
                recorders.get(who).begin(machine, StepRecorder.TIMEOUT, 0, step);
                change(machine, random);
                recorders.get(who).end(machine, 0);
                written.add(machine.snapshot);
            }
        }

        try (TraceReader reader = TraceReader.open(file)) {
            int next = 0;
            for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
                if (record instanceof TraceRecord.Step step) {
                    assertThat(step.post()).as("seed %d, step %d", seed, next).containsExactly(written.get(next));
                    assertThat(step.nowNanos()).isEqualTo(next);
                    next++;
                }
            }
            assertThat(next).isEqualTo(written.size());
        }
    }

    private static void change(FakeMachine machine, Random random) {
        long[] snapshot = machine.snapshot.clone();
        if (random.nextInt(20) == 0) {
            snapshot = new long[9 + 2 * random.nextInt(4)];
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            snapshot[1 + random.nextInt(snapshot.length - 1)] =
                    random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(100);
        }
        snapshot[0] = random.nextInt(2);
        machine.snapshot = snapshot;
    }

    @Test
    void print_saysEachStepInTheSchemasWords() throws IOException {
        Path file = directory.resolve("t.fwtrace");
        FakeMachine machine = new FakeMachine();
        try (TraceWriter writer = TraceWriter.create(file, FakeMachine.SCHEMA, "test")) {
            StepRecorder recorder = writer.connection("a <-> b");
            recorder.begin(machine, StepRecorder.CALL, 0, 1_000);
            recorder.argument(512);
            recorder.choice(0, 1);
            recorder.sent(0, new FakeMachine.FakeSegment(9, 3, 512));
            machine.snapshot = machine.snapshot.clone();
            machine.snapshot[0] = 1;
            machine.rule = 0;
            recorder.end(machine, 0);
        }
        StringWriter out = new StringWriter();
        try (TraceReader reader = TraceReader.open(file)) {
            assertThat(new TracePrinter(reader, new PrintWriter(out)).print()).isEqualTo(1);
        }

        assertThat(out.toString())
                .contains("connection 0: a <-> b, IDLE")
                .contains("#1 0.000000 s c0  SEND(512 octets)  [idle.send] IDLE -> BUSY  send-now=true  "
                        + "sends <SEQ=9><CTL=FIN,ACK><DATA=512 octets>  = ok");
    }
}
