package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.ExprVisitor;
import io.fourwave.spec.ir.Machine;
import java.util.List;

/** Makes one expression ready to run, its names resolved to slots. */
class ExprCompiler implements ExprVisitor<Value> {
    final Program program;
    private final Scope scope;

    ExprCompiler(Program program, Scope scope) {
        this.program = program;
        this.scope = scope;
    }

    Value compile(Expr expr) {
        return expr.accept(this);
    }

    private static Value constant(long value) {
        return x -> value;
    }

    @Override
    public Value boolLiteral(Expr.BoolLiteral node) {
        return constant(node.value() ? 1 : 0);
    }

    @Override
    public Value intLiteral(Expr.IntLiteral node) {
        return constant(node.value());
    }

    @Override
    public Value durationLiteral(Expr.DurationLiteral node) {
        return constant(node.nanos());
    }

    @Override
    public Value ticksLiteral(Expr.TicksLiteral node) {
        throw modelOnly("a number of ticks");
    }

    @Override
    public Value enumLiteral(Expr.EnumLiteral node) {
        return constant(Encoding.ordinal(node));
    }

    @Override
    public Value flagsValue(Expr.FlagsValue node) {
        Value mask = constant(0);
        for (Expr.ConditionalFlag flag : node.flags()) {
            long bit = Encoding.flagBit(node.type(), flag.member());
            Value before = mask;
            if (flag.condition() == null) {
                mask = x -> before.of(x) | bit;
            } else {
                Value condition = compile(flag.condition());
                mask = x -> before.of(x) | (condition.holds(x) ? bit : 0);
            }
        }
        return mask;
    }

    @Override
    public Value parameterRef(Expr.ParameterRef node) {
        return constant(program.parameter(node.parameter().name()));
    }

    @Override
    public Value variableRef(Expr.VariableRef node) {
        int slot = program.layout.variableSlot(node.variable());
        return x -> x.core[slot];
    }

    @Override
    public Value localRef(Expr.LocalRef node) {
        int slot = scope.slot(node.local().name());
        return x -> x.locals[slot];
    }

    @Override
    public Value fieldRef(Expr.FieldRef node) {
        int field = program.layout.field(node.field());
        return x -> x.fields[field];
    }

    @Override
    public Value stateRef(Expr.StateRef node) {
        return x -> x.core[0];
    }

    @Override
    public Value stateLiteral(Expr.StateLiteral node) {
        return constant(program.layout.stateOrdinal(node.state().name()));
    }

    @Override
    public Value inStates(Expr.InStates node) {
        Value value = compile(node.value());
        boolean[] in = new boolean[program.layout.states.size()];
        for (Machine.State state : node.states()) {
            in[program.layout.stateOrdinal(state.name())] = true;
        }
        return x -> in[(int) value.of(x)] ? 1 : 0;
    }

    @Override
    public Value streamRead(Expr.StreamRead node) {
        return program.streams.read(node.stream(), node.query());
    }

    @Override
    public Value slice(Expr.Slice node) {
        return program.streams.slice(node.stream(), compile(node.offset()), compile(node.count()));
    }

    @Override
    public Value octetsLength(Expr.OctetsLength node) {
        // Octets are held as their number.
        return compile(node.octets());
    }

    @Override
    public Value timerRunning(Expr.TimerRunning node) {
        int slot = program.layout.deadlineSlot(program.layout.timer(node.timer()));
        return x -> x.core[slot] == StateLayout.NOT_RUNNING ? 0 : 1;
    }

    @Override
    public Value timerRetries(Expr.TimerRetries node) {
        int slot = program.layout.retriesSlot(program.layout.timer(node.timer()));
        return x -> x.core[slot];
    }

    @Override
    public Value unary(Expr.Unary node) {
        Value operand = compile(node.operand());
        return switch (node.op()) {
            case NOT -> x -> operand.holds(x) ? 0 : 1;
            case NEGATE -> program.arithmetic.negate(node.type(), operand);
        };
    }

    @Override
    public Value binary(Expr.Binary node) {
        return program.arithmetic.binary(node, compile(node.left()), compile(node.right()));
    }

    @Override
    public Value hasFlag(Expr.HasFlag node) {
        Value flags = compile(node.flags());
        long bit = Encoding.flagBit(node.flags().type(), node.member());
        return x -> (flags.of(x) & bit) != 0 ? 1 : 0;
    }

    @Override
    public Value conditional(Expr.Conditional node) {
        Value condition = compile(node.condition());
        Value then = compile(node.then());
        Value otherwise = compile(node.otherwise());
        return x -> condition.holds(x) ? then.of(x) : otherwise.of(x);
    }

    @Override
    public Value defineCall(Expr.DefineCall node) {
        Program.Definition definition = program.definition(node.define());
        List<Value> args = node.args().stream().map(this::compile).toList();
        if (args.isEmpty()) {
            return definition.body();
        }
        Action pass = program.pass(args, definition.slots());
        Value body = definition.body();
        return x -> {
            pass.run(x);
            return body.of(x);
        };
    }

    @Override
    public Value boundRef(Expr.BoundRef node) {
        throw modelOnly("a bound of an environment");
    }

    @Override
    public Value atPeer(Expr.AtPeer node) {
        throw modelOnly("another peer");
    }

    @Override
    public Value forPeers(Expr.ForPeers node) {
        throw modelOnly("a quantifier over peers");
    }

    @Override
    public Value inFlight(Expr.InFlight node) {
        throw modelOnly("a quantifier over segments in flight");
    }

    @Override
    public Value isPrefix(Expr.IsPrefix node) {
        throw modelOnly("isPrefix");
    }

    @Override
    public Value next(Expr.Next node) {
        throw modelOnly("next");
    }

    private static IllegalArgumentException modelOnly(String what) {
        return new IllegalArgumentException("the IR has " + what + " inside a machine; only the model knows that");
    }
}
