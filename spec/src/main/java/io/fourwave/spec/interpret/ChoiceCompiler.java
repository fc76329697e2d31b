package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Type;

/** A {@code choose}: its bounds are evaluated when it comes up, its value asked of the step's source. */
final class ChoiceCompiler {
    private final Program program;
    private final ExprCompiler exprs;

    ChoiceCompiler(Program program, ExprCompiler exprs) {
        this.program = program;
        this.exprs = exprs;
    }

    Value compile(Machine.Choice choice) {
        String name = choice.local().name();
        String policy = choice.policy().name();
        Type type = choice.local().type();
        Value low = bound(type, 0);
        Value high = bound(type, 1);
        return x -> {
            long from = low.of(x);
            long to = high.of(x);
            if (from > to) {
                throw x.violation("the choice `" + name + "` has nothing to choose from: " + Encoding.text(type, from)
                        + ".." + Encoding.text(type, to));
            }
            long value = x.source.choose(new ChoiceRequest(name, policy, type, from, to));
            if (value < from || value > to) {
                throw x.violation("the choice `" + name + "` is " + Encoding.text(type, value) + ", which is outside "
                        + Encoding.text(type, from) + ".." + Encoding.text(type, to));
            }
            x.choices.add(new ChoiceMade(name, value));
            return value;
        };
    }

    private Value bound(Type type, int side) {
        if (type instanceof Type.Range range) {
            Expr bound = side == 0 ? range.low() : range.high();
            return exprs.compile(bound);
        }
        if (type instanceof Type.Duration) {
            long limit = side == 0 ? 0 : Encoding.FOREVER;
            return x -> limit;
        }
        Ranges.Bounds bounds = program.ranges.of(type);
        long limit = side == 0 ? bounds.low() : bounds.high();
        return x -> limit;
    }
}
