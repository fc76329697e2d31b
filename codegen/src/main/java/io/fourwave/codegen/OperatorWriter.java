package io.fourwave.codegen;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Expr.BinaryOp;

/**
 * Operators. Integers are 32 bits; division rounds down; durations saturate at forever, so their arithmetic is a method; sequence
 * numbers compare by a method, whose name says that it is not the comparison of integers.
 */
final class OperatorWriter {
    private final ExpressionWriter expressions;

    OperatorWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    Code unary(Expr.Unary node) {
        return switch (node.op()) {
            case NOT -> not(node.operand());
            case NEGATE ->
                duration(node)
                        ? Code.primary("$T.minus(0, $L)", RuntimeNames.NANOS, expressions.block(node.operand()))
                        : Code.of(
                                Code.UNARY,
                                "-$L",
                                expressions.write(node.operand()).in(Code.PRIMARY));
        };
    }

    /** The condition's opposite, spelled as a person would: {@code a >= b} rather than {@code !(a < b)}. */
    Code not(Expr condition) {
        if (condition instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
            return expressions.write(unary.operand());
        }
        if (condition instanceof Expr.HasFlag hasFlag) {
            return expressions.hasFlag(hasFlag, "==");
        }
        if (condition instanceof Expr.BoolLiteral literal) {
            return Code.primary("$L", !literal.value());
        }
        if (condition instanceof Expr.Binary binary && opposite(binary.op()) != null) {
            return binary(new Expr.Binary(opposite(binary.op()), binary.left(), binary.right(), binary.type()));
        }
        return Code.of(Code.UNARY, "!$L", expressions.write(condition).in(Code.UNARY));
    }

    private static BinaryOp opposite(BinaryOp op) {
        return switch (op) {
            case EQ -> BinaryOp.NE;
            case NE -> BinaryOp.EQ;
            case LT -> BinaryOp.GE;
            case LE -> BinaryOp.GT;
            case GT -> BinaryOp.LE;
            case GE -> BinaryOp.LT;
            // Not the comparisons of sequence numbers: at half the number space all four are false.
            default -> null;
        };
    }

    Code binary(Expr.Binary node) {
        return switch (node.op()) {
            case AND -> infix(node, "$W&& ", Code.AND);
            case OR -> infix(node, "$W|| ", Code.OR);
            case IMPLIES ->
                Code.of(
                        Code.OR,
                        "$L$W|| $L",
                        not(node.left()).in(Code.OR),
                        expressions.write(node.right()).in(Code.OR));
            case ADD -> duration(node) ? method(node, "plus") : infix(node, " + ", Code.ADDITIVE);
            case SUBTRACT -> duration(node) ? method(node, "minus") : infix(node, " - ", Code.ADDITIVE);
            case MULTIPLY -> duration(node) ? times(node) : infix(node, " * ", Code.MULTIPLICATIVE);
            case DIVIDE -> duration(node) ? method(node, "dividedBy") : math(node, "floorDiv");
            case MIN -> math(node, "min");
            case MAX -> math(node, "max");
            case EQ -> equality(node, " == ");
            case NE -> equality(node, " != ");
            case LT -> infix(node, " < ", Code.RELATIONAL);
            case LE -> infix(node, " <= ", Code.RELATIONAL);
            case GT -> infix(node, " > ", Code.RELATIONAL);
            case GE -> infix(node, " >= ", Code.RELATIONAL);
            case SEQ_ADD -> infix(node, " + ", Code.ADDITIVE);
            case SEQ_SUBTRACT, SEQ_DISTANCE -> infix(node, " - ", Code.ADDITIVE);
            case SEQ_LT -> seq(node, "lessThan");
            case SEQ_LE -> seq(node, "lessOrEqual");
            case SEQ_GT -> seq(node, "greaterThan");
            case SEQ_GE -> seq(node, "greaterOrEqual");
        };
    }

    private Code equality(Expr.Binary node, String operator) {
        if (Types.kindOf(node.left().type()) == Types.Kind.OCTETS) {
            throw new IllegalArgumentException("the IR compares octets; only their lengths can be compared");
        }
        return infix(node, operator, Code.EQUALITY);
    }

    /** Left to right: the right operand needs parentheses at equal precedence, but where the order does not matter. */
    private Code infix(Expr.Binary node, String operator, int precedence) {
        boolean associative = precedence == Code.AND || precedence == Code.OR;
        return Code.of(
                precedence,
                "$L" + operator + "$L",
                expressions.write(node.left()).in(precedence == Code.OR ? Code.OR : precedence),
                expressions.write(node.right()).in(associative ? precedence : precedence + 1));
    }

    private Code method(Expr.Binary node, String name) {
        return call(RuntimeNames.NANOS, name, node.left(), node.right());
    }

    private Code times(Expr.Binary node) {
        boolean durationFirst = Types.kindOf(node.left().type()) == Types.Kind.DURATION;
        return durationFirst ? method(node, "times") : call(RuntimeNames.NANOS, "times", node.right(), node.left());
    }

    private Code seq(Expr.Binary node, String name) {
        return call(RuntimeNames.SEQ, name, node.left(), node.right());
    }

    private Code math(Expr.Binary node, String name) {
        return call(Math.class, name, node.left(), node.right());
    }

    private Code call(Object type, String name, Expr left, Expr right) {
        return Code.primary("$T.$L($L,$W$L)", type, name, expressions.block(left), expressions.block(right));
    }

    private static boolean duration(Expr node) {
        return Types.kindOf(node.type()) == Types.Kind.DURATION;
    }
}
