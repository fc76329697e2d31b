package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Term;
import java.util.OptionalLong;

/** Resolves expressions to a wanted type. */
final class Expressions {
    private final Symbols symbols;
    private final NameLookup names;
    private final Operators operators;

    Expressions(Symbols symbols) {
        this.symbols = symbols;
        this.names = new NameLookup(symbols);
        this.operators = new Operators(symbols.diagnostics);
    }

    /** Of any type; {@code hint} tells what a literal or a member of an enumeration may be, null for anything. */
    Value any(Term term, Scope scope, Type hint) {
        return term.accept(new Typing(symbols, this, names, operators, scope, hint));
    }

    /** Of exactly this type, or a reported error. */
    Value wanted(Term term, Scope scope, Type wanted) {
        Value value = any(term, scope, wanted);
        if (value.isWrong()) {
            return value;
        }
        if (!Types.same(value.type(), wanted)) {
            mismatch(term.place(), value.type(), wanted);
            return Value.WRONG;
        }
        checkRange(value.expr(), wanted, term.place());
        return value;
    }

    Value condition(Term term, Scope scope) {
        return wanted(term, scope, Types.BOOL);
    }

    void mismatch(Place place, Type found, Type wanted) {
        String help = "";
        if (Types.isDuration(wanted) && Types.isInt(found)) {
            help = "durations carry a unit, as in `200ms` or `2*MSL`";
        } else if (Types.isInt(wanted) && Types.isSeq(found)) {
            help = "the distance of two sequence numbers is an `int`: `a - b`";
        }
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.TYPE_MISMATCH,
                        place,
                        "expected " + Types.describe(wanted) + ", found " + Types.describe(found))
                .help(help));
    }

    /** A constant outside the range it is given to, in any profile. */
    void checkRange(Expr expr, Type wanted, Place place) {
        if (!(wanted instanceof Type.Range range)) {
            return;
        }
        int outside = 0;
        String first = "";
        for (int profile = 0; profile < symbols.profiles.size(); profile++) {
            OptionalLong value = Constants.value(expr, profile);
            OptionalLong low = Constants.value(range.low(), profile);
            OptionalLong high = Constants.value(range.high(), profile);
            boolean below = value.isPresent() && low.isPresent() && value.getAsLong() < low.getAsLong();
            boolean above = value.isPresent() && high.isPresent() && value.getAsLong() > high.getAsLong();
            if ((below || above) && outside++ == 0) {
                first = value.getAsLong() + " is outside " + bound(low) + ".." + bound(high);
                first += " in profile `" + symbols.profiles.get(profile) + "`";
            }
        }
        if (outside == symbols.profiles.size()) {
            first = first.substring(0, first.indexOf(" in profile"));
        }
        if (outside > 0) {
            symbols.diagnostics.add(DiagnosticCode.OUT_OF_RANGE, place, first);
        }
    }

    private static String bound(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "…";
    }

    /** A constant of this type, folded per profile. */
    Value constant(Term term, Type wanted) {
        Value value = wanted(term, Scope.constant(), wanted);
        if (!value.isWrong() && !Constants.isConstant(value.expr())) {
            symbols.diagnostics.add(
                    DiagnosticCode.NOT_CONSTANT, term.place(), "this is not known before the machine runs");
            return Value.WRONG;
        }
        return value;
    }
}
