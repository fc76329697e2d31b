package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StatementVisitor;
import java.util.List;

/** Makes the statements of one block ready to run; its scope holds the locals they declare. */
final class StatementCompiler implements StatementVisitor<Action> {
    private final Program program;
    private final Scope scope;
    private final ExprCompiler exprs;
    private final TimerCompiler timers;

    StatementCompiler(Program program, Scope scope) {
        this.program = program;
        this.scope = scope;
        exprs = new ExprCompiler(program, scope);
        timers = new TimerCompiler(program);
    }

    Action compile(Statement statement) {
        Action action = statement.accept(this);
        return x -> {
            x.place = statement.place();
            return action.run(x);
        };
    }

    @Override
    public Action assign(Statement.Assign node) {
        int slot = program.layout.variableSlot(node.variable());
        Machine.Variable variable = program.layout.variables.get(slot - 1);
        Value value = program.checked(variable.type(), exprs.compile(node.value()), node.variable());
        return x -> {
            x.core[slot] = value.of(x);
            return true;
        };
    }

    @Override
    public Action let(Statement.Let node) {
        // The value first: it may use an outer local of the same name.
        Value value = program.checked(
                node.local().type(), exprs.compile(node.value()), node.local().name());
        int slot = scope.declare(node.local().name());
        return x -> {
            x.locals[slot] = value.of(x);
            return true;
        };
    }

    @Override
    public Action choose(Statement.Choose node) {
        Value value = new ChoiceCompiler(program, exprs).compile(node.choice());
        int slot = scope.declare(node.choice().local().name());
        return x -> {
            x.locals[slot] = value.of(x);
            return true;
        };
    }

    @Override
    public Action when(Statement.When node) {
        Value condition = exprs.compile(node.condition());
        Action then = program.block(node.then(), scope.inner());
        Action otherwise = program.block(node.otherwise(), scope.inner());
        return x -> condition.holds(x) ? then.run(x) : otherwise.run(x);
    }

    @Override
    public Action byState(Statement.ByState node) {
        Action[] arms = new Action[program.layout.states.size()];
        for (Statement.Arm arm : node.arms()) {
            Action body = program.block(arm.body(), scope.inner());
            Action whole = body;
            if (arm.target() != null) {
                Action enter = enter(arm.target());
                whole = x -> enter.run(x) && body.run(x);
            }
            for (Machine.State state : arm.states()) {
                arms[program.layout.stateOrdinal(state.name())] = whole;
            }
        }
        return x -> {
            Action arm = arms[(int) x.core[0]];
            if (arm == null) {
                throw x.violation("`by state` has no arm for "
                        + program.layout.states.get((int) x.core[0]).name());
            }
            return arm.run(x);
        };
    }

    @Override
    public Action send(Statement.Send node) {
        List<Protocol.Field> declared = program.protocol.segment().fields();
        Value[] values = new Value[program.layout.fields.size()];
        int at = 0;
        for (int i = 0; i < declared.size(); i++) {
            Protocol.Field field = declared.get(i);
            if (field.kind() == DataKind.GHOST && !program.layout.ghosts) {
                continue;
            }
            Expr value = node.values().get(i);
            values[at++] = value == null
                    ? x -> 0
                    : program.checked(field.type(), exprs.compile(value), "the segment's " + field.name());
        }
        return x -> {
            long[] fields = new long[values.length];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = values[i].of(x);
            }
            x.effects.add(new Effect.Sent(x.rule, fields));
            return true;
        };
    }

    @Override
    public Action goTo(Statement.Goto node) {
        return enter(node.target());
    }

    private Action enter(Machine.State target) {
        int to = program.layout.stateOrdinal(target.name());
        Histories histories = new Histories(program.layout);
        boolean begins = !target.equals(program.protocol.machine().initial());
        return x -> {
            if (begins) {
                histories.beginAnew(x.core);
            }
            int from = (int) x.core[0];
            if (from != to) {
                x.core[0] = to;
                x.effects.add(new Effect.StateChanged(
                        x.rule, program.layout.states.get(from).name(), target.name()));
            }
            return true;
        };
    }

    @Override
    public Action startTimer(Statement.StartTimer node) {
        return timers.start(node.timer(), node.unlessRunning());
    }

    @Override
    public Action backOff(Statement.BackOff node) {
        return timers.backOff(node.timer());
    }

    @Override
    public Action cancelTimers(Statement.CancelTimers node) {
        return timers.cancel(node.timers());
    }

    @Override
    public Action deleteTcb(Statement.DeleteTcb node) {
        Action cancel = timers.cancel(program.layout.timers);
        Action enter = enter(program.protocol.machine().initial());
        MachineState fresh = program.initial();
        return x -> {
            cancel.run(x);
            enter.run(x);
            program.delete(fresh, x.core);
            long[][] streams = fresh.streamsCopy();
            System.arraycopy(streams, 0, x.streams, 0, streams.length);
            return true;
        };
    }

    @Override
    public Action onStream(Statement.OnStream node) {
        return program.streams.operation(
                node.stream(),
                node.op(),
                node.args().stream().map(exprs::compile).toList());
    }

    @Override
    public Action notice(Statement.Notify node) {
        String notice = node.notice().name();
        return x -> {
            x.effects.add(new Effect.Notified(x.rule, notice));
            return true;
        };
    }

    @Override
    public Action returns(Statement.Return node) {
        int result = 0;
        if (node.error() != null) {
            List<String> errors = program.protocol.errors().stream()
                    .map(Protocol.Outcome::name)
                    .toList();
            result = 1 + errors.indexOf(node.error().name());
        }
        int code = result;
        return x -> {
            x.result = code;
            return false;
        };
    }

    @Override
    public Action inform(Statement.Inform node) {
        String policy = node.policy().name();
        Value[] args = node.args().stream().map(exprs::compile).toArray(Value[]::new);
        return x -> {
            long[] values = new long[args.length];
            for (int i = 0; i < args.length; i++) {
                values[i] = args[i].of(x);
            }
            x.effects.add(new Effect.Informed(x.rule, policy, values));
            return true;
        };
    }

    @Override
    public Action perform(Statement.Perform node) {
        Program.Routine routine = program.routine(node.procedure());
        Action pass = program.pass(node.args().stream().map(exprs::compile).toList(), routine.slots());
        Action body = routine.body();
        return x -> pass.run(x) && body.run(x);
    }

    @Override
    public Action stop(Statement.Stop node) {
        return x -> false;
    }

    @Override
    public Action ignore(Statement.Ignore node) {
        return x -> true;
    }
}
