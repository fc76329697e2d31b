package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Expr.BinaryOp;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StreamOp;
import io.fourwave.spec.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interpreter on IR built by hand. */
class InterpreterTest {
    private static StepResult call(Interpreter interpreter, MachineState pre, long now, String name, long... args) {
        return interpreter.step(pre, new Occurrence.Call(name, args), now, ChoiceSource.none());
    }

    @Test
    void valueOutsideTheVariablesRange_isAViolationAtItsPlace() {
        Protocol.Local n = Ir.local("n", Ir.INT);
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("V", new Type.Range(Ir.integer(0), Ir.integer(3)))
                .call("SET", List.of(n), Ir.assign("V", Ir.of(n)))
                .interpreter();
        assertThat(call(interpreter, interpreter.initial(), 0, "SET", 3).post().variable("V"))
                .isEqualTo(3);
        assertThatThrownBy(() -> call(interpreter, interpreter.initial(), 0, "SET", 4))
                .isInstanceOf(SpecViolation.class)
                .hasMessage("V becomes 4, which is outside 0..3, in rule all.SET (test.wave:7:3)");
    }

    @Test
    void argumentsOfNestedDefines_doNotDisturbEachOther() {
        Ir ir = new Ir().states("S").variable("V", Ir.INT);
        Protocol.Local a = Ir.local("a", Ir.INT);
        Protocol.Local b = Ir.local("b", Ir.INT);
        // minus(a, b) = a - b; minus(10, minus(9, minus(4, 1))) = 10 - (9 - 3)
        ir.defines.add(new Machine.Define(
                "minus",
                List.of(a, b),
                Ir.INT,
                DataKind.PLAIN,
                Ir.binary(BinaryOp.SUBTRACT, Ir.of(a), Ir.of(b), Ir.INT),
                false,
                List.of(),
                "",
                Ir.PLACE));
        Expr inner = minus(Ir.integer(4), Ir.integer(1));
        Interpreter interpreter = ir.call(
                        "DO", List.of(), Ir.assign("V", minus(Ir.integer(10), minus(Ir.integer(9), inner))))
                .interpreter();
        assertThat(call(interpreter, interpreter.initial(), 0, "DO").post().variable("V"))
                .isEqualTo(4);
    }

    private static Expr minus(Expr a, Expr b) {
        return new Expr.DefineCall("minus", List.of(a, b), Ir.INT);
    }

    @Test
    void procedureWithALocalNamedAsItsCallers_leavesTheCallersAlone() {
        Ir ir = new Ir().states("S").variable("V", Ir.INT);
        Protocol.Local n = Ir.local("n", Ir.INT);
        ir.procedures.add(
                new Machine.Procedure("spoil", List.of(n), List.of(), false, false, false, List.of(), "", Ir.PLACE));
        Interpreter interpreter = ir.call(
                        "DO",
                        List.of(n),
                        new Statement.Perform("spoil", List.of(Ir.integer(99)), DataKind.PLAIN, "", Ir.PLACE),
                        Ir.assign("V", Ir.of(n)))
                .interpreter();
        assertThat(call(interpreter, interpreter.initial(), 0, "DO", 5).post().variable("V"))
                .isEqualTo(5);
    }

    @Test
    void returnInsideAProcedure_endsTheWholeStep() {
        Ir ir = new Ir().states("S").variable("V", Ir.INT);
        ir.procedures.add(new Machine.Procedure(
                "give-up", List.of(), List.of(Ir.refuse()), false, true, false, List.of(), "", Ir.PLACE));
        Interpreter interpreter = ir.call(
                        "DO",
                        List.of(),
                        new Statement.Perform("give-up", List.of(), DataKind.PLAIN, "", Ir.PLACE),
                        Ir.assign("V", Ir.integer(1)))
                .interpreter();
        StepResult result = call(interpreter, interpreter.initial(), 0, "DO");
        assertThat(result.result()).isEqualTo(1);
        assertThat(result.post().variable("V")).isZero();
        assertThat(result.rule()).isEqualTo("all.DO");
    }

