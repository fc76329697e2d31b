package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import java.util.ArrayList;
import java.util.List;

/** {@code name(args)}: a builtin function or a definition. */
final class Applying {
    private static final List<String> BUILTIN = List.of("min", "max", "length", "isPrefix");

    private final Symbols symbols;
    private final Expressions expressions;
    private final Operators operators;
    private final NameLookup names;
    private final Scope scope;

    Applying(Symbols symbols, Expressions expressions, Operators operators, NameLookup names, Scope scope) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.operators = operators;
        this.names = names;
        this.scope = scope;
    }

    Value apply(Term.Apply term) {
        return switch (term.function().text()) {
            case "min" -> extreme(Expr.BinaryOp.MIN, term);
            case "max" -> extreme(Expr.BinaryOp.MAX, term);
            case "length" -> length(term);
            case "isPrefix" -> isPrefix(term);
            default -> names.withPeer(term.function(), scope, (name, inside) -> define(name, term, inside));
        };
    }

    private Value extreme(Expr.BinaryOp op, Term.Apply term) {
        if (term.args().size() < 2) {
            return count(term.function(), "at least two", term.args().size());
        }
        Value result = expressions.any(term.args().get(0), scope, null);
        for (Term arg : term.args().subList(1, term.args().size())) {
            Value next = expressions.any(arg, scope, null);
            if (result.isWrong() || next.isWrong()) {
                result = Value.WRONG;
                continue;
            }
            Expr expr = operators.extreme(op, term.function().text(), result.expr(), next.expr(), arg.place());
            result = expr == null ? Value.WRONG : new Value(expr, result.flow().join(next.flow()));
        }
        return result;
    }

    private Value length(Term.Apply term) {
        if (term.args().size() != 1) {
            return count(term.function(), "one", term.args().size());
        }
        Value octets = expressions.wanted(term.args().get(0), scope, Types.OCTETS);
        return octets.isWrong() ? octets : new Value(new Expr.OctetsLength(octets.expr(), Types.INT), octets.flow());
    }

    private Value isPrefix(Term.Apply term) {
        if (!scope.inWorld()) {
            symbols.diagnostics.add(
                    DiagnosticCode.PROPERTY_ONLY,
                    term.place(),
                    "`isPrefix` looks into octets, which properties and witnesses only can");
            return Value.WRONG;
        }
        if (term.args().size() != 2) {
            return count(term.function(), "two", term.args().size());
        }
        Value shorter = expressions.wanted(term.args().get(0), scope, Types.OCTETS);
        Value longer = expressions.wanted(term.args().get(1), scope, Types.OCTETS);
        return shorter.isWrong() || longer.isWrong()
                ? Value.WRONG
                : new Value(
                        new Expr.IsPrefix(shorter.expr(), longer.expr(), Types.BOOL),
                        shorter.flow().join(longer.flow()));
    }

    private Value define(Name name, Term.Apply term, Scope inside) {
        if (symbols.defines == null || !symbols.defines.knows(name.text())) {
            if (!symbols.spoiled.contains(name.text())) {
                List<String> candidates = new ArrayList<>(BUILTIN);
                if (symbols.defines != null) {
                    candidates.addAll(symbols.defines.names());
                }
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.UNKNOWN_NAME,
                                name.place(),
                                "there is no definition `" + name.text() + "`")
                        .help(DidYouMean.help(name.text(), candidates)));
            }
            return Value.WRONG;
        }
        return symbols.defines.call(name, term.args(), scope, inside);
    }

    private Value count(Name name, String wanted, int found) {
        symbols.diagnostics.add(
                DiagnosticCode.ARGUMENT_COUNT,
                name.place(),
                "`" + name.text() + "` takes " + wanted + " argument" + (wanted.equals("one") ? "" : "s") + ", not "
                        + found);
        return Value.WRONG;
    }
}
