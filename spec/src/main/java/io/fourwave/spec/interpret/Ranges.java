package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Type;
import java.util.function.ToLongFunction;

/** Which values a type admits. The bounds of a declared range depend on parameters only. */
final class Ranges {
    /** Smallest and largest value, inclusive, and the type they are of. */
    record Bounds(Type type, long low, long high) {
        boolean admit(long value) {
            return value >= low && value <= high;
        }

        /** What is wrong with a value not admitted, to follow "is" or "becomes". */
        String problem(long value) {
            return Encoding.text(type, value) + ", which is outside " + Encoding.text(type, low) + ".."
                    + Encoding.text(type, high);
        }
    }

    private final long modulus;
    private final ToLongFunction<Expr> constants;

    Ranges(long modulus, ToLongFunction<Expr> constants) {
        this.modulus = modulus;
        this.constants = constants;
    }

    Bounds of(Type type) {
        if (type instanceof Type.Bool) {
            return new Bounds(type, 0, 1);
        }
        if (type instanceof Type.Int) {
            return new Bounds(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type instanceof Type.Range range) {
            return new Bounds(type, constants.applyAsLong(range.low()), constants.applyAsLong(range.high()));
        }
        if (type instanceof Type.Seq) {
            return new Bounds(type, 0, modulus - 1);
        }
        if (type instanceof Type.Enumeration enumeration) {
            return new Bounds(type, 0, enumeration.members().size() - 1);
        }
        if (type instanceof Type.Flags flags) {
            return new Bounds(type, 0, (1L << flags.members().size()) - 1);
        }
        if (type instanceof Type.Octets) {
            return new Bounds(type, 0, Integer.MAX_VALUE);
        }
        return new Bounds(type, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
