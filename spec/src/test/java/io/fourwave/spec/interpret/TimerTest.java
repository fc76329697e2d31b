package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timers: interval 10, doubled at each back-off up to 50, at most 2 retries. */
class TimerTest {
    private final Ir ir = new Ir().states("A", "B");
    private final Machine.Timer timer = ir.timer("T", Ir.nanos(10), 2, Ir.nanos(50), Ir.integer(2));
    private final Machine.Timer never = ir.timer("NEVER", Ir.nanos(Encoding.FOREVER), 1, null, null);
    private final Interpreter interpreter = ir.call("START", List.of(), Ir.start(timer, false))
            .call("START-UNLESS", List.of(), Ir.start(timer, true))
            .call("BACK-OFF", List.of(), Ir.backOff(timer))
            .call("NEVER", List.of(), Ir.start(never, false))
            .call("CANCEL", List.of(), new Statement.CancelTimers(List.of(timer), DataKind.PLAIN, "", Ir.PLACE))
            .handle(new Machine.Event.Timeout("T"), List.of(ir.states.get(0)), Ir.backOff(timer))
            .ignore(new Machine.Event.Timeout("T"), List.of(ir.states.get(1)))
            .handle(new Machine.Event.Exhausted("T"), ir.states, Ir.goTo(ir.states.get(1)))
            .interpreter();

    private MachineState call(MachineState pre, long now, String name) {
        return interpreter
                .step(pre, new Occurrence.Call(name, new long[0]), now, ChoiceSource.none())
                .post();
    }

    private MachineState step(MachineState pre, Occurrence event, long now) {
        return interpreter.step(pre, event, now, ChoiceSource.none()).post();
    }

    @Test
    void backOff_doublesUpToTheBoundAndCountsRetries() {
        MachineState state = call(interpreter.initial(), 100, "START");
        assertThat(state.deadlineNanos("T")).isEqualTo(110);
        long[] intervals = {20, 40, 50, 50};
        for (int i = 0; i < intervals.length; i++) {
            state = call(state, 200, "BACK-OFF");
            assertThat(state.deadlineNanos("T")).isEqualTo(200 + intervals[i]);
            assertThat(state.retries("T")).isEqualTo(i + 1);
        }
        assertThat(call(state, 300, "START").retries("T")).isZero();
    }

    @Test
    void startUnlessRunning_leavesARunningTimerAlone() {
        MachineState state = call(call(interpreter.initial(), 100, "START"), 105, "START-UNLESS");
        assertThat(state.deadlineNanos("T")).isEqualTo(110);
        assertThat(call(interpreter.initial(), 105, "START-UNLESS").deadlineNanos("T"))
                .isEqualTo(115);
    }

    @Test
    void foreverDoesNotArm() {
        assertThat(call(interpreter.initial(), 5, "NEVER").running("NEVER")).isFalse();
    }

    @Test
    void afterAllRetries_theTimerIsExhausted() {
        MachineState state = call(interpreter.initial(), 0, "START");
        state = step(state, new Occurrence.Timeout("T"), 10);
        state = step(state, new Occurrence.Timeout("T"), 30);
        assertThat(state.retries("T")).isEqualTo(2);
        assertThat(interpreter.due(state, "T", 69)).isNull();
        assertThat(interpreter.due(state, "T", 70)).isEqualTo(new Occurrence.Exhausted("T"));
        MachineState last = state;
        assertThatThrownBy(() -> step(last, new Occurrence.Timeout("T"), 70))
                .isInstanceOf(SpecViolation.class)
                .hasMessage("timeout T is not possible in A: exhausted T is what happens now");
        MachineState exhausted = step(state, new Occurrence.Exhausted("T"), 70);
        assertThat(exhausted.state()).isEqualTo("B");
        assertThat(exhausted.running("T")).isFalse();
        assertThat(exhausted.retries("T")).isEqualTo(2);
        assertThat(call(exhausted, 71, "CANCEL").retries("T")).isZero();
    }

    @Test
    void timeoutBeforeTheDeadline_isNotPossible() {
        MachineState state = call(interpreter.initial(), 0, "START");
        assertThatThrownBy(() -> step(state, new Occurrence.Timeout("T"), 9))
                .isInstanceOf(SpecViolation.class)
                .hasMessage("timeout T is not possible in A: it is due in 1 ns");
        assertThatThrownBy(() -> step(interpreter.initial(), new Occurrence.Timeout("T"), 9))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("it is not running");
    }

    @Test
    void ignoredTimeout_stopsTheTimerAndNothingElse() {
        MachineState inB = interpreter.fromSnapshot(new long[] {1, 10, 1, -1, 0});
        StepResult result = interpreter.step(inB, new Occurrence.Timeout("T"), 10, ChoiceSource.none());
        assertThat(result.rule()).isEmpty();
        assertThat(result.effects()).isEmpty();
        assertThat(result.post().snapshot()).containsExactly(1, -1, 1, -1, 0);
    }
}
