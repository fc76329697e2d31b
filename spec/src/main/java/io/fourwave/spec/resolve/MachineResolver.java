package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import java.util.List;

/** Resolves what a machine declares, but for handlers: states, groups, variables, streams, timers, opportunities, signatures. */
final class MachineResolver {
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;
    private final Declarations declarations;
    private final Handlers handlers;
    private final Choices choices;
    private final Flows flows;

    MachineResolver(
            Symbols symbols,
            Expressions expressions,
            TypeTerms types,
            Declarations declarations,
            Handlers handlers,
            Choices choices,
            Flows flows) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.types = types;
        this.declarations = declarations;
        this.handlers = handlers;
        this.choices = choices;
        this.flows = flows;
    }

    void declare(List<MachinePart> parts) {
        parts.forEach(this::states);
        parts.forEach(this::group);
        parts.forEach(this::tcb);
        parts.forEach(this::stream);
        // Timers and opportunities look at definitions and at each other's retries: names first, expressions later.
        parts.forEach(this::signature);
    }

    void resolve(List<MachinePart> parts) {
        for (MachinePart part : parts) {
            if (part instanceof MachinePart.TimerPart timer) {
                timer(timer);
            }
        }
        for (MachinePart part : parts) {
            if (part instanceof MachinePart.OpportunityPart opportunity) {
                opportunity(opportunity);
            }
        }
    }

    private void states(MachinePart part) {
        if (!(part instanceof MachinePart.StatesPart states)) {
            return;
        }
        for (MachinePart.StateName state : states.states()) {
            if (!declarations.isNew("state", state.name())) {
                continue;
            }
            Machine.State declared = new Machine.State(state.name().text());
            symbols.states.put(declared.name(), declared);
            if (state.initial() && symbols.initial != null) {
                symbols.diagnostics.add(
                        DiagnosticCode.INITIAL_STATE,
                        state.name().place(),
                        "`" + symbols.initial.name() + "` is the initial state already");
            } else if (state.initial()) {
                symbols.initial = declared;
            }
        }
    }

    private void group(MachinePart part) {
        if (part instanceof MachinePart.GroupPart group && declarations.isNew("state", group.name())) {
            List<Machine.State> states = handlers.states(group.states());
            String name = group.name().text();
            symbols.groups.put(
                    name, new Machine.Group(name, states == null ? List.of() : states, group.doc(), group.place()));
        }
    }

    private void tcb(MachinePart part) {
        if (!(part instanceof MachinePart.TcbPart tcb)) {
            return;
        }
        for (MachinePart.VariablePart variable : tcb.variables()) {
            Requirements.check(variable.tags(), symbols.diagnostics);
            Type type = types.type(variable.type());
            boolean good =
                    type != null && declarations.keepable(type, variable.type().place());
            Expr initial = good ? initial(variable, type) : null;
            for (Name name : variable.names()) {
                if (!declarations.isNew("value", name) || !good) {
                    symbols.spoiled.add(name.text());
                } else {
                    symbols.variables.put(name.text(), variable(variable, name, type, initial));
                }
            }
        }
    }

    private static Machine.Variable variable(MachinePart.VariablePart part, Name name, Type type, Expr initial) {
        return new Machine.Variable(
                name.text(), part.kind(), type, initial, Requirements.ids(part.tags()), part.doc(), name.place());
    }

    private Expr initial(MachinePart.VariablePart part, Type type) {
        if (part.initial().isEmpty()) {
            return zero(type);
        }
        Value value = expressions.constant(part.initial().get(), type);
        return value.isWrong() ? zero(type) : value.expr();
    }

    /** What a value of the type is when nothing is said: nothing, none, or the lowest. */
    static Expr zero(Type type) {
        if (type instanceof Type.Bool) {
            return new Expr.BoolLiteral(false, type);
        } else if (type instanceof Type.Duration) {
            return new Expr.DurationLiteral(0, type);
        } else if (type instanceof Type.Enumeration members) {
            return new Expr.EnumLiteral(members.members().get(0), type);
        } else if (type instanceof Type.Flags) {
            return new Expr.FlagsValue(List.of(), type);
        } else if (type instanceof Type.Range range) {
            return range.low();
        }
        return new Expr.IntLiteral(0, type);
    }

    private void stream(MachinePart part) {
        if (part instanceof MachinePart.StreamPart stream && declarations.isNew("stream", stream.name())) {
            Requirements.check(stream.tags(), symbols.diagnostics);
            String name = stream.name().text();
            symbols.streams.put(
                    name,
                    new Machine.Stream(
                            name, stream.kind(), Requirements.ids(stream.tags()), stream.doc(), stream.place()));
        }
    }

    private void signature(MachinePart part) {
        if (part instanceof MachinePart.DefinePart define) {
            Requirements.check(define.tags(), symbols.diagnostics);
            var params = declarations.params(define.params());
            Type type = types.type(define.type());
            if (declarations.isNew("value", define.name()) && params != null && type != null) {
                symbols.defines.declare(define, params, type);
            } else {
                symbols.spoiled.add(define.name().text());
            }
        } else if (part instanceof MachinePart.ProcedurePart procedure) {
            Requirements.check(Requirements.within(procedure.tags(), procedure.body()), symbols.diagnostics);
            var params = declarations.params(procedure.params());
            if (declarations.isNew("procedure", procedure.name()) && params != null) {
                symbols.procedures.declare(procedure, params);
            } else {
                symbols.spoiled.add("procedure " + procedure.name().text());
            }
        } else if (part instanceof MachinePart.TimerPart timer) {
            Requirements.check(timer.tags(), symbols.diagnostics);
            if (declarations.isNew("timer", timer.name())) {
                symbols.timers.put(timer.name().text(), unresolved(timer));
            }
        } else if (part instanceof MachinePart.OpportunityPart opportunity) {
            Requirements.check(opportunity.tags(), symbols.diagnostics);
            if (!declarations.isNew("event", opportunity.name())) {
                symbols.spoiled.add("event " + opportunity.name().text());
            }
        }
    }

    /** Only its name is looked at before it is resolved. */
    private static Machine.Timer unresolved(MachinePart.TimerPart part) {
        return new Machine.Timer(part.name().text(), null, null, 1, null, null, List.of(), "", part.place());
    }

    private void timer(MachinePart.TimerPart part) {
        String name = part.name().text();
        Machine.Timer declared = symbols.timers.get(name);
        if (declared == null || !declared.place().equals(part.place())) {
            return;
        }
        if (part.after().isEmpty() && part.choice().isEmpty()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.TIMER_INTERVAL,
                            part.name().place(),
                            "timer `" + name + "` does not say after how long it expires")
                    .help("add `after …`"));
        }
        Expr after = part.after().map(term -> plain(term, Types.DURATION, name)).orElse(null);
        Machine.Choice choice = part.choice()
                .map(term -> choices.choice(term, Scope.rule(new Facts(), false)))
                .orElse(null);
        if (choice != null && !Types.isDuration(choice.local().type())) {
            expressions.mismatch(
                    part.choice().get().type().place(), choice.local().type(), Types.DURATION);
        }
        Expr max = part.max().map(term -> plain(term, Types.DURATION, name)).orElse(null);
        Expr limit = part.limit().map(term -> plain(term, Types.INT, name)).orElse(null);
        symbols.timers.put(
                name,
                new Machine.Timer(
                        name,
                        after,
                        choice,
                        part.factor(),
                        max,
                        limit,
                        Requirements.ids(part.tags()),
                        part.doc(),
                        part.place()));
    }

    private Expr plain(Term term, Type type, String sink) {
        Value value = expressions.wanted(term, Scope.rule(new Facts(), false), type);
        flows.value(value.flow(), DataKind.PLAIN, sink, term.place());
        return value.expr();
    }

    private void opportunity(MachinePart.OpportunityPart part) {
        String name = part.name().text();
        Expr guard = plain(part.guard(), Types.BOOL, name);
        if (!symbols.opportunities.containsKey(name)) {
            symbols.opportunities.put(
                    name,
                    new Machine.Opportunity(name, guard, Requirements.ids(part.tags()), part.doc(), part.place()));
        }
    }
}
