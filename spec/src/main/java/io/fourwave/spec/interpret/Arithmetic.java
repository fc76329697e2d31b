package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Type;

/**
 * The operators. Integers are 32 bits wide: beyond that the spec is at fault, as it would be in TLC. Division rounds down.
 * Durations saturate: forever stays forever whatever is added, taken away or multiplied.
 */
final class Arithmetic {
    private final long modulus;

    Arithmetic(long modulus) {
        this.modulus = modulus;
    }

    Value binary(Expr.Binary node, Value left, Value right) {
        boolean duration = Encoding.isDuration(node.type());
        return switch (node.op()) {
            case AND -> x -> left.holds(x) && right.holds(x) ? 1 : 0;
            case OR -> x -> left.holds(x) || right.holds(x) ? 1 : 0;
            case IMPLIES -> x -> !left.holds(x) || right.holds(x) ? 1 : 0;
            case ADD ->
                duration ? x -> addDurations(left.of(x), right.of(x)) : x -> checked(left.of(x) + right.of(x), x);
            case SUBTRACT ->
                duration
                        ? x -> subtractDurations(left.of(x), right.of(x), x)
                        : x -> checked(left.of(x) - right.of(x), x);
            case MULTIPLY -> duration ? scale(node, left, right) : x -> checked(left.of(x) * right.of(x), x);
            case DIVIDE ->
                duration
                        ? x -> divideDuration(left.of(x), right.of(x), x)
                        : x -> checked(Math.floorDiv(left.of(x), divisor(right.of(x), x)), x);
            case MIN -> x -> Math.min(left.of(x), right.of(x));
            case MAX -> x -> Math.max(left.of(x), right.of(x));
            case EQ -> x -> left.of(x) == right.of(x) ? 1 : 0;
            case NE -> x -> left.of(x) != right.of(x) ? 1 : 0;
            case LT -> x -> left.of(x) < right.of(x) ? 1 : 0;
            case LE -> x -> left.of(x) <= right.of(x) ? 1 : 0;
            case GT -> x -> left.of(x) > right.of(x) ? 1 : 0;
            case GE -> x -> left.of(x) >= right.of(x) ? 1 : 0;
            case SEQ_ADD -> x -> Math.floorMod(left.of(x) + right.of(x), modulus);
            case SEQ_SUBTRACT -> x -> Math.floorMod(left.of(x) - right.of(x), modulus);
            case SEQ_DISTANCE -> x -> distance(left.of(x), right.of(x));
            case SEQ_LT -> x -> distance(right.of(x), left.of(x)) > 0 ? 1 : 0;
            case SEQ_LE -> x -> distance(right.of(x), left.of(x)) >= 0 ? 1 : 0;
            case SEQ_GT -> x -> distance(left.of(x), right.of(x)) > 0 ? 1 : 0;
            case SEQ_GE -> x -> distance(left.of(x), right.of(x)) >= 0 ? 1 : 0;
        };
    }

    Value negate(Type type, Value operand) {
        return Encoding.isDuration(type)
                ? x -> subtractDurations(0, operand.of(x), x)
                : x -> checked(-operand.of(x), x);
    }

    /** {@code a - b}, signed, in [-modulus/2, modulus/2). */
    private long distance(long a, long b) {
        long half = modulus / 2;
        return Math.floorMod(a - b + half, modulus) - half;
    }

    private static long checked(long value, Execution x) {
        if (value != (int) value) {
            throw x.violation("the integer " + value + " does not fit 32 bits");
        }
        return value;
    }

    private static long divisor(long value, Execution x) {
        if (value == 0) {
            throw x.violation("division by zero");
        }
        return value;
    }

    /** Of a duration by the integer on either side. */
    private static Value scale(Expr.Binary node, Value left, Value right) {
        return Encoding.isDuration(node.left().type())
                ? x -> scale(left.of(x), right.of(x), x)
                : x -> scale(right.of(x), left.of(x), x);
    }

    private static long scale(long nanos, long times, Execution x) {
        if (times < 0) {
            throw x.violation("a duration times " + times);
        }
        return scale(nanos, times);
    }

    /** Saturates; {@code times} is not negative. */
    static long scale(long nanos, long times) {
        if (nanos == Encoding.FOREVER) {
            return Encoding.FOREVER;
        }
        long high = Math.multiplyHigh(nanos, times);
        long low = nanos * times;
        return high == 0 && low >= 0 || high == -1 && low < 0 ? low : Encoding.FOREVER;
    }

    /** Saturates. */
    static long addDurations(long a, long b) {
        if (a == Encoding.FOREVER || b == Encoding.FOREVER) {
            return Encoding.FOREVER;
        }
        long sum = a + b;
        return a > 0 && b > 0 && sum < 0 ? Encoding.FOREVER : sum;
    }

    private static long subtractDurations(long a, long b, Execution x) {
        if (b == Encoding.FOREVER) {
            throw x.violation("forever is taken away from a duration");
        }
        return addDurations(a, -b);
    }

    private static long divideDuration(long nanos, long by, Execution x) {
        divisor(by, x);
        return nanos == Encoding.FOREVER ? Encoding.FOREVER : Math.floorDiv(nanos, by);
    }
}
