package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example protocol of spec/examples, from its sources: two ends and a line between them, both interpreted. */
class AlternatingBitTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long RESEND = 200 * MILLISECOND;

    private final Protocol protocol = Examples.alternatingBit();
    private final Interpreter interpreter = Examples.interpreter(protocol, 4000);
    private final Describer describer = new Describer(protocol);

    private StepResult call(MachineState pre, String name, long... args) {
        return interpreter.step(pre, new Occurrence.Call(name, args), 0, ChoiceSource.none());
    }

    private StepResult transmit(MachineState pre, long now, long octets) {
        return interpreter.step(
                pre,
                new Occurrence.Opportune("TRANSMIT"),
                now,
                ChoiceSource.scripted(List.of(new ChoiceMade("count", octets))));
    }

    private StepResult arrive(MachineState pre, Effect.Sent segment) {
        return interpreter.step(pre, new Occurrence.Arrival(segment.fields()), 0, ChoiceSource.none());
    }

    private MachineState waiting() {
        return transmit(call(interpreter.initial(), "SEND", 10).post(), 0, 10).post();
    }

    @Test
    void sources_compileWithoutAnyRemark() {
        assertThat(Compiler.compile(Path.of("examples", "alternating-bit")).diagnostics())
                .isEmpty();
    }

    @Test
    void block_isAcceptedAndAcknowledged() {
        StepResult sent = transmit(call(interpreter.initial(), "SEND", 10).post(), 0, 7);
        assertThat(sent.rule()).isEqualTo("IDLE.TRANSMIT");
        assertThat(describer.segment(sent.sent().get(0).fields()))
                .isEqualTo("<KIND=BLOCK><BIT=0><TEXT=7 octets><REPEATS=0>");
        StepResult received = arrive(interpreter.initial(), sent.sent().get(0));
        assertThat(received.post().stream("incoming")).containsExactly(7, 0, 0);
        assertThat(describer.segment(received.sent().get(0).fields()))
                .isEqualTo("<KIND=ACKNOWLEDGEMENT><BIT=0><TEXT=0 octets><REPEATS=0>");
        StepResult acknowledged = arrive(sent.post(), received.sent().get(0));
        assertThat(acknowledged.rule()).isEqualTo("alive.acknowledgement");
        assertThat(describer.describe(acknowledged.post().snapshot(), 0))
                .isEqualTo("state=IDLE SEND-BIT=1 EXPECTED=0 OUT=0 outgoing: 3 octets incoming: 0 readable, 0 ready");
    }

    @Test
    void repeatedBlock_isAcknowledgedAndNotAccepted() {
        Effect.Sent block = transmit(call(interpreter.initial(), "SEND", 3).post(), 0, 3)
                .sent()
                .get(0);
        MachineState once = arrive(interpreter.initial(), block).post();
        StepResult twice = arrive(once, block);
        assertThat(twice.post()).isEqualTo(once);
        assertThat(twice.sent()).hasSize(1);
    }

    @Test
    void blockWithoutRoomForIt_isNotAcknowledged() {
        MachineState full = interpreter.fromSnapshot(new long[] {0, 0, 0, 0, -1, 0, 0, 3998, 0, 0});
        Effect.Sent block = transmit(call(interpreter.initial(), "SEND", 3).post(), 0, 3)
                .sent()
                .get(0);
        StepResult refused = arrive(full, block);
        assertThat(refused.post()).isEqualTo(full);
        assertThat(refused.effects()).isEmpty();
        assertThat(refused.rule()).isEqualTo("alive.block");
    }

    @Test
    void silence_isBornForTheRetriesAndThenTold() {
        MachineState state = waiting();
        long now = 0;
        long[] intervals = {400, 800, 1600, 1600, 1600, 1600, 1600, 1600};
        for (int i = 0; i < intervals.length; i++) {
            now = state.deadlineNanos("RESEND");
            StepResult again = interpreter.step(state, new Occurrence.Timeout("RESEND"), now, ChoiceSource.none());
            assertThat(again.rule()).isEqualTo("WAITING.timeout-RESEND");
            assertThat(again.sent().get(0).fields()).containsExactly(0, 0, 10, i + 1);
            assertThat(again.effects())
                    .contains(new Effect.TimerSet(again.rule(), "RESEND", now + intervals[i] * MILLISECOND));
            state = again.post();
        }
        now = state.deadlineNanos("RESEND");
        assertThat(interpreter.due(state, "RESEND", now)).isEqualTo(new Occurrence.Exhausted("RESEND"));
        StepResult deaf = interpreter.step(state, new Occurrence.Exhausted("RESEND"), now, ChoiceSource.none());
        assertThat(deaf.post().state()).isEqualTo("DEAF");
        assertThat(deaf.notified()).containsExactly(new Effect.Notified("WAITING.exhausted-RESEND", "PEER-SILENT"));
        assertThat(call(deaf.post(), "SEND", 1).result()).isEqualTo(3);
    }

    @Test
    void transmit_isEnabledOnlyWhenIdleWithOctets() {
        MachineState ready = call(interpreter.initial(), "SEND", 10).post();
        assertThat(interpreter.enabled(interpreter.initial(), "TRANSMIT")).isFalse();
        assertThat(interpreter.enabled(ready, "TRANSMIT")).isTrue();
        assertThat(interpreter.enabled(waiting(), "TRANSMIT")).isFalse();
        assertThatThrownBy(() -> transmit(waiting(), 0, 1))
                .isInstanceOf(SpecViolation.class)
                .hasMessage("TRANSMIT is not enabled in WAITING");
    }

    @Test
    void sendBeyondTheBuffer_isRefusedWithoutEffect() {
        StepResult refused = call(interpreter.initial(), "SEND", 4001);
        assertThat(refused.result()).isEqualTo(1);
        assertThat(refused.post()).isEqualTo(interpreter.initial());
    }

    @Test
    void explorer_findsEveryLengthOfTheBlock() {
        MachineState ready = call(interpreter.initial(), "SEND", 5).post();
        List<Outcome> outcomes = new Explorer(interpreter).outcomes(ready, new Occurrence.Opportune("TRANSMIT"), 0);
        assertThat(outcomes.stream().map(o -> o.result().post().variable("OUT")))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void timer_isDescribedByWhatIsLeft() {
        assertThat(describer.describe(waiting().snapshot(), RESEND / 2)).contains("RESEND: 100 ms left");
        assertThat(describer.describe(waiting().snapshot(), RESEND)).contains("RESEND: due");
    }
}
