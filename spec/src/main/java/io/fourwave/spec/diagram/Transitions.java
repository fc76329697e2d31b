package io.fourwave.spec.diagram;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the transitions of a machine: from each state each event's handler is walked, all conditions taken for possible but those
 * that ask the state. A step that passes through a state on its way to another is one transition.
 */
public final class Transitions {
    /** Where a step may stand: in this state, brought there by this rule ({@code null}: it is still where it began). */
    private record Standing(Machine.State state, String rule) {}

    private final Machine machine;
    private final Map<String, Machine.Procedure> procedures = new LinkedHashMap<>();
    private final Set<Transition> found = new LinkedHashSet<>();
    private Machine.State from;
    private Machine.Event event;
    private String rule;

    private Transitions(Machine machine) {
        this.machine = machine;
        machine.procedures().forEach(procedure -> procedures.put(procedure.name(), procedure));
    }

    public static List<Transition> of(Machine machine) {
        Transitions transitions = new Transitions(machine);
        machine.handlers().forEach(transitions::handler);
        return List.copyOf(transitions.found);
    }

    private void handler(Machine.Handler handler) {
        event = handler.event();
        for (Machine.State state : handler.states()) {
            from = state;
            Set<Standing> standings = Set.of(new Standing(state, null));
            for (Machine.Check check : handler.checks()) {
                rule = check.rule();
                standings = block(check.body(), standings);
            }
            standings.forEach(this::end);
        }
    }

    private void end(Standing standing) {
        if (standing.rule != null && !standing.state.equals(from)) {
            found.add(new Transition(from, standing.state, event, standing.rule));
        }
    }

    private Set<Standing> block(List<Statement> statements, Set<Standing> before) {
        Set<Standing> standings = before;
        for (Statement statement : statements) {
            standings = statement(statement, standings);
        }
        return standings;
    }

    private Set<Standing> statement(Statement statement, Set<Standing> before) {
        if (before.isEmpty()) {
            return before;
        }
        if (statement instanceof Statement.Goto goTo) {
            return Set.of(new Standing(goTo.target(), rule));
        } else if (statement instanceof Statement.DeleteTcb) {
            return Set.of(new Standing(machine.initial(), rule));
        } else if (statement instanceof Statement.Stop || statement instanceof Statement.Return) {
            before.forEach(this::end);
            return Set.of();
        } else if (statement instanceof Statement.When when) {
            Set<Standing> after = new LinkedHashSet<>(block(when.then(), where(when.condition(), before, true)));
            after.addAll(block(when.otherwise(), where(when.condition(), before, false)));
            return after;
        } else if (statement instanceof Statement.ByState byState) {
            return byState(byState, before);
        } else if (statement instanceof Statement.Perform perform) {
            return block(procedures.get(perform.procedure()).body(), before);
        }
        return before;
    }

    private Set<Standing> byState(Statement.ByState byState, Set<Standing> before) {
        Set<Standing> after = new LinkedHashSet<>();
        for (Statement.Arm arm : byState.arms()) {
            Set<Standing> here = new LinkedHashSet<>();
            for (Standing standing : before) {
                if (arm.states().contains(standing.state)) {
                    here.add(arm.target() == null ? standing : new Standing(arm.target(), rule));
                }
            }
            if (!here.isEmpty()) {
                after.addAll(block(arm.body(), here));
            }
        }
        return after;
    }

    private static Set<Standing> where(Expr condition, Set<Standing> from, boolean outcome) {
        Set<Standing> kept = new LinkedHashSet<>();
        for (Standing standing : from) {
            if (possible(condition, standing.state, outcome)) {
                kept.add(standing);
            }
        }
        return kept;
    }

    private static boolean possible(Expr condition, Machine.State state, boolean outcome) {
        if (condition instanceof Expr.InStates in && in.value() instanceof Expr.StateRef) {
            return in.states().contains(state) == outcome;
        } else if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return possible(not.operand(), state, !outcome);
        } else if (condition instanceof Expr.Binary binary) {
            return possible(binary, state, outcome);
        }
        return true;
    }

    private static boolean possible(Expr.Binary node, Machine.State state, boolean outcome) {
        boolean left;
        boolean right;
        switch (node.op()) {
            case EQ, NE:
                boolean asked = node.left() instanceof Expr.StateRef && node.right() instanceof Expr.StateLiteral;
                return !asked
                        || ((Expr.StateLiteral) node.right()).state().equals(state)
                                == (outcome == (node.op() == Expr.BinaryOp.EQ));
            case AND, OR:
                left = possible(node.left(), state, outcome);
                right = possible(node.right(), state, outcome);
                return (node.op() == Expr.BinaryOp.AND) == outcome ? left && right : left || right;
            default:
                return true;
        }
    }
}
