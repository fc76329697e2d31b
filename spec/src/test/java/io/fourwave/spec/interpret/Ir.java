package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StreamOp;
import io.fourwave.spec.ir.StreamQuery;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds IR by hand, for tests of what no source could say, and without trust in the front end. */
final class Ir {
    static final Place PLACE = new Place("test.wave", 7, 3, 7, 9);
    static final Type INT = new Type.Int();
    static final Type BOOL = new Type.Bool();
    static final Type SEQ = new Type.Seq();
    static final Type DURATION = new Type.Duration();
    static final Type OCTETS = new Type.Octets();

    final List<Machine.State> states = new ArrayList<>();
    final List<Machine.Variable> variables = new ArrayList<>();
    final List<Machine.Stream> streams = new ArrayList<>();
    final List<Machine.Timer> timers = new ArrayList<>();
    final List<Machine.Opportunity> opportunities = new ArrayList<>();
    final List<Machine.Define> defines = new ArrayList<>();
    final List<Machine.Procedure> procedures = new ArrayList<>();
    final List<Machine.Handler> handlers = new ArrayList<>();
    final List<Protocol.Field> fields = new ArrayList<>();
    final List<Protocol.UserCall> calls = new ArrayList<>();

    static final Protocol.Outcome REFUSED = new Protocol.Outcome("REFUSED", "not now", "", PLACE);
    static final Protocol.Outcome DONE = new Protocol.Outcome("DONE", "it is done", "", PLACE);

    Protocol protocol() {
        Machine machine = new Machine(
                "M",
                states,
                states.get(0),
                List.of(),
                variables,
                streams,
                timers,
                opportunities,
                defines,
                procedures,
                handlers,
                "",
                PLACE);
        return new Protocol(
                "P",
                "",
                List.of("only"),
                List.of(),
                List.of(),
                List.of(),
                new Protocol.SegmentType(fields, "", PLACE),
                calls,
                List.of(REFUSED),
                List.of(DONE),
                List.of(),
                machine,
                new World(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    Interpreter interpreter(int... capacities) {
        return new Interpreter(protocol(), new long[0], capacities);
    }

    Ir states(String... names) {
        Arrays.stream(names).map(Machine.State::new).forEach(states::add);
        return this;
    }

    Ir variable(String name, Type type) {
        return variable(name, DataKind.PLAIN, type, integer(0));
    }

    Ir variable(String name, DataKind kind, Type type, Expr initial) {
        variables.add(new Machine.Variable(name, kind, type, initial, List.of(), "", PLACE));
        return this;
    }

    Ir field(String name, DataKind kind, Type type) {
        fields.add(new Protocol.Field(name, kind, type, null, List.of(), "", PLACE));
        return this;
    }

    Machine.Stream stream(String name, Machine.StreamKind kind) {
        Machine.Stream stream = new Machine.Stream(name, kind, List.of(), "", PLACE);
        streams.add(stream);
        return stream;
    }

    Machine.Timer timer(String name, Expr after, int factor, Expr max, Expr limit) {
        Machine.Timer timer = new Machine.Timer(name, after, null, factor, max, limit, List.of(), "", PLACE);
        timers.add(timer);
        return timer;
    }

    /** A call whose one handler, in all states, does this. */
    Ir call(String name, List<Protocol.Local> params, Statement... body) {
        Protocol.UserCall call = new Protocol.UserCall(name, params, List.of(), "", PLACE);
        calls.add(call);
        return handle(new Machine.Event.Call(call), states, body);
    }

    Ir handle(Machine.Event event, List<Machine.State> in, Statement... body) {
        Machine.Check check = new Machine.Check(
                "all." + event.text().replace(' ', '-'), event.text(), 0, List.of(body), List.of(), "", PLACE);
        handlers.add(new Machine.Handler("all", event, in, false, List.of(check), List.of(), "", PLACE));
        return this;
    }

    Ir ignore(Machine.Event event, List<Machine.State> in) {
        handlers.add(new Machine.Handler("all", event, in, true, List.of(), List.of(), "", PLACE));
        return this;
    }

    static Protocol.Local local(String name, Type type) {
        return new Protocol.Local(name, type, DataKind.PLAIN);
    }

    static Expr integer(int value) {
        return new Expr.IntLiteral(value, INT);
    }

    static Expr nanos(long value) {
        return new Expr.DurationLiteral(value, DURATION);
    }

    static Expr of(Protocol.Local local) {
        return new Expr.LocalRef(local, local.type());
    }

    static Expr var(String name, Type type) {
        return new Expr.VariableRef(name, DataKind.PLAIN, type);
    }

    static Expr binary(Expr.BinaryOp op, Expr left, Expr right, Type type) {
        return new Expr.Binary(op, left, right, type);
    }

    static Expr read(Machine.Stream stream, StreamQuery query) {
        return new Expr.StreamRead(stream, query, INT);
    }

    static Statement assign(String variable, Expr value) {
        return new Statement.Assign(variable, value, DataKind.PLAIN, "", PLACE);
    }

    static Statement choose(Protocol.Local local) {
        Protocol.Policy policy =
                new Protocol.Policy("policy-" + local.name(), List.of(), local.type(), List.of(), "", PLACE);
        return new Statement.Choose(new Machine.Choice(local, policy, List.of()), DataKind.PLAIN, "", PLACE);
    }

    static Statement when(Expr condition, List<Statement> then, List<Statement> otherwise) {
        return new Statement.When(condition, then, otherwise, DataKind.PLAIN, "", PLACE);
    }

    static Statement on(Machine.Stream stream, StreamOp op, Expr... args) {
        return new Statement.OnStream(stream, op, List.of(args), DataKind.PLAIN, "", PLACE);
    }

    static Statement refuse() {
        return new Statement.Return(REFUSED, DataKind.PLAIN, "", PLACE);
    }

    static Statement start(Machine.Timer timer, boolean unlessRunning) {
        return new Statement.StartTimer(timer, unlessRunning, DataKind.PLAIN, "", PLACE);
    }

    static Statement backOff(Machine.Timer timer) {
        return new Statement.BackOff(timer, DataKind.PLAIN, "", PLACE);
    }

    static Statement goTo(Machine.State state) {
        return new Statement.Goto(state, DataKind.PLAIN, "", PLACE);
    }
}
