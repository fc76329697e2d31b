package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Type;

/** Types of the spec as TLA+ sees them: flags are sets of names, members and states are strings, durations are ticks, octets are tokens. */
final class Values {
    private Values() {}

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static String zero(Type type) {
        if (type instanceof Type.Bool) {
            return "FALSE";
        }
        if (type instanceof Type.Enumeration enumeration) {
            return quoted(enumeration.members().get(0));
        }
        if (type instanceof Type.Flags) {
            return "{}";
        }
        return type instanceof Type.Octets ? "<<>>" : "0";
    }

    static String duration(Expr.DurationLiteral literal) {
        if (literal.nanos() == 0) {
            return "0";
        }
        if (literal.nanos() == Long.MAX_VALUE) {
            return "FOREVER";
        }
        throw new ExportException(
                "a duration of " + literal.nanos() + " ns cannot be told in ticks",
                "make it a parameter and let each scenario say how many ticks it is");
    }
}
