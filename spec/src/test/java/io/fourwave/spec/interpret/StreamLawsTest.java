package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Expr.BinaryOp;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.StreamOp;
import io.fourwave.spec.ir.StreamQuery;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Streams against a model that keeps every octet in an array of booleans. */
class StreamLawsTest {
    private static final int CAPACITY = 12;

    /** Queries of both streams are kept in variables by the call LOOK. */
    private static Interpreter interpreter() {
        Ir ir = new Ir().states("S");
        Machine.Stream out = ir.stream("out", Machine.StreamKind.SEND);
        Machine.Stream in = ir.stream("in", Machine.StreamKind.RECEIVE);
        Protocol.Local n = Ir.local("n", Ir.INT);
        Protocol.Local data = Ir.local("data", Ir.OCTETS);
        for (String name : List.of("length", "free", "ready", "readable", "ahead", "room", "slice")) {
            ir.variable(name, Ir.INT);
        }
        ir.call("APPEND", List.of(data), Ir.on(out, StreamOp.APPEND, Ir.of(data)))
                .call("RELEASE", List.of(n), Ir.on(out, StreamOp.RELEASE, Ir.of(n)))
                .call("PLACE", List.of(n, data), Ir.on(in, StreamOp.PLACE, Ir.of(n), Ir.of(data)))
                .call("COMMIT", List.of(n), Ir.on(in, StreamOp.COMMIT, Ir.of(n)))
                .call("TAKE", List.of(n), Ir.on(in, StreamOp.TAKE, Ir.of(n)))
                .call("CLEAR", List.of(), Ir.on(out, StreamOp.CLEAR), Ir.on(in, StreamOp.CLEAR))
                .call(
                        "LOOK",
                        List.of(),
                        Ir.assign("length", Ir.read(out, StreamQuery.LENGTH)),
                        Ir.assign("free", Ir.read(out, StreamQuery.FREE)),
                        Ir.assign("ready", Ir.read(in, StreamQuery.READY)),
                        Ir.assign("readable", Ir.read(in, StreamQuery.READABLE)),
                        Ir.assign("ahead", Ir.read(in, StreamQuery.AHEAD)),
                        Ir.assign("room", Ir.read(in, StreamQuery.FREE)))
                .call(
                        "SLICE",
                        List.of(n),
                        Ir.assign(
                                "slice",
                                new Expr.OctetsLength(
                                        new Expr.Slice(
                                                out,
                                                Ir.of(n),
                                                Ir.binary(
                                                        BinaryOp.SUBTRACT,
                                                        Ir.read(out, StreamQuery.LENGTH),
                                                        Ir.of(n),
                                                        Ir.INT),
                                                Ir.OCTETS),
                                        Ir.INT)));
        return ir.interpreter(CAPACITY, CAPACITY);
    }

    private final Interpreter interpreter = interpreter();

    private MachineState call(MachineState pre, String name, long... args) {
        return interpreter
                .step(pre, new Occurrence.Call(name, args), 0, ChoiceSource.none())
                .post();
    }

    /** What octets a receiver holds, beyond the edge: place i is the octet i after it. */
    private static final class Naive {
        boolean[] held = new boolean[CAPACITY * 3];
        int readable;

        void place(int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (i >= 0 && i < CAPACITY - readable) {
                    held[i] = true;
                }
            }
        }

        int ready() {
            int ready = 0;
            while (held[ready]) {
                ready++;
            }
            return ready;
        }

        void commit(int n) {
            boolean[] moved = new boolean[held.length];
            System.arraycopy(held, n, moved, 0, held.length - n);
            held = moved;
            readable += n;
        }

        long[] snapshot() {
            List<Long> values = new ArrayList<>(List.of((long) readable, (long) ready(), 0L));
            for (int i = ready(); i < held.length; i++) {
                if (held[i] && !held[i - 1]) {
                    int end = i;
                    while (held[end]) {
                        end++;
                    }
                    values.add((long) i);
                    values.add((long) end - i);
                    values.set(2, values.get(2) + 1);
                }
            }
            return values.stream().mapToLong(Long::longValue).toArray();
        }
    }

    record Op(int kind, int a, int b) {}

    @Provide
    Arbitrary<List<Op>> operations() {
        Arbitrary<Op> one = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
                        Arbitraries.integers().between(-3, CAPACITY + 2),
                        Arbitraries.integers().between(0, CAPACITY))
                .as(Op::new);
        return one.list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 1000)
    void receiveStream_holdsExactlyTheOctetsPlacedWithinItsRoom(@ForAll("operations") List<Op> operations) {
        Naive naive = new Naive();
        MachineState state = interpreter.initial();
        for (Op op : operations) {
            switch (op.kind()) {
                case 0 -> {
                    naive.place(op.a(), op.b());
                    state = call(state, "PLACE", op.a(), op.b());
                }
                case 1 -> {
                    int n = Math.min(op.b(), naive.ready());
                    naive.commit(n);
                    state = call(state, "COMMIT", n);
                }
                default -> {
                    int n = Math.min(op.b(), naive.readable);
                    naive.readable -= n;
                    state = call(state, "TAKE", n);
                }
            }
            assertThat(state.stream("in")).isEqualTo(naive.snapshot());
            MachineState looked = call(state, "LOOK");
            long[] snapshot = naive.snapshot();
            assertThat(looked.variable("readable")).isEqualTo(naive.readable);
            assertThat(looked.variable("ready")).isEqualTo(naive.ready());
            assertThat(looked.variable("room")).isEqualTo(CAPACITY - naive.readable);
            long ahead = 0;
            for (int i = 4; i < snapshot.length; i += 2) {
                ahead += snapshot[i];
            }
            assertThat(looked.variable("ahead")).isEqualTo(ahead);
            assertThat(interpreter.fromSnapshot(state.snapshot())).isEqualTo(state);
        }
    }

    @Test
    void rangesThatTouch_areOne() {
        MachineState state = call(call(interpreter.initial(), "PLACE", 4, 2), "PLACE", 6, 1);
        assertThat(state.stream("in")).containsExactly(0, 0, 1, 4, 3);
        assertThat(call(state, "PLACE", 0, 4).stream("in")).containsExactly(0, 7, 0);
    }

    @Test
    void sendStream_countsWhatIsAppendedAndReleased() {
        MachineState state = call(call(call(interpreter.initial(), "APPEND", 7), "RELEASE", 3), "LOOK");
        assertThat(state.variable("length")).isEqualTo(4);
        assertThat(state.variable("free")).isEqualTo(8);
        assertThat(call(state, "SLICE", 1).variable("slice")).isEqualTo(3);
        assertThat(call(state, "CLEAR").stream("out")).containsExactly(0);
    }

    @Test
    void moreThanThereIs_isAViolation() {
        MachineState state = call(call(interpreter.initial(), "APPEND", 3), "PLACE", 0, 2);
        assertThatThrownBy(() -> call(state, "APPEND", 10))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("room for 9");
        assertThatThrownBy(() -> call(state, "RELEASE", 4))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("holds 3");
        assertThatThrownBy(() -> call(state, "COMMIT", 3))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("2 ready");
        assertThatThrownBy(() -> call(state, "TAKE", 1))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("holds 0");
        assertThatThrownBy(() -> call(state, "SLICE", 4))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("holds 3");
    }
}