    @Test
    void ghostStatements_doNotExist() {
        Protocol.Local ghost = new Protocol.Local("g", Ir.INT, DataKind.GHOST);
        Ir ir = new Ir()
                .states("S")
                .variable("G", DataKind.GHOST, Ir.INT, Ir.integer(0))
                .variable("V", Ir.INT);
        Interpreter interpreter = ir.call(
                        "DO",
                        List.of(),
                        new Statement.Let(ghost, Ir.integer(1), DataKind.GHOST, "", Ir.PLACE),
                        new Statement.Assign("G", Ir.of(ghost), DataKind.GHOST, "", Ir.PLACE),
                        Ir.assign("V", Ir.integer(2)))
                .interpreter();
        MachineState post = call(interpreter, interpreter.initial(), 0, "DO").post();
        assertThat(post.snapshot()).containsExactly(0, 2);
    }

    @Test
    void runtimeVariables_areKeptApartFromTheSnapshot() {
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("SRTT", DataKind.RUNTIME, Ir.DURATION, Ir.nanos(5))
                .variable("V", Ir.INT)
                .call("DO", List.of(), new Statement.Assign("SRTT", Ir.nanos(7), DataKind.RUNTIME, "", Ir.PLACE))
                .interpreter();
        MachineState post = call(interpreter, interpreter.initial(), 0, "DO").post();
        assertThat(post.snapshot()).containsExactly(0, 0);
        assertThat(post.runtimeValues()).containsExactly(7);
        assertThat(interpreter.fromSnapshot(post.snapshot())).isEqualTo(interpreter.initial());
        assertThat(interpreter.fromSnapshot(post.snapshot(), post.runtimeValues()))
                .isEqualTo(post);
    }

    @Test
    void byState_looksAtTheStateEnteredBefore() {
        Ir ir = new Ir().states("A", "B").variable("V", Ir.INT);
        Machine.State a = ir.states.get(0);
        Machine.State b = ir.states.get(1);
        Statement byState = new Statement.ByState(
                List.of(
                        new Statement.Arm(List.of(a), null, List.of(Ir.assign("V", Ir.integer(1))), "", Ir.PLACE),
                        new Statement.Arm(List.of(b), a, List.of(Ir.assign("V", Ir.integer(2))), "", Ir.PLACE)),
                DataKind.PLAIN,
                "",
                Ir.PLACE);
        Interpreter interpreter = ir.call("DO", List.of(), Ir.goTo(b), byState).interpreter();
        StepResult result = call(interpreter, interpreter.initial(), 0, "DO");
        assertThat(result.post().state()).isEqualTo("A");
        assertThat(result.post().variable("V")).isEqualTo(2);
        assertThat(result.effects())
                .containsExactly(
                        new Effect.StateChanged("all.DO", "A", "B"), new Effect.StateChanged("all.DO", "B", "A"));
    }

    @Test
    void deleteTcb_isANewTcbButForGhosts() {
        Ir ir = new Ir().states("A", "B").variable("V", DataKind.PLAIN, Ir.INT, Ir.integer(4));
        Machine.Timer timer = ir.timer("T", Ir.nanos(10), 1, null, null);
        ir.stream("out", Machine.StreamKind.SEND);
        Protocol.Local data = Ir.local("data", Ir.OCTETS);
        Interpreter interpreter = ir.call(
                        "FILL",
                        List.of(data),
                        Ir.on(ir.streams.get(0), StreamOp.APPEND, Ir.of(data)),
                        Ir.assign("V", Ir.integer(9)),
                        Ir.start(timer, false),
                        Ir.goTo(ir.states.get(1)))
                .call("DELETE", List.of(), new Statement.DeleteTcb(DataKind.PLAIN, "", Ir.PLACE))
                .interpreter(8);
        MachineState full =
                call(interpreter, interpreter.initial(), 0, "FILL", 5).post();
        assertThat(full.snapshot()).containsExactly(1, 9, 10, 0, 5);
        StepResult deleted = call(interpreter, full, 1, "DELETE");
        assertThat(deleted.post()).isEqualTo(interpreter.initial());
        assertThat(deleted.effects())
                .containsExactly(
                        new Effect.TimerCancelled("all.DELETE", "T"), new Effect.StateChanged("all.DELETE", "B", "A"));
    }

