package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Type;

/**
 * An expression resolved, and the data it depends on.
 *
 * @param expr null when it could not be resolved; that has been reported, and what uses it keeps silent
 */
record Value(Expr expr, Flow flow) {
    static final Value WRONG = new Value(null, Flow.PLAIN);

    static Value plain(Expr expr) {
        return new Value(expr, Flow.PLAIN);
    }

    boolean isWrong() {
        return expr == null;
    }

    Type type() {
        return expr.type();
    }
}
