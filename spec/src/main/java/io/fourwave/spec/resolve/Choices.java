package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Resolves choices: of which type, decided by which policy, told which hints. */
final class Choices {
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;
    private final Flows flows;

    Choices(Symbols symbols, Expressions expressions, TypeTerms types, Flows flows) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.types = types;
        this.flows = flows;
    }

    /** Null and reported when wrong. */
    Machine.Choice choice(Action.ChoiceTerm term, Scope scope) {
        TypeTerms.Bounded bounded = types.type(term.type(), scope);
        Protocol.Policy policy = policy(term.policy());
        List<Expr> hints = policy == null ? null : hints(term, policy, scope);
        if (bounded == null || policy == null || hints == null) {
            return null;
        }
        String name = term.local().text();
        flows.value(bounded.flow(), DataKind.PLAIN, name, term.type().place());
        if (!selectable(bounded.type(), term)) {
            return null;
        }
        if (policy.result() == null) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.WRONG_SORT,
                            term.policy().place(),
                            "policy `" + policy.name() + "` is only informed and decides nothing")
                    .help("declare its result: `policy " + policy.name() + " … : "
                            + Types.describe(bounded.type()).replace("`", "") + "`"));
            return null;
        }
        if (!Types.same(policy.result(), bounded.type())) {
            symbols.diagnostics.add(
                    DiagnosticCode.TYPE_MISMATCH,
                    term.type().place(),
                    "policy `" + policy.name() + "` decides " + Types.describe(policy.result()) + ", chosen is "
                            + Types.describe(bounded.type()));
            return null;
        }
        return new Machine.Choice(new Protocol.Local(name, bounded.type(), DataKind.PLAIN), policy, hints);
    }

    private boolean selectable(Type type, Action.ChoiceTerm term) {
        boolean endless = type instanceof Type.Int || type instanceof Type.Duration;
        boolean strange = type instanceof Type.Octets || type instanceof Type.Flags;
        if (endless || strange) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.NOT_ALLOWED_TYPE,
                            term.type().place(),
                            "a choice among all values of " + Types.describe(type) + " cannot be explored")
                    .help(endless ? "give its bounds: `low..high`" : ""));
        }
        return !endless && !strange;
    }

    Protocol.Policy policy(Name name) {
        Protocol.Policy policy = symbols.policies.get(name.text());
        symbols.usage.mark(Usage.Sort.POLICY, name.text());
        if (policy == null && !symbols.spoiled.contains("policy " + name.text())) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no policy `" + name.text() + "`")
                            .help(DidYouMean.help(name.text(), symbols.policies.keySet())));
        }
        return policy;
    }

    private List<Expr> hints(Action.ChoiceTerm term, Protocol.Policy policy, Scope scope) {
        if (term.hints().size() != policy.params().size()) {
            symbols.diagnostics.add(
                    DiagnosticCode.ARGUMENT_COUNT,
                    term.policy().place(),
                    "policy `" + policy.name() + "` takes "
                            + Defines.count(policy.params().size()) + ", not "
                            + term.hints().size());
            return null;
        }
        List<Expr> hints = new ArrayList<>();
        for (int i = 0; i < term.hints().size(); i++) {
            Value hint = expressions.wanted(
                    term.hints().get(i), scope, policy.params().get(i).type());
            // A policy is on the wire: it may be told runtime data, but no ghost data.
            flows.value(
                    hint.flow(),
                    DataKind.RUNTIME,
                    policy.name(),
                    term.hints().get(i).place());
            if (hint.isWrong()) {
                return null;
            }
            hints.add(hint.expr());
        }
        return List.copyOf(hints);
    }
}
