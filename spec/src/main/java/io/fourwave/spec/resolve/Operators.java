package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Type;

/** Which operator an operator sign means for operands of which types. */
final class Operators {
    private final Diagnostics diagnostics;

    Operators(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Expr arithmetic(char sign, Expr left, Expr right, Place place) {
        Type l = left.type();
        Type r = right.type();
        boolean ints = Types.isInt(l) && Types.isInt(r);
        boolean durations = Types.isDuration(l) && Types.isDuration(r);
        switch (sign) {
            case '+':
                if (Types.isSeq(l) && Types.isInt(r)) {
                    return binary(Expr.BinaryOp.SEQ_ADD, left, right, Types.SEQ);
                } else if (Types.isInt(l) && Types.isSeq(r)) {
                    return binary(Expr.BinaryOp.SEQ_ADD, right, left, Types.SEQ);
                } else if (ints || durations) {
                    return binary(Expr.BinaryOp.ADD, left, right, Types.base(l));
                }
                break;
            case '-':
                if (Types.isSeq(l) && Types.isSeq(r)) {
                    return binary(Expr.BinaryOp.SEQ_DISTANCE, left, right, Types.INT);
                } else if (Types.isSeq(l) && Types.isInt(r)) {
                    return binary(Expr.BinaryOp.SEQ_SUBTRACT, left, right, Types.SEQ);
                } else if (ints || durations) {
                    return binary(Expr.BinaryOp.SUBTRACT, left, right, Types.base(l));
                }
                break;
            case '*':
                // The duration stands on the left in the IR, wherever the source has it.
                if (Types.isInt(l) && Types.isDuration(r)) {
                    return binary(Expr.BinaryOp.MULTIPLY, right, left, Types.DURATION);
                } else if (ints || (Types.isDuration(l) && Types.isInt(r))) {
                    return binary(Expr.BinaryOp.MULTIPLY, left, right, Types.base(l));
                }
                break;
            default:
                if (ints || (Types.isDuration(l) && Types.isInt(r))) {
                    return divide(left, right, place);
                }
        }
        return undefined("`" + sign + "`", l, r, place);
    }

    private Expr divide(Expr left, Expr right, Place place) {
        if (right instanceof Expr.IntLiteral literal && literal.value() == 0) {
            diagnostics.add(DiagnosticCode.OUT_OF_RANGE, place, "division by zero");
            return null;
        }
        return binary(Expr.BinaryOp.DIVIDE, left, right, Types.base(left.type()));
    }

    Expr comparison(String sign, Expr left, Expr right, boolean inWorld, Place place) {
        Type l = left.type();
        Type r = right.type();
        boolean equality = sign.equals("=") || sign.equals("/=");
        if (equality && Types.same(l, r) && (inWorld || !Types.isOctets(l))) {
            return binary(sign.equals("=") ? Expr.BinaryOp.EQ : Expr.BinaryOp.NE, left, right, Types.BOOL);
        }
        if (!equality && Types.isSeq(l) && Types.isSeq(r)) {
            return binary(seqOrder(sign), left, right, Types.BOOL);
        }
        boolean ordered = (Types.isInt(l) && Types.isInt(r)) || (Types.isDuration(l) && Types.isDuration(r));
        if (!equality && ordered) {
            return binary(order(sign), left, right, Types.BOOL);
        }
        return undefined("`" + sign + "`", l, r, place);
    }

    private static Expr.BinaryOp seqOrder(String sign) {
        return switch (sign) {
            case "<" -> Expr.BinaryOp.SEQ_LT;
            case "=<" -> Expr.BinaryOp.SEQ_LE;
            case ">" -> Expr.BinaryOp.SEQ_GT;
            default -> Expr.BinaryOp.SEQ_GE;
        };
    }

    private static Expr.BinaryOp order(String sign) {
        return switch (sign) {
            case "<" -> Expr.BinaryOp.LT;
            case "=<" -> Expr.BinaryOp.LE;
            case ">" -> Expr.BinaryOp.GT;
            default -> Expr.BinaryOp.GE;
        };
    }

    /** {@code min} and {@code max}. */
    Expr extreme(Expr.BinaryOp op, String name, Expr left, Expr right, Place place) {
        boolean ints = Types.isInt(left.type()) && Types.isInt(right.type());
        boolean durations = Types.isDuration(left.type()) && Types.isDuration(right.type());
        return ints || durations
                ? binary(op, left, right, Types.base(left.type()))
                : undefined("`" + name + "`", left.type(), right.type(), place);
    }

    static Expr binary(Expr.BinaryOp op, Expr left, Expr right, Type type) {
        return new Expr.Binary(op, left, right, type);
    }

    private Expr undefined(String sign, Type left, Type right, Place place) {
        String help = "";
        boolean mixed =
                (Types.isInt(left) && Types.isDuration(right)) || (Types.isDuration(left) && Types.isInt(right));
        if (mixed) {
            help = "durations carry a unit, as in `200ms`";
        } else if (Types.isOctets(left) && Types.isOctets(right)) {
            help = "rules never look into octets; compare their `length( )`";
        }
        diagnostics.add(Diagnostic.of(
                        DiagnosticCode.OPERATOR_TYPES,
                        place,
                        sign + " is not defined for " + Types.describe(left) + " and " + Types.describe(right))
                .help(help));
        return null;
    }
}
