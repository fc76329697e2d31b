package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.ActionVisitor;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Resolves one statement; null when it is wrong, which has been reported. */
final class StatementTyping implements ActionVisitor<Statement> {
    private final Statements statements;
    private final Statements.Context context;
    private final Symbols symbols;
    private final Scope scope;
    private final Statements.Rule rule;
    private final Flow condition;
    private final String doc;

    /** @param condition the data that decide whether the statement happens */
    StatementTyping(Statements statements, Scope scope, Statements.Rule rule, Flow condition, Stmt stmt) {
        this.statements = statements;
        this.context = statements.context();
        this.symbols = context.symbols();
        this.scope = scope;
        this.rule = rule;
        this.condition = condition;
        this.doc = stmt.doc();
    }

    private void sink(DataKind kind, String name, Place place) {
        statements.sink(kind, name, condition, scope, place);
    }

    @Override
    public Statement assign(Action.Assign action) {
        String name = action.target().text();
        Machine.Variable variable = symbols.variables.get(name);
        if (variable == null) {
            notAssignable(action.target());
            context.expressions().any(action.value(), scope, null);
            return null;
        }
        Value value = context.expressions().wanted(action.value(), scope, variable.type());
        context.flows().value(value.flow(), variable.kind(), name, action.place());
        sink(variable.kind(), name, action.place());
        return value.isWrong() ? null : new Statement.Assign(name, value.expr(), variable.kind(), doc, action.place());
    }

    private void notAssignable(Name name) {
        String text = name.text();
        if (symbols.spoiled.contains(text)) {
            return;
        }
        String why = null;
        if (scope.local(text) != null) {
            why = "a local value, which never changes";
        } else if (symbols.parameters.containsKey(text)) {
            why = "a parameter, which never changes";
        } else if (symbols.defines.knows(text)) {
            why = "a definition, which never changes";
        } else if (text.startsWith("SEG.")) {
            why = "a field of the arriving segment, which never changes";
        }
        if (why == null) {
            statements.unknown(name, "variable", symbols.variables.keySet());
        } else {
            symbols.diagnostics.add(DiagnosticCode.WRONG_SORT, name.place(), "`" + text + "` is " + why);
        }
    }

    @Override
    public Statement let(Action.Let action) {
        Value value = context.expressions().any(action.value(), scope, null);
        if (!statements.fresh(action.local(), scope)) {
            return null;
        }
        String name = action.local().text();
        if (value.isWrong()) {
            symbols.spoiled.add(name);
            return null;
        }
        DataKind kind = value.flow().kind();
        Protocol.Local local = new Protocol.Local(name, letType(value.type()), kind);
        scope.declare(local, value.flow().through(name));
        return new Statement.Let(local, value.expr(), kind, doc, action.place());
    }