    @Test
    void explorer_triesEveryCombinationOfChoices() {
        Protocol.Local again = Ir.local("again", Ir.BOOL);
        Protocol.Local n = Ir.local("n", new Type.Range(Ir.integer(1), Ir.integer(3)));
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("V", Ir.INT)
                .call(
                        "DO",
                        List.of(),
                        Ir.choose(again),
                        Ir.when(Ir.of(again), List.of(Ir.choose(n), Ir.assign("V", Ir.of(n))), List.of(Ir.refuse())))
                .interpreter();
        List<Outcome> outcomes =
                new Explorer(interpreter).outcomes(interpreter.initial(), new Occurrence.Call("DO", new long[0]), 0);
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.stream().map(o -> o.choices().toString()))
                .containsExactly("[again=0]", "[again=1, n=1]", "[again=1, n=2]", "[again=1, n=3]");
        assertThat(outcomes.stream().map(o -> o.result().post().variable("V"))).containsExactly(0L, 1L, 2L, 3L);
        assertThat(outcomes.get(0).result().result()).isEqualTo(1);
    }

    @Test
    void choiceWithoutValues_isAViolationTheExplorerReports() {
        Protocol.Local n = Ir.local("n", new Type.Range(Ir.integer(1), Ir.var("V", Ir.INT)));
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("V", Ir.INT)
                .call("DO", List.of(), Ir.choose(n))
                .interpreter();
        List<Outcome> outcomes =
                new Explorer(interpreter).outcomes(interpreter.initial(), new Occurrence.Call("DO", new long[0]), 0);
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).violation()).hasMessageContaining("the choice `n` has nothing to choose from: 1..0");
    }

    @Test
    void recordedChoices_mustBeTheOnesTheStepMakes() {
        Protocol.Local n = Ir.local("n", new Type.Range(Ir.integer(1), Ir.integer(3)));
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("V", Ir.INT)
                .call("DO", List.of(), Ir.choose(n))
                .interpreter();
        Occurrence event = new Occurrence.Call("DO", new long[0]);
        assertThatThrownBy(() -> interpreter.step(
                        interpreter.initial(), event, 0, ChoiceSource.scripted(List.of(new ChoiceMade("m", 1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chooses `n` where `m` was recorded");
        assertThatThrownBy(() -> interpreter.step(interpreter.initial(), event, 0, ChoiceSource.scripted(List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no value was recorded");
        assertThatThrownBy(() -> interpreter.step(
                        interpreter.initial(), event, 0, ChoiceSource.scripted(List.of(new ChoiceMade("n", 4)))))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("the choice `n` is 4, which is outside 1..3");
        ScriptedChoices script = ChoiceSource.scripted(List.of(new ChoiceMade("n", 2), new ChoiceMade("more", 1)));
        interpreter.step(interpreter.initial(), event, 0, script);
        assertThat(script.unused()).containsExactly(new ChoiceMade("more", 1));
    }

    @Test
    void eventsThatDoNotExist_areRefused() {
        Interpreter interpreter =
                new Ir().states("S").variable("V", Ir.INT).call("DO", List.of()).interpreter();
        assertThatThrownBy(() -> call(interpreter, interpreter.initial(), 0, "DONT"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no call `DONT`");
        assertThatThrownBy(() -> call(interpreter, interpreter.initial(), 0, "DO", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("comes with 0 values [], not 1");
    }
}
