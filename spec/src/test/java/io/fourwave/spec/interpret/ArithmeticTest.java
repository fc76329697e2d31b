package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Expr.BinaryOp;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Operators, through a machine whose call DO stores {@code a op b}. */
class ArithmeticTest {
    private static final long MODULUS = 1L << 32;

    private static long apply(BinaryOp op, Type operands, Type result, long a, long b) {
        return apply(op, operands, operands, result, a, b);
    }

    private static long apply(BinaryOp op, Type left, Type right, Type result, long a, long b) {
        Protocol.Local x = Ir.local("a", left);
        Protocol.Local y = Ir.local("b", right);
        Interpreter interpreter = new Ir()
                .states("S")
                .variable("R", result)
                .call("DO", List.of(x, y), Ir.assign("R", Ir.binary(op, Ir.of(x), Ir.of(y), result)))
                .interpreter();
        return interpreter
                .step(interpreter.initial(), new Occurrence.Call("DO", new long[] {a, b}), 0, ChoiceSource.none())
                .post()
                .variable("R");
    }

    private static boolean compare(BinaryOp op, long a, long b) {
        return apply(op, Ir.SEQ, Ir.BOOL, a, b) == 1;
    }

    /** RFC 9293 section 3.4: the comparison is of the signed 32-bit difference. */
    @Property(tries = 300)
    void seqComparison_isTheSignOfTheDifference(@ForAll int a, @ForAll int b) {
        long left = Integer.toUnsignedLong(a);
        long right = Integer.toUnsignedLong(b);
        assertThat(compare(BinaryOp.SEQ_LT, left, right)).isEqualTo(b - a > 0);
        assertThat(compare(BinaryOp.SEQ_LE, left, right)).isEqualTo(b - a >= 0);
        assertThat(compare(BinaryOp.SEQ_GT, left, right)).isEqualTo(a - b > 0);
        assertThat(compare(BinaryOp.SEQ_GE, left, right)).isEqualTo(a - b >= 0);
        assertThat(apply(BinaryOp.SEQ_DISTANCE, Ir.SEQ, Ir.INT, left, right)).isEqualTo(a - b);
    }

    @Property(tries = 300)
    void seqPlusInt_wrapsAt2To32(@ForAll int a, @ForAll int n) {
        long left = Integer.toUnsignedLong(a);
        assertThat(apply(BinaryOp.SEQ_ADD, Ir.SEQ, Ir.INT, Ir.SEQ, left, n)).isEqualTo(Integer.toUnsignedLong(a + n));
        assertThat(apply(BinaryOp.SEQ_SUBTRACT, Ir.SEQ, Ir.INT, Ir.SEQ, left, n))
                .isEqualTo(Integer.toUnsignedLong(a - n));
    }

    @Property(tries = 200)
    void intDivision_roundsDown(@ForAll int a, @ForAll @IntRange(min = 1, max = 100) int b) {
        assertThat(apply(BinaryOp.DIVIDE, Ir.INT, Ir.INT, a, b)).isEqualTo(Math.floorDiv(a, b));
    }

    @Property(tries = 200)
    void smallSequenceSpace_wrapsAtItsModulus(
            @ForAll @LongRange(min = 0, max = 15) long a, @ForAll @LongRange(min = 0, max = 15) long b) {
        Arithmetic small = new Arithmetic(16);
        Expr.Binary distance = new Expr.Binary(BinaryOp.SEQ_DISTANCE, null, null, Ir.INT);
        long d = small.binary(distance, x -> a, x -> b).of(null);
        assertThat(d).isBetween(-8L, 7L);
        assertThat(Math.floorMod(b + d, 16)).isEqualTo((int) a);
    }

    @Test
    void numbersHalfTheSpaceApart_areInNoOrder() {
        assertThat(compare(BinaryOp.SEQ_LT, 0, MODULUS / 2)).isFalse();
        assertThat(compare(BinaryOp.SEQ_GT, 0, MODULUS / 2)).isFalse();
    }

    @Test
    void intBeyond32Bits_isAViolation() {
        assertThatThrownBy(() -> apply(BinaryOp.ADD, Ir.INT, Ir.INT, Integer.MAX_VALUE, 1))
                .isInstanceOf(SpecViolation.class)
                .hasMessage("the integer 2147483648 does not fit 32 bits, in rule all.DO (test.wave:7:3)");
    }

    @Test
    void divisionByZero_isAViolation() {
        assertThatThrownBy(() -> apply(BinaryOp.DIVIDE, Ir.INT, Ir.INT, 1, 0))
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining("division by zero");
    }

    @Test
    void forever_staysForever() {
        long forever = Encoding.FOREVER;
        assertThat(apply(BinaryOp.ADD, Ir.DURATION, Ir.DURATION, forever, 5)).isEqualTo(forever);
        assertThat(apply(BinaryOp.SUBTRACT, Ir.DURATION, Ir.DURATION, forever, 5))
                .isEqualTo(forever);
        assertThat(apply(BinaryOp.MULTIPLY, Ir.DURATION, Ir.INT, Ir.DURATION, forever, 2))
                .isEqualTo(forever);
        assertThat(apply(BinaryOp.DIVIDE, Ir.DURATION, Ir.INT, Ir.DURATION, forever, 2))
                .isEqualTo(forever);
        assertThat(apply(BinaryOp.MIN, Ir.DURATION, Ir.DURATION, forever, 2)).isEqualTo(2);
    }

    @Test
    void durationThatOverflows_isForever() {
        assertThat(apply(BinaryOp.MULTIPLY, Ir.DURATION, Ir.INT, Ir.DURATION, Long.MAX_VALUE / 2, 3))
                .isEqualTo(Encoding.FOREVER);
        assertThat(apply(BinaryOp.ADD, Ir.DURATION, Ir.DURATION, Long.MAX_VALUE - 1, 2))
                .isEqualTo(Encoding.FOREVER);
    }

    @Test
    void intTimesDuration_isADurationToo() {
        assertThat(apply(BinaryOp.MULTIPLY, Ir.INT, Ir.DURATION, Ir.DURATION, 3, 7))
                .isEqualTo(21);
    }

    @Test
    void logic_asUsual() {
        assertThat(apply(BinaryOp.IMPLIES, Ir.BOOL, Ir.BOOL, 0, 0)).isEqualTo(1);
        assertThat(apply(BinaryOp.IMPLIES, Ir.BOOL, Ir.BOOL, 1, 0)).isZero();
        assertThat(apply(BinaryOp.AND, Ir.BOOL, Ir.BOOL, 1, 0)).isZero();
        assertThat(apply(BinaryOp.OR, Ir.BOOL, Ir.BOOL, 1, 0)).isEqualTo(1);
    }
}
