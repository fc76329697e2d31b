package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Expr;
import java.util.OptionalLong;

/** Evaluates what is known before the machine runs: integers as they are, durations in nanoseconds, truth values as 0 and 1. */
final class Constants {
    private static final long FOREVER = Long.MAX_VALUE;

    private Constants() {}

    /** Empty when the expression is not constant, overflows or divides by zero. */
    static OptionalLong value(Expr expr, int profile) {
        try {
            return OptionalLong.of(evaluate(expr, profile));
        } catch (ArithmeticException | NotConstant unknown) {
            return OptionalLong.empty();
        }
    }

    static boolean isConstant(Expr expr) {
        return value(expr, 0).isPresent() || expr instanceof Expr.EnumLiteral || expr instanceof Expr.FlagsValue;
    }

    /** Not an error but an answer. */
    private static final class NotConstant extends RuntimeException {
        NotConstant() {
            super(null, null, false, false);
        }
    }

    private static long evaluate(Expr expr, int profile) {
        if (expr instanceof Expr.IntLiteral literal) {
            return literal.value();
        } else if (expr instanceof Expr.DurationLiteral literal) {
            return literal.nanos();
        } else if (expr instanceof Expr.BoolLiteral literal) {
            return literal.value() ? 1 : 0;
        } else if (expr instanceof Expr.ParameterRef ref) {
            return ref.parameter().values().isEmpty()
                    ? unknown()
                    : evaluate(ref.parameter().values().get(profile), profile);
        } else if (expr instanceof Expr.Unary unary) {
            long operand = evaluate(unary.operand(), profile);
            return unary.op() == Expr.UnaryOp.NOT ? 1 - operand : Math.negateExact(operand);
        } else if (expr instanceof Expr.Conditional choice) {
            return evaluate(choice.condition(), profile) != 0
                    ? evaluate(choice.then(), profile)
                    : evaluate(choice.otherwise(), profile);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary, evaluate(binary.left(), profile), evaluate(binary.right(), profile));
        }
        return unknown();
    }

    private static long unknown() {
        throw new NotConstant();
    }

    private static long binary(Expr.Binary node, long left, long right) {
        boolean endless = Types.isDuration(node.type()) && (left == FOREVER || right == FOREVER);
        return switch (node.op()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> endless ? FOREVER : arithmetic(node.op(), left, right);
            case MIN -> Math.min(left, right);
            case MAX -> Math.max(left, right);
            case AND -> left & right;
            case OR -> left | right;
            case IMPLIES -> (1 - left) | right;
            case EQ -> left == right ? 1 : 0;
            case NE -> left != right ? 1 : 0;
            case LT -> left < right ? 1 : 0;
            case LE -> left <= right ? 1 : 0;
            case GT -> left > right ? 1 : 0;
            case GE -> left >= right ? 1 : 0;
            default -> unknown();
        };
    }

    private static long arithmetic(Expr.BinaryOp op, long left, long right) {
        return switch (op) {
            case ADD -> Math.addExact(left, right);
            case SUBTRACT -> Math.subtractExact(left, right);
            case MULTIPLY -> Math.multiplyExact(left, right);
            default -> left / right;
        };
    }
}
