package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.ExprVisitor;
import java.util.function.Consumer;

/** Visits every node of an expression, itself first. Bodies of definitions it calls are not entered. */
final class Walk implements ExprVisitor<Void> {
    private final Consumer<Expr> seen;

    private Walk(Consumer<Expr> seen) {
        this.seen = seen;
    }

    static void each(Expr expr, Consumer<Expr> seen) {
        if (expr != null) {
            expr.accept(new Walk(seen));
        }
    }

    private Void node(Expr node, Expr... children) {
        seen.accept(node);
        for (Expr child : children) {
            if (child != null) {
                child.accept(this);
            }
        }
        return null;
    }

    @Override
    public Void boolLiteral(Expr.BoolLiteral node) {
        return node(node);
    }

    @Override
    public Void intLiteral(Expr.IntLiteral node) {
        return node(node);
    }

    @Override
    public Void durationLiteral(Expr.DurationLiteral node) {
        return node(node);
    }

    @Override
    public Void ticksLiteral(Expr.TicksLiteral node) {
        return node(node);
    }

    @Override
    public Void enumLiteral(Expr.EnumLiteral node) {
        return node(node);
    }

    @Override
    public Void flagsValue(Expr.FlagsValue node) {
        return node(
                node, node.flags().stream().map(Expr.ConditionalFlag::condition).toArray(Expr[]::new));
    }

    @Override
    public Void parameterRef(Expr.ParameterRef node) {
        return node(node);
    }

    @Override
    public Void variableRef(Expr.VariableRef node) {
        return node(node);
    }

    @Override
    public Void localRef(Expr.LocalRef node) {
        return node(node);
    }

    @Override
    public Void fieldRef(Expr.FieldRef node) {
        return node(node);
    }

    @Override
    public Void boundRef(Expr.BoundRef node) {
        return node(node);
    }

    @Override
    public Void stateRef(Expr.StateRef node) {
        return node(node);
    }

    @Override
    public Void stateLiteral(Expr.StateLiteral node) {
        return node(node);
    }

    @Override
    public Void inStates(Expr.InStates node) {
        return node(node, node.value());
    }

    @Override
    public Void streamRead(Expr.StreamRead node) {
        return node(node);
    }

    @Override
    public Void slice(Expr.Slice node) {
        return node(node, node.offset(), node.count());
    }

    @Override
    public Void octetsLength(Expr.OctetsLength node) {
        return node(node, node.octets());
    }

    @Override
    public Void timerRunning(Expr.TimerRunning node) {
        return node(node);
    }

    @Override
    public Void timerRetries(Expr.TimerRetries node) {
        return node(node);
    }

    @Override
    public Void unary(Expr.Unary node) {
        return node(node, node.operand());
    }

    @Override
    public Void binary(Expr.Binary node) {
        return node(node, node.left(), node.right());
    }

    @Override
    public Void hasFlag(Expr.HasFlag node) {
        return node(node, node.flags());
    }

    @Override
    public Void conditional(Expr.Conditional node) {
        return node(node, node.condition(), node.then(), node.otherwise());
    }

    @Override
    public Void defineCall(Expr.DefineCall node) {
        return node(node, node.args().toArray(Expr[]::new));
    }

    @Override
    public Void atPeer(Expr.AtPeer node) {
        return node(node, node.body());
    }

    @Override
    public Void forPeers(Expr.ForPeers node) {
        return node(node, node.body());
    }

    @Override
    public Void inFlight(Expr.InFlight node) {
        return node(node, node.body());
    }

    @Override
    public Void isPrefix(Expr.IsPrefix node) {
        return node(node, node.shorter(), node.longer());
    }

    @Override
    public Void next(Expr.Next node) {
        return node(node, node.body());
    }
}
