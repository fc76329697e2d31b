package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import io.fourwave.spec.syntax.TermVisitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Resolves one expression in its scope, towards the type that is expected of it. */
final class Typing implements TermVisitor<Value> {
    private final Symbols symbols;
    private final Expressions expressions;
    private final NameLookup names;
    private final Operators operators;
    private final Scope scope;
    private final Type hint;

    Typing(Symbols symbols, Expressions expressions, NameLookup names, Operators operators, Scope scope, Type hint) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.names = names;
        this.operators = operators;
        this.scope = scope;
        this.hint = hint;
    }

    private Value wrong(DiagnosticCode code, Place place, String message, String help) {
        symbols.diagnostics.add(Diagnostic.of(code, place, message).help(help));
        return Value.WRONG;
    }

    private static Value of(Expr expr, Flow flow) {
        return expr == null ? Value.WRONG : new Value(expr, flow);
    }

    @Override
    public Value boolTerm(Term.BoolTerm term) {
        return Value.plain(new Expr.BoolLiteral(term.value(), Types.BOOL));
    }

    @Override
    public Value intTerm(Term.IntTerm term) {
        boolean sequence = hint != null && Types.isSeq(hint);
        return Value.plain(new Expr.IntLiteral(term.value(), sequence ? Types.SEQ : Types.INT));
    }

    @Override
    public Value durationTerm(Term.DurationTerm term) {
        return Value.plain(new Expr.DurationLiteral(term.nanos(), Types.DURATION));
    }

    @Override
    public Value ticksTerm(Term.TicksTerm term) {
        if (!scope.seesTicks()) {
            return wrong(
                    DiagnosticCode.TICKS,
                    term.place(),
                    "ticks exist in scenarios only",
                    "make it a parameter that the scenario binds");
        }
        return Value.plain(new Expr.TicksLiteral(term.ticks(), Types.DURATION));
    }

    @Override
    public Value stateTerm(Term.StateTerm term) {
        if (!scope.seesTcb()) {
            return wrong(
                    scope.inWorld() ? DiagnosticCode.NOT_HERE : DiagnosticCode.NOT_CONSTANT,
                    term.place(),
                    "there is no one state here",
                    scope.inWorld() ? "say of which peer: `p.state`" : "");
        }
        return Value.plain(new Expr.StateRef(Types.STATE));
    }

    @Override
    public Value nextTerm(Term.NextTerm term) {
        if (!scope.seesNext()) {
            return wrong(
                    DiagnosticCode.PROPERTY_ONLY,
                    term.place(),
                    "`next` speaks of a step and can be used in `step` clauses of properties only",
                    "");
        }
        Value body = expressions.any(term.body(), scope.afterStep(), hint);
        return body.isWrong() ? body : of(new Expr.Next(body.expr(), body.type()), body.flow());
    }

    @Override
    public Value apply(Term.Apply term) {
        return new Applying(symbols, expressions, operators, names, scope).apply(term);
    }

    @Override
    public Value sliceTerm(Term.SliceTerm term) {
        return names.withPeer(term.stream(), scope, (name, inside) -> slice(name, term, inside));
    }

    private Value slice(Name name, Term.SliceTerm term, Scope inside) {
        Machine.Stream stream = names.stream(name, inside);
        Value offset = expressions.wanted(term.offset(), scope, Types.INT);
        Value count = expressions.wanted(term.count(), scope, Types.INT);
        if (stream == null || offset.isWrong() || count.isWrong()) {
            return Value.WRONG;
        }
        if (stream.kind() != Machine.StreamKind.SEND) {
            return wrong(
                    DiagnosticCode.STREAM_MISUSE,
                    name.place(),
                    "octets can be read out of send streams only, `" + name.text() + "` is a receive stream",
                    "");
        }
        return of(
                new Expr.Slice(stream, offset.expr(), count.expr(), Types.OCTETS),
                offset.flow().join(count.flow()));
    }

    @Override
    public Value ref(Term.Ref term) {
        return names.value(term.name(), scope, hint);
    }

    @Override
    public Value not(Term.Not term) {
        Value operand = expressions.condition(term.operand(), scope);
        return operand.isWrong()
                ? operand
                : of(new Expr.Unary(Expr.UnaryOp.NOT, operand.expr(), Types.BOOL), operand.flow());
    }

    @Override
    public Value negate(Term.Negate term) {
        Value operand = expressions.any(term.operand(), scope, Types.INT);
        if (operand.isWrong()) {
            return operand;
        }
        if (!Types.isInt(operand.type())) {
            expressions.mismatch(term.operand().place(), operand.type(), Types.INT);
            return Value.WRONG;
        }
        return of(new Expr.Unary(Expr.UnaryOp.NEGATE, operand.expr(), Types.INT), operand.flow());
    }

    @Override
    public Value logic(Term.Logic term) {
        Value left = expressions.condition(term.left(), scope);
        Value right = expressions.condition(term.right(), scope);
        if (left.isWrong() || right.isWrong()) {
            return Value.WRONG;
        }
        Expr.BinaryOp op = Expr.BinaryOp.valueOf(term.op().name());
        return of(
                Operators.binary(op, left.expr(), right.expr(), Types.BOOL),
                left.flow().join(right.flow()));
    }

    @Override
    public Value arithmetic(Term.Arithmetic term) {
        Value left = expressions.any(term.left(), scope, null);
        Value right = expressions.any(term.right(), scope, null);
        if (left.isWrong() || right.isWrong()) {
            return Value.WRONG;
        }
        Expr expr = operators.arithmetic(term.op(), left.expr(), right.expr(), term.place());
        return of(expr, left.flow().join(right.flow()));
    }

    @Override
    public Value ifTerm(Term.IfTerm term) {
        Value condition = expressions.condition(term.condition(), scope);
        Value then = expressions.any(term.then(), scope, hint);
        Value otherwise = expressions.any(term.otherwise(), scope, then.isWrong() ? hint : then.type());
        if (condition.isWrong() || then.isWrong() || otherwise.isWrong()) {
            return Value.WRONG;
        }
        if (!Types.same(then.type(), otherwise.type())) {
            expressions.mismatch(term.otherwise().place(), otherwise.type(), then.type());
            return Value.WRONG;
        }
        Type type = then.type().equals(otherwise.type()) ? then.type() : Types.base(then.type());
        return of(
                new Expr.Conditional(condition.expr(), then.expr(), otherwise.expr(), type),
                condition.flow().join(then.flow()).join(otherwise.flow()));
    }

    @Override
    public Value peersTerm(Term.PeersTerm term) {
        if (!scope.inWorld()) {
            return propertyOnly("`for`", term.place());
        }
        Scope inside = scope.inner();
        inside.declarePeer(term.peer().text());
        term.other().ifPresent(other -> inside.declarePeer(other.text()));
        Value body = expressions.condition(term.body(), inside);
        Expr.Quantifier quantifier = term.all() ? Expr.Quantifier.ALL : Expr.Quantifier.SOME;
        String other = term.other().map(Name::text).orElse(null);
        return body.isWrong()
                ? body
                : of(new Expr.ForPeers(quantifier, term.peer().text(), other, body.expr(), Types.BOOL), body.flow());
    }

    private Value propertyOnly(String what, Place place) {
        return wrong(
                DiagnosticCode.PROPERTY_ONLY,
                place,
                what + " speaks of the checker's world and can be used in properties and witnesses only",
                "");
    }

    @Override
    public Value flightTerm(Term.FlightTerm term) {
        if (!scope.inWorld()) {
            return propertyOnly("`segment to`", term.place());
        }
        boolean known = names.peer(term.peer(), scope);
        Value body = expressions.condition(term.body(), scope.inFlight());
        Expr.Quantifier quantifier = Expr.Quantifier.valueOf(term.amount().name());
        return body.isWrong() || !known
                ? Value.WRONG
                : of(new Expr.InFlight(quantifier, term.peer().text(), body.expr(), Types.BOOL), body.flow());
    }

    @Override
    public Value comparison(Term.Comparison term) {
        List<Term> sides = new ArrayList<>(List.of(term.first()));
        term.steps().forEach(step -> sides.add(step.right()));
        Value chain = null;
        Value left = side(sides.get(0), sides.get(1));
        for (int i = 0; i < term.steps().size(); i++) {
            Term.Step step = term.steps().get(i);
            Value right = expressions.any(step.right(), scope, left.isWrong() ? null : left.type());
            Value link = link(step, left, right);
            chain = chain == null ? link : both(chain, link);
            left = right;
        }
        return chain;
    }

    /** The left side: a bare literal or member takes its type from the right one. */
    private Value side(Term first, Term second) {
        boolean needsHint =
                first instanceof Term.IntTerm || (first instanceof Term.Ref ref && names.needsHint(ref.name(), scope));
        if (needsHint && !(second instanceof Term.IntTerm)) {
            Value right = expressions.any(second, scope, null);
            return right.isWrong() ? right : expressions.any(first, scope, right.type());
        }
        return expressions.any(first, scope, null);
    }

    private Value link(Term.Step step, Value left, Value right) {
        if (left.isWrong() || right.isWrong()) {
            return Value.WRONG;
        }
        Expr expr = operators.comparison(step.op(), left.expr(), right.expr(), scope.inWorld(), step.place());
        return of(expr, left.flow().join(right.flow()));
    }

    private static Value both(Value left, Value right) {
        return left.isWrong() || right.isWrong()
                ? Value.WRONG
                : of(
                        Operators.binary(Expr.BinaryOp.AND, left.expr(), right.expr(), Types.BOOL),
                        left.flow().join(right.flow()));
    }

    @Override
    public Value has(Term.Has term) {
        Value flags = expressions.any(term.flags(), scope, null);
        if (flags.isWrong()) {
            return flags;
        }
        if (!(flags.type() instanceof Type.Flags type)) {
            return wrong(
                    DiagnosticCode.TYPE_MISMATCH,
                    term.flags().place(),
                    "`has` asks flags, this is " + Types.describe(flags.type()),
                    "");
        }
        return flag(term.member(), type)
                ? of(new Expr.HasFlag(flags.expr(), term.member().text(), Types.BOOL), flags.flow())
                : Value.WRONG;
    }

    private boolean flag(Name member, Type.Flags type) {
        if (type.members().contains(member.text())) {
            return true;
        }
        wrong(
                DiagnosticCode.UNKNOWN_NAME,
                member.place(),
                "`" + member.text() + "` is none of the flags `" + type.name() + "`",
                DidYouMean.help(member.text(), type.members()));
        return false;
    }

    @Override
    public Value in(Term.In term) {
        Value value = expressions.wanted(term.value(), scope, Types.STATE);
        Set<Machine.State> states = new LinkedHashSet<>();
        boolean known = true;
        for (Name name : term.states()) {
            List<Machine.State> found = names.states(name);
            known &= found != null;
            states.addAll(found == null ? List.of() : found);
        }
        List<Machine.State> ordered =
                symbols.states.values().stream().filter(states::contains).toList();
        return value.isWrong() || !known
                ? Value.WRONG
                : of(new Expr.InStates(value.expr(), ordered, Types.BOOL), value.flow());
    }

    @Override
    public Value running(Term.Running term) {
        return names.withPeer(term.timer(), scope, (name, inside) -> {
            String timer = names.timer(name, inside);
            return timer == null ? Value.WRONG : Value.plain(new Expr.TimerRunning(timer, Types.BOOL));
        });
    }

    @Override
    public Value flagList(Term.FlagList term) {
        if (!(hint instanceof Type.Flags type)) {
            return wrong(
                    DiagnosticCode.TYPE_MISMATCH,
                    term.place(),
                    "flags are given, " + (hint == null ? "something else" : Types.describe(hint)) + " is expected",
                    "");
        }
        List<Expr.ConditionalFlag> flags = new ArrayList<>();
        Flow flow = Flow.PLAIN;
        boolean good = true;
        for (Term.Flag flag : term.flags()) {
            Value condition = flag.condition()
                    .map(given -> expressions.condition(given, scope))
                    .orElse(null);
            good &= flag(flag.member(), type) && (condition == null || !condition.isWrong());
            flow = condition == null ? flow : flow.join(condition.flow());
            flags.add(new Expr.ConditionalFlag(flag.member().text(), condition == null ? null : condition.expr()));
        }
        return good ? of(new Expr.FlagsValue(List.copyOf(flags), type), flow) : Value.WRONG;
    }

    /** Whether data of this kind can be seen here at all. */
    static boolean visible(DataKind kind, Scope scope) {
        return !(scope.inWorld() && kind == DataKind.RUNTIME);
    }
}
