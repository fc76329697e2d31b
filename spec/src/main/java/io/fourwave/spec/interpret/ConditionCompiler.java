package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.StreamQuery;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes a condition of the checker's world ready: quantifiers over peers are written out, since there are two. */
final class ConditionCompiler extends ExprCompiler {
    private final List<String> peers;
    private final Map<String, Long> bounds;
    private final long tickNanos;
    private final Map<String, Integer> named;

    ConditionCompiler(Program program, List<String> peers, Map<String, Long> bounds, long tickNanos) {
        this(program, peers, bounds, tickNanos, new HashMap<>());
        for (int i = 0; i < peers.size(); i++) {
            named.put(peers.get(i), i);
        }
    }

    private ConditionCompiler(
            Program program, List<String> peers, Map<String, Long> bounds, long tickNanos, Map<String, Integer> named) {
        super(program, new Scope(program.locals));
        this.peers = peers;
        this.bounds = bounds;
        this.tickNanos = tickNanos;
        this.named = named;
    }

    private ConditionCompiler calling(String name, String otherName, int peer) {
        Map<String, Integer> inner = new HashMap<>(named);
        inner.put(name, peer);
        if (otherName != null) {
            inner.put(otherName, 1 - peer);
        }
        return new ConditionCompiler(program, peers, bounds, tickNanos, inner);
    }

    private static WorldExecution world(Execution x) {
        return (WorldExecution) x;
    }

    @Override
    public Value ticksLiteral(Expr.TicksLiteral node) {
        long nanos = node.ticks() * tickNanos;
        return x -> nanos;
    }

    @Override
    public Value boundRef(Expr.BoundRef node) {
        Long value = bounds.get(node.bound());
        if (value == null) {
            throw new IllegalArgumentException("the scenario gives no number to the bound `" + node.bound() + "`");
        }
        return x -> value;
    }

    @Override
    public Value atPeer(Expr.AtPeer node) {
        int peer = named.get(node.peer());
        Value body = compile(node.body());
        return x -> body.of(world(x).at(peer));
    }

    @Override
    public Value forPeers(Expr.ForPeers node) {
        List<Value> each = peers.stream()
                .map(peer -> calling(node.name(), node.otherName(), peers.indexOf(peer))
                        .compile(node.body()))
                .toList();
        return quantified(
                node.quantifier(), x -> each.stream().map(body -> body.holds(x)).toList());
    }

    @Override
    public Value inFlight(Expr.InFlight node) {
        int to = named.get(node.peer());
        Value body = compile(node.body());
        return quantified(
                node.quantifier(),
                x -> world(x).now.underWay().get(to).stream()
                        .map(segment -> body.holds(world(x).with(segment)))
                        .toList());
    }

    private static Value quantified(Expr.Quantifier quantifier, Function<Execution, List<Boolean>> truths) {
        return x -> {
            List<Boolean> each = truths.apply(x);
            boolean holds = switch (quantifier) {
                case ALL -> !each.contains(false);
                case SOME -> each.contains(true);
                case NO -> !each.contains(true);
            };
            return holds ? 1 : 0;
        };
    }

    @Override
    public Value next(Expr.Next node) {
        Value body = compile(node.body());
        return x -> body.of(world(x).then());
    }

    /** Of a history its length, as of all octets; {@link #isPrefix} looks into it. */
    @Override
    public Value streamRead(Expr.StreamRead node) {
        if (node.query() != StreamQuery.HISTORY) {
            return super.streamRead(node);
        }
        int stream = program.layout.stream(node.stream().name());
        return x -> world(x).history(stream).length;
    }

    @Override
    public Value isPrefix(Expr.IsPrefix node) {
        Function<WorldExecution, byte[]> shorter = history(node.shorter());
        Function<WorldExecution, byte[]> longer = history(node.longer());
        return x -> {
            byte[] first = shorter.apply(world(x));
            byte[] whole = longer.apply(world(x));
            boolean prefix =
                    first.length <= whole.length && Arrays.equals(first, 0, first.length, whole, 0, first.length);
            return prefix ? 1 : 0;
        };
    }

    private Function<WorldExecution, byte[]> history(Expr expr) {
        if (expr instanceof Expr.AtPeer at) {
            int peer = named.get(at.peer());
            Function<WorldExecution, byte[]> body = history(at.body());
            return x -> body.apply(x.at(peer));
        }
        if (expr instanceof Expr.Next next) {
            Function<WorldExecution, byte[]> body = history(next.body());
            return x -> body.apply(x.then());
        }
        if (expr instanceof Expr.StreamRead read && read.query() == StreamQuery.HISTORY) {
            int stream = program.layout.stream(read.stream().name());
            return x -> x.history(stream);
        }
        throw new IllegalArgumentException("the IR has something else than a history in isPrefix");
    }
}