    @Override
    public Statement choose(Action.Choose action) {
        Machine.Choice choice = context.choices().choice(action.choice(), scope);
        scope.facts().chooses();
        sink(DataKind.PLAIN, "choose", action.place());
        if (!statements.fresh(action.choice().local(), scope)) {
            return null;
        }
        if (choice == null) {
            symbols.spoiled.add(action.choice().local().text());
            return null;
        }
        scope.declare(choice.local(), Flow.PLAIN);
        return new Statement.Choose(choice, DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement when(Action.When action) {
        Value asked = context.expressions().condition(action.condition(), scope);
        Flow inside = condition.join(asked.flow());
        if (inside.isRuntime() && inside.isGhost()) {
            context.flows()
                    .decision(
                            asked.flow(),
                            condition.kind(),
                            "when",
                            action.condition().place());
        }
        List<Statement> then = statements.block(action.then(), scope, rule, inside);
        List<Statement> otherwise = statements.block(action.otherwise(), scope, rule, inside);
        if (asked.isWrong()) {
            return null;
        }
        List<Statement> both = new ArrayList<>(then);
        both.addAll(otherwise);
        DataKind kind = asked.flow().kind() == DataKind.PLAIN
                ? StatementKinds.of(both)
                : asked.flow().kind();
        return new Statement.When(asked.expr(), then, otherwise, kind, doc, action.place());
    }

    @Override
    public Statement byState(Action.ByState action) {
        return new Arms(statements, scope, rule, condition, doc).byState(action);
    }

    @Override
    public Statement send(Action.Send action) {
        sink(DataKind.PLAIN, "send", action.place());
        List<Expr> values = new Sending(statements, scope).values(action);
        return values == null ? null : new Statement.Send(values, DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement goTo(Action.Goto action) {
        sink(DataKind.PLAIN, "-> " + action.target().text(), action.place());
        return statements
                .state(action.target())
                .map(state -> new Statement.Goto(state, DataKind.PLAIN, doc, action.place()))
                .orElse(null);
    }

    @Override
    public Statement start(Action.Start action) {
        sink(DataKind.PLAIN, "start " + action.timer().text(), action.place());
        Machine.Timer timer = started(action.timer());
        return timer == null
                ? null
                : new Statement.StartTimer(timer, action.unlessRunning(), DataKind.PLAIN, doc, action.place());
    }

    private Machine.Timer started(Name name) {
        Machine.Timer timer = statements.find(symbols.timers, name, "timer");
        if (timer != null) {
            symbols.usage.mark(Usage.Sort.TIMER_STARTED, timer.name());
            if (timer.choice() != null) {
                scope.facts().chooses();
            }
        }
        return timer;
    }

    @Override
    public Statement backOff(Action.BackOff action) {
        sink(DataKind.PLAIN, "back off " + action.timer().text(), action.place());
        Machine.Timer timer = started(action.timer());
        return timer == null ? null : new Statement.BackOff(timer, DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement cancel(Action.Cancel action) {
        sink(DataKind.PLAIN, "cancel", action.place());
        List<Machine.Timer> timers = timers(action.timers());
        return timers == null ? null : new Statement.CancelTimers(timers, DataKind.PLAIN, doc, action.place());
    }

    private List<Machine.Timer> timers(List<Name> names) {
        Set<Machine.Timer> timers = new LinkedHashSet<>();
        for (Name name : names) {
            timers.add(statements.find(symbols.timers, name, "timer"));
        }
        return timers.contains(null) ? null : List.copyOf(timers);
    }

    @Override
    public Statement cancelAll(Action.CancelAll action) {
        sink(DataKind.PLAIN, "cancel all", action.place());
        List<Machine.Timer> kept = timers(action.except());
        if (kept == null) {
            return null;
        }
        List<Machine.Timer> cancelled = symbols.timers.values().stream()
                .filter(timer -> !kept.contains(timer))
                .toList();
        return new Statement.CancelTimers(cancelled, DataKind.PLAIN, doc, action.place());
    }

    /** Bounds that are known only when the step runs (those of a choice) are the choice's, not those of a name for its value. */
    private static Type letType(Type type) {
        if (Types.isDuration(type)) {
            return Types.DURATION;
        }
        boolean open = type instanceof Type.Range range
                && !(Constants.isConstant(range.low()) && Constants.isConstant(range.high()));
        return open ? Types.INT : type;
    }

    @Override
    public Statement deleteTcb(Action.DeleteTcb action) {
        sink(DataKind.PLAIN, "delete TCB", action.place());
        if (symbols.initial != null) {
            symbols.usage.mark(Usage.Sort.STATE_ENTERED, symbols.initial.name());
        }
        return new Statement.DeleteTcb(DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement notice(Action.Notify action) {
        sink(DataKind.PLAIN, "notify " + action.notice().text(), action.place());
        symbols.usage.mark(Usage.Sort.NOTICE, action.notice().text());
        Protocol.Outcome notice = statements.find(symbols.notices, action.notice(), "notice");
        return notice == null ? null : new Statement.Notify(notice, DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement returns(Action.Return action) {
        sink(DataKind.PLAIN, "return", action.place());
        scope.facts().returns(action.place());
        if (!rule.mayReturn()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.RETURN_OUTSIDE_CALL,
                            action.place(),
                            "only a call of the user has a result, and this is no handler of a call")
                    .help("to end the step, write `stop`"));
        }
        if (action.error().isEmpty()) {
            return new Statement.Return(null, DataKind.PLAIN, doc, action.place());
        }
        Name name = action.error().get();
        symbols.usage.mark(Usage.Sort.ERROR, name.text());
        Protocol.Outcome error = statements.find(symbols.errors, name, "error");
        return error == null ? null : new Statement.Return(error, DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement inform(Action.Inform action) {
        sink(DataKind.RUNTIME, "inform " + action.policy().text(), action.place());
        Protocol.Policy policy = context.choices().policy(action.policy());
        if (policy == null) {
            return null;
        }
        if (policy.result() != null) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.WRONG_SORT,
                            action.policy().place(),
                            "policy `" + policy.name() + "` decides something and is not informed")
                    .help("write `choose … by policy " + policy.name() + "`"));
            return null;
        }
        List<Value> args = statements.args(action.policy(), action.args(), policy.params(), scope);
        if (args == null) {
            return null;
        }
        for (int i = 0; i < args.size(); i++) {
            Place place = action.args().get(i).place();
            context.flows().value(args.get(i).flow(), DataKind.RUNTIME, policy.name(), place);
        }
        return new Statement.Inform(policy, Statements.exprs(args), DataKind.RUNTIME, doc, action.place());
    }

    @Override
    public Statement stop(Action.Stop action) {
        sink(DataKind.PLAIN, "stop", action.place());
        scope.facts().stops();
        return new Statement.Stop(DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement ignore(Action.Ignore action) {
        return new Statement.Ignore(DataKind.PLAIN, doc, action.place());
    }

    @Override
    public Statement perform(Action.Perform action) {
        return new Performing(statements, scope, rule, condition, doc).perform(action);
    }
}
