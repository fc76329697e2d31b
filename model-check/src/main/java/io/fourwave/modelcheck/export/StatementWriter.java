package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of statements as one expression: the TCB after them, or the set of TCBs where a {@code choose} is possible.
 *
 * <p>A stop is a flag of the record, looked at only behind statements that may stop on some ways and not on others; where one branch
 * always stops, what follows simply moves into the other.
 */
final class StatementWriter {
    private final ExprWriter expressions;
    private final Names names;
    private final Flow flow;
    private final Updates updates;

    StatementWriter(ExprWriter expressions, Facts facts, Names names, Updates updates) {
        this.expressions = expressions;
        this.names = names;
        this.flow = facts.flow();
        this.updates = updates;
    }

    /**
     * @param asSet write a set of TCBs; needed where the statements may choose
     * @param last nothing follows in this step, so that nobody looks at the flag of a stop
     */
    String write(List<Statement> statements, Scope outer, boolean asSet, boolean last) {
        List<Statement> live = flow.live(statements);
        Scope scope = outer.block();
        Block block = new Block(scope.identifiers(), scope.tcb());
        for (int i = 0; i < live.size(); i++) {
            Statement statement = live.get(i);
            List<Statement> rest = live.subList(i + 1, live.size());
            if (statement instanceof Statement.Stop || statement instanceof Statement.Return) {
                updates.ends(statement, block, last);
                return block.finish(asSet ? "{" + block.value() + "}" : block.value());
            }
            if (statement instanceof Statement.Let let) {
                String tcb = block.reading(updates.reads(let.value()));
                String value = expressions.write(let.value(), scope.at(tcb));
                block.define(scope.declare(let.local().name()), value);
            } else if (choiceOf(statement) != null) {
                return block.finish(choose(statement, rest, block, scope, last));
            } else if (statement instanceof Statement.Perform
                    || !Flow.branches(statement).isEmpty()) {
                String finished = split(statement, rest, block, scope, asSet, last);
                if (finished != null) {
                    return block.finish(finished);
                }
            } else {
                updates.apply(statement, block, scope);
            }
        }
        return block.finish(asSet ? "{" + block.value() + "}" : block.value());
    }

    private static Machine.Choice choiceOf(Statement statement) {
        if (statement instanceof Statement.Choose choose) {
            return choose.choice();
        }
        if (statement instanceof Statement.StartTimer start) {
            return start.timer().choice();
        }
        return statement instanceof Statement.BackOff backOff ? backOff.timer().choice() : null;
    }

    private String choose(Statement statement, List<Statement> rest, Block block, Scope scope, boolean last) {
        Machine.Choice choice = choiceOf(statement);
        String tcb = block.settle();
        String domain = domain(choice, scope.at(tcb));
        if (statement instanceof Statement.StartTimer start && start.unlessRunning()) {
            domain = "(IF " + tcb + "." + names.timer(start.timer().name()) + " >= 0 THEN {0} ELSE " + domain + ")";
        }
        Scope inner = scope.at(tcb).block();
        String bound = inner.declare(choice.local().name());
        Block then = new Block(inner.identifiers(), tcb);
        updates.chosen(statement, choice, bound, then, inner);
        String body = write(rest, inner.at(then.settle()), true, last);
        return Layout.union(then.finish(body), bound, domain);
    }

    /** Every value the type allows here, or the scenario's. */
    private String domain(Machine.Choice choice, Scope scope) {
        String allowed = names.choices(choice.policy());
        if (choice.local().type() instanceof Type.Range range) {
            return "Choices(" + allowed + ", " + expressions.write(range.low(), scope) + ", "
                    + expressions.write(range.high(), scope) + ", "
                    + Values.quoted(choice.local().name()) + ")";
        }
        return allowed;
    }

    /**
     * A statement with several ways through it. Returns the finished expression when it swallowed the rest, or null when the block
     * simply goes on.
     */
    private String split(
            Statement statement, List<Statement> rest, Block block, Scope scope, boolean asSet, boolean last) {
        List<Statement> alone = List.of(statement);
        boolean ends = flow.mayEnd(alone);
        boolean chooses = flow.mayChoose(alone);
        String tcb = block.settle();
        Scope here = scope.at(tcb);
        if (rest.isEmpty() || flow.alwaysEnds(alone)) {
            return ways(statement, here, asSet, last, List.of());
        }
        List<List<Statement>> falling = Flow.branches(statement).stream()
                .filter(branch -> !flow.alwaysEnds(branch))
                .toList();
        if (ends && falling.size() == 1) {
            return ways(statement, here, asSet, last, rest);
        }
        if (!chooses) {
            String next = block.become(ways(statement, here, false, false, List.of()));
            if (!ends) {
                return null;
            }
            String on = write(rest, scope.at(next), asSet, last);
            return Layout.ifThenElse(next + ".stopped", asSet ? "{" + next + "}" : next, on);
        }
        String next = scope.identifiers().numbered("s");
        String on = write(rest, scope.at(next), true, last);
        String element = ends ? Layout.ifThenElse(next + ".stopped", "{" + next + "}", on) : on;
        return Layout.union(element, next, ways(statement, here, true, false, List.of()));
    }

    /** The alternatives of a statement, those that do not end followed by {@code rest}. */
    private String ways(Statement statement, Scope here, boolean asSet, boolean last, List<Statement> rest) {
        if (statement instanceof Statement.Perform perform) {
            String call = call(perform, here);
            return asSet && !flow.mayChoose(List.of(perform)) ? "{" + call + "}" : call;
        }
        boolean lastHere = last;
        List<String> conditions = new ArrayList<>();
        List<List<Statement>> bodies = new ArrayList<>();
        if (statement instanceof Statement.When when) {
            conditions.add(expressions.write(when.condition(), here));
            bodies.add(when.then());
            bodies.add(when.otherwise());
        } else if (statement instanceof Statement.ByState byState) {
            for (Statement.Arm arm : byState.arms()) {
                conditions.add(expressions.inStates(here.tcb() + ".state", arm.states()));
                bodies.add(Flow.armBody(arm));
            }
        }
        String text = null;
        for (int i = bodies.size() - 1; i >= 0; i--) {
            List<Statement> body = new ArrayList<>(bodies.get(i));
            if (!flow.alwaysEnds(body)) {
                body.addAll(rest);
            }
            String way = write(body, here, asSet, lastHere);
            text = text == null ? way : Layout.ifThenElse(conditions.get(i), way, text);
        }
        return text;
    }

    private String call(Statement.Perform perform, Scope here) {
        Machine.Procedure procedure = flow.procedure(perform.procedure());
        List<String> args = new ArrayList<>();
        args.add(here.tcb());
        if (procedure.usesSegment()) {
            args.add(here.segment());
        }
        for (int i = 0; i < perform.args().size(); i++) {
            if (procedure.params().get(i).kind() != DataKind.RUNTIME) {
                args.add(expressions.write(perform.args().get(i), here));
            }
        }
        return names.procedure(procedure.name()) + "(" + String.join(", ", args) + ")";
    }
}
