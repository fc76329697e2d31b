package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.ActionVisitor;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Stmt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states the machine may be in at each {@code by state}, and which statements are never reached. Conservative: conditions
 * are taken for possible, but for those that ask the state itself. A procedure is walked for each set of states it is performed in.
 */
final class PossibleStates implements ActionVisitor<BitSet> {
    private final Symbols symbols;
    private final List<String> order;
    private final StateConditions conditions;
    private final Map<Action.ByState, BitSet> atByState = new IdentityHashMap<>();
    private final Map<Stmt, Boolean> reached = new IdentityHashMap<>();
    private final Map<String, Map<BitSet, BitSet>> procedures = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private BitSet now = new BitSet();

    PossibleStates(Symbols symbols) {
        this.symbols = symbols;
        this.order = new ArrayList<>(symbols.states.keySet());
        this.conditions = new StateConditions(symbols, order);
    }

    /** Walks a handler: its checks, or its body. */
    void handler(MachinePart.HandlerPart part, List<Machine.State> states) {
        BitSet possible = new BitSet();
        states.forEach(state -> possible.set(order.indexOf(state.name())));
        if (part.checks().isEmpty()) {
            block(part.body(), possible);
        }
        BitSet before = possible;
        for (MachinePart.CheckPart check : part.checks()) {
            if (before.isEmpty() && !possible.isEmpty()) {
                symbols.diagnostics.add(
                        Diagnostic.of(DiagnosticCode.UNREACHABLE, check.ordinalPlace(), "this check is never reached")
                                .note("the check before it ends the step on every path"));
                return;
            }
            before = block(check.body(), before);
        }
    }

    /** The states possible at a {@code by state}, in declared order; null when nothing leads there. */
    List<Machine.State> at(Action.ByState byState) {
        BitSet possible = atByState.get(byState);
        return possible == null
                ? null
                : possible.stream()
                        .mapToObj(index -> symbols.states.get(order.get(index)))
                        .toList();
    }

    /** Reports the first statement of each block that nothing leads to. */
    void reportUnreachable() {
        reached.forEach((statement, isReached) -> {
            if (!isReached) {
                symbols.diagnostics.add(
                        Diagnostic.of(DiagnosticCode.UNREACHABLE, statement.place(), "this statement is never reached")
                                .note("the step has ended on every path that leads here, or no state is left"));
            }
        });
    }

    private BitSet block(Action.Block block, BitSet before) {
        BitSet states = before;
        for (Stmt statement : block.statements()) {
            reached.merge(statement, !states.isEmpty(), Boolean::logicalOr);
            if (states.isEmpty()) {
                return states;
            }
            states = walk(statement.action(), states);
        }
        return states;
    }

    private BitSet walk(Action action, BitSet before) {
        BitSet saved = now;
        now = before;
        BitSet after = action.accept(this);
        now = saved;
        return after;
    }

    private BitSet only(Name state) {
        int index = order.indexOf(state.text());
        if (index < 0) {
            return now;
        }
        BitSet single = new BitSet();
        single.set(index);
        return single;
    }

    @Override
    public BitSet when(Action.When action) {
        BitSet then = block(action.then(), conditions.where(action.condition(), now, true));
        BitSet otherwise = block(action.otherwise(), conditions.where(action.condition(), now, false));
        return union(then, otherwise);
    }

    private static BitSet union(BitSet left, BitSet right) {
        BitSet both = (BitSet) left.clone();
        both.or(right);
        return both;
    }

    @Override
    public BitSet byState(Action.ByState action) {
        atByState.merge(action, now, PossibleStates::union);
        BitSet left = (BitSet) now.clone();
        BitSet after = new BitSet();
        for (Action.ArmPart arm : action.arms()) {
            BitSet here = arm.states().isEmpty() ? (BitSet) left.clone() : named(arm.states());
            here.and(left);
            left.andNot(here);
            if (!here.isEmpty()) {
                BitSet inside = arm.target().map(this::only).orElse(here);
                after.or(block(arm.body(), inside));
            }
        }
        after.or(left);
        return after;
    }

    private BitSet named(List<Name> names) {
        return conditions.states(names);
    }

    @Override
    public BitSet goTo(Action.Goto action) {
        return only(action.target());
    }

    @Override
    public BitSet deleteTcb(Action.DeleteTcb action) {
        BitSet initial = new BitSet();
        if (symbols.initial != null) {
            initial.set(order.indexOf(symbols.initial.name()));
        }
        return symbols.initial == null ? now : initial;
    }

    @Override
    public BitSet stop(Action.Stop action) {
        return new BitSet();
    }

    @Override
    public BitSet returns(Action.Return action) {
        return new BitSet();
    }

    @Override
    public BitSet perform(Action.Perform action) {
        String name = action.name().text();
        MachinePart.ProcedurePart part = symbols.procedures.part(name);
        if (part == null || open.contains(name)) {
            return now;
        }
        Map<BitSet, BitSet> known = procedures.computeIfAbsent(name, n -> new HashMap<>());
        BitSet after = known.get(now);
        if (after == null) {
            open.add(name);
            after = block(part.body(), now);
            open.remove(name);
            known.put(now, after);
        }
        return after;
    }

    @Override
    public BitSet assign(Action.Assign action) {
        return now;
    }

    @Override
    public BitSet let(Action.Let action) {
        return now;
    }

    @Override
    public BitSet choose(Action.Choose action) {
        return now;
    }

    @Override
    public BitSet send(Action.Send action) {
        return now;
    }

    @Override
    public BitSet start(Action.Start action) {
        return now;
    }

    @Override
    public BitSet backOff(Action.BackOff action) {
        return now;
    }

    @Override
    public BitSet cancel(Action.Cancel action) {
        return now;
    }

    @Override
    public BitSet cancelAll(Action.CancelAll action) {
        return now;
    }

    @Override
    public BitSet notice(Action.Notify action) {
        return now;
    }

    @Override
    public BitSet inform(Action.Inform action) {
        return now;
    }

    @Override
    public BitSet ignore(Action.Ignore action) {
        return now;
    }
}
