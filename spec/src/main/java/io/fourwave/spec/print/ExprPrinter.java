package io.fourwave.spec.print;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.ExprVisitor;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions and types, operators written as functions so that no precedence has to be known. */
final class ExprPrinter implements ExprVisitor<String> {
    private static final ExprPrinter INSTANCE = new ExprPrinter();

    private ExprPrinter() {}

    /** {@code -} for what is not there. */
    static String text(Expr expr) {
        return expr == null ? "-" : expr.accept(INSTANCE);
    }

    static String list(List<Expr> exprs) {
        return exprs.stream().map(ExprPrinter::text).collect(Collectors.joining(", "));
    }

    static String type(Type type) {
        if (type == null) {
            return "-";
        } else if (type instanceof Type.Range range) {
            return text(range.low()) + ".." + text(range.high());
        } else if (type instanceof Type.Enumeration named) {
            return named.name();
        } else if (type instanceof Type.Flags named) {
            return "flags " + named.name();
        }
        return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String local(Protocol.Local local) {
        return kind(local.kind()) + local.name() + " : " + type(local.type());
    }

    static String locals(List<Protocol.Local> locals) {
        return locals.stream().map(ExprPrinter::local).collect(Collectors.joining(", ", "(", ")"));
    }

    /** In front of a name; nothing for plain. */
    static String kind(DataKind kind) {
        return kind == DataKind.PLAIN ? "" : kind.name().toLowerCase(Locale.ROOT) + " ";
    }

    static String states(List<Machine.State> states) {
        return states.stream().map(Machine.State::name).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String boolLiteral(Expr.BoolLiteral node) {
        return Boolean.toString(node.value());
    }

    @Override
    public String intLiteral(Expr.IntLiteral node) {
        return node.value() + (node.type() instanceof Type.Seq ? "seq" : "");
    }

    @Override
    public String durationLiteral(Expr.DurationLiteral node) {
        return node.nanos() == Long.MAX_VALUE ? "forever" : node.nanos() + "ns";
    }

    @Override
    public String ticksLiteral(Expr.TicksLiteral node) {
        return node.ticks() + " ticks";
    }

    @Override
    public String enumLiteral(Expr.EnumLiteral node) {
        return type(node.type()) + "." + node.member();
    }

    @Override
    public String flagsValue(Expr.FlagsValue node) {
        return node.flags().stream()
                .map(flag -> flag.member() + (flag.condition() == null ? "" : " when " + text(flag.condition())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String parameterRef(Expr.ParameterRef node) {
        return "parameter " + node.parameter().name();
    }

    @Override
    public String variableRef(Expr.VariableRef node) {
        return kind(node.kind()) + node.variable();
    }

    @Override
    public String localRef(Expr.LocalRef node) {
        return "local " + kind(node.local().kind()) + node.local().name();
    }

    @Override
    public String fieldRef(Expr.FieldRef node) {
        return kind(node.kind()) + "SEG." + node.field();
    }

    @Override
    public String boundRef(Expr.BoundRef node) {
        return "bound " + node.bound();
    }

    @Override
    public String stateRef(Expr.StateRef node) {
        return "state";
    }

    @Override
    public String stateLiteral(Expr.StateLiteral node) {
        return "state " + node.state().name();
    }

    @Override
    public String inStates(Expr.InStates node) {
        return "in(" + text(node.value()) + ", {" + states(node.states()) + "})";
    }

    @Override
    public String streamRead(Expr.StreamRead node) {
        return node.stream().name() + "." + lower(node.query());
    }

    @Override
    public String slice(Expr.Slice node) {
        return node.stream().name() + "[" + text(node.offset()) + ", " + text(node.count()) + "]";
    }

    @Override
    public String octetsLength(Expr.OctetsLength node) {
        return "length(" + text(node.octets()) + ")";
    }

    @Override
    public String timerRunning(Expr.TimerRunning node) {
        return "running(" + node.timer() + ")";
    }

    @Override
    public String timerRetries(Expr.TimerRetries node) {
        return "retries(" + node.timer() + ")";
    }

    @Override
    public String unary(Expr.Unary node) {
        return lower(node.op()) + "(" + text(node.operand()) + ")";
    }

    @Override
    public String binary(Expr.Binary node) {
        return lower(node.op()) + "(" + text(node.left()) + ", " + text(node.right()) + ")";
    }

    @Override
    public String hasFlag(Expr.HasFlag node) {
        return "has(" + text(node.flags()) + ", " + node.member() + ")";
    }

    @Override
    public String conditional(Expr.Conditional node) {
        return "if(" + text(node.condition()) + ", " + text(node.then()) + ", " + text(node.otherwise()) + ")";
    }

    @Override
    public String defineCall(Expr.DefineCall node) {
        return node.define() + "(" + list(node.args()) + ")";
    }

    @Override
    public String atPeer(Expr.AtPeer node) {
        return "at " + node.peer() + "(" + text(node.body()) + ")";
    }

    @Override
    public String forPeers(Expr.ForPeers node) {
        String other = node.otherName() == null ? "" : " with " + node.otherName();
        return "peers " + lower(node.quantifier()) + " " + node.name() + other + "(" + text(node.body()) + ")";
    }

    @Override
    public String inFlight(Expr.InFlight node) {
        return "segments " + lower(node.quantifier()) + " to " + node.peer() + "(" + text(node.body()) + ")";
    }

    @Override
    public String isPrefix(Expr.IsPrefix node) {
        return "isPrefix(" + text(node.shorter()) + ", " + text(node.longer()) + ")";
    }

    @Override
    public String next(Expr.Next node) {
        return "next(" + text(node.body()) + ")";
    }
}
