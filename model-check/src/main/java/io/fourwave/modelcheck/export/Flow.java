package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How control flows through the statements that exist in the model: which may end the step, which always do, which may choose.
 * Deterministic statements stay plain operators, and a flag "stopped" is looked at only where a stop is possible.
 */
final class Flow {
    private final Map<String, Machine.Procedure> procedures = new LinkedHashMap<>();
    private final Map<String, Boolean> lives = new HashMap<>();
    private final Ghosts ghosts;
    private final boolean notes;

    /** @param notes whether notices to the user exist too, as they do where a counterexample is told */
    Flow(Machine machine, Ghosts ghosts, boolean notes) {
        this.ghosts = ghosts;
        this.notes = notes;
        for (Machine.Procedure procedure : machine.procedures()) {
            procedures.put(procedure.name(), procedure);
        }
    }

    Machine.Procedure procedure(String name) {
        return procedures.get(name);
    }

    /** A branch of a statement: the statements it runs; the state it enters first is a statement too. */
    static List<List<Statement>> branches(Statement statement) {
        if (statement instanceof Statement.When when) {
            return List.of(when.then(), when.otherwise());
        }
        if (statement instanceof Statement.ByState byState) {
            return byState.arms().stream().map(Flow::armBody).toList();
        }
        return List.of();
    }

    static List<Statement> armBody(Statement.Arm arm) {
        if (arm.target() == null) {
            return arm.body();
        }
        List<Statement> body = new ArrayList<>();
        body.add(new Statement.Goto(arm.target(), DataKind.PLAIN, "", arm.place()));
        body.addAll(arm.body());
        return body;
    }

    /** Whether the statement does anything in the model. */
    boolean isLive(Statement statement) {
        if (statement.kind() == DataKind.RUNTIME
                || statement instanceof Statement.Ignore
                || statement instanceof Statement.Inform
                || ghosts.isIdle(statement)
                || statement instanceof Statement.Notify && !notes) {
            return false;
        }
        if (statement instanceof Statement.When || statement instanceof Statement.ByState) {
            return branches(statement).stream().anyMatch(this::anyLive);
        }
        if (statement instanceof Statement.Perform perform) {
            return isLive(perform.procedure());
        }
        return true;
    }

    private boolean isLive(String procedure) {
        Boolean known = lives.get(procedure);
        if (known == null) {
            known = anyLive(procedures.get(procedure).body());
            lives.put(procedure, known);
        }
        return known;
    }

    private boolean anyLive(List<Statement> statements) {
        return statements.stream().anyMatch(this::isLive);
    }

    List<Statement> live(List<Statement> statements) {
        return statements.stream().filter(this::isLive).toList();
    }

    boolean mayEnd(List<Statement> statements) {
        return any(
                statements, statement -> statement instanceof Statement.Stop || statement instanceof Statement.Return);
    }

    boolean mayChoose(List<Statement> statements) {
        return any(
                statements,
                statement -> statement instanceof Statement.Choose
                        || statement instanceof Statement.StartTimer start
                                && start.timer().choice() != null
                        || statement instanceof Statement.BackOff backOff
                                && backOff.timer().choice() != null);
    }

    private boolean any(List<Statement> statements, Predicate<Statement> what) {
        for (Statement statement : live(statements)) {
            if (what.test(statement)
                    || branches(statement).stream().anyMatch(branch -> any(branch, what))
                    || statement instanceof Statement.Perform perform
                            && any(procedures.get(perform.procedure()).body(), what)) {
                return true;
            }
        }
        return false;
    }

    boolean alwaysEnds(List<Statement> statements) {
        for (Statement statement : live(statements)) {
            List<List<Statement>> branches = branches(statement);
            if (statement instanceof Statement.Stop
                    || statement instanceof Statement.Return
                    || !branches.isEmpty() && branches.stream().allMatch(this::alwaysEnds)
                    || statement instanceof Statement.Perform perform
                            && alwaysEnds(procedures.get(perform.procedure()).body())) {
                return true;
            }
        }
        return false;
    }

    /** The procedures of the model, each after those it performs. */
    List<Machine.Procedure> proceduresInOrder() {
        List<Machine.Procedure> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        procedures.keySet().forEach(name -> visit(name, done, ordered));
        return ordered;
    }

    private void visit(String name, Set<String> done, List<Machine.Procedure> ordered) {
        if (!isLive(name) || !done.add(name)) {
            return;
        }
        Machine.Procedure procedure = procedures.get(name);
        performed(procedure.body(), callee -> visit(callee, done, ordered));
        ordered.add(procedure);
    }

    private void performed(List<Statement> statements, Consumer<String> seen) {
        for (Statement statement : live(statements)) {
            branches(statement).forEach(branch -> performed(branch, seen));
            if (statement instanceof Statement.Perform perform) {
                seen.accept(perform.procedure());
            }
        }
    }

    /** Every expression the model evaluates in these statements. */
    void expressions(List<Statement> statements, Consumer<Expr> seen) {
        for (Statement statement : live(statements)) {
            branches(statement).forEach(branch -> expressions(branch, seen));
            if (statement instanceof Statement.When when) {
                seen.accept(when.condition());
            } else if (statement instanceof Statement.Assign assign) {
                seen.accept(assign.value());
            } else if (statement instanceof Statement.Let let) {
                seen.accept(let.value());
            } else if (statement instanceof Statement.Send send) {
                send.values().forEach(seen);
            } else if (statement instanceof Statement.OnStream onStream) {
                onStream.args().forEach(seen);
            } else if (statement instanceof Statement.Perform perform) {
                perform.args().forEach(seen);
            }
        }
    }
}
