package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which ghost data a scenario needs: what it asks about, and what that is made from. Nothing else depends on a ghost, so the others are
 * left out of the scenario's model: they could only split states that behave alike.
 *
 * <p>What flows where is followed without regard to the order of statements, and locals and parameters of one name count as one: that
 * may keep a ghost too many, never one too few.
 */
final class Ghosts {
    private final Map<String, Machine.Define> defines = new HashMap<>();
    private final Map<String, Machine.Procedure> procedures = new HashMap<>();
    /** To each datum all it is made from or decided by. */
    private final Map<String, Set<String>> sources = new HashMap<>();

    private final Set<String> needed = new HashSet<>();

    /** @param asked what the scenario asks: its properties, witnesses, and the conditions of its environment; nulls are skipped */
    Ghosts(Protocol protocol, List<Expr> asked) {
        Machine machine = protocol.machine();
        machine.defines().forEach(define -> defines.put(define.name(), define));
        machine.procedures().forEach(procedure -> procedures.put(procedure.name(), procedure));
        for (Machine.Procedure procedure : machine.procedures()) {
            follow(procedure.body(), Set.of("conditions of " + procedure.name()), protocol);
        }
        machine.handlers()
                .forEach(handler -> handler.checks().forEach(check -> follow(check.body(), Set.of(), protocol)));
        Deque<String> open = new ArrayDeque<>();
        asked.forEach(expr -> open.addAll(reads(expr)));
        while (!open.isEmpty()) {
            String datum = open.pop();
            if (needed.add(datum)) {
                open.addAll(sources.getOrDefault(datum, Set.of()));
            }
        }
    }

    boolean isNeeded(Machine.Variable variable) {
        return variable.kind() != DataKind.GHOST || needed.contains(Facts.variable(variable.name()));
    }

    boolean isNeeded(Protocol.Field field) {
        return field.kind() != DataKind.GHOST || needed.contains(field(field.name()));
    }

    /** Whether a statement does nothing but set a ghost nobody needs. */
    boolean isIdle(Statement statement) {
        return statement instanceof Statement.Assign assign
                && assign.kind() == DataKind.GHOST
                && !needed.contains(Facts.variable(assign.variable()));
    }

    private void follow(List<Statement> statements, Set<String> conditions, Protocol protocol) {
        for (Statement statement : statements) {
            Set<String> inner = conditions;
            if (statement instanceof Statement.When when) {
                inner = new HashSet<>(conditions);
                inner.addAll(reads(when.condition()));
            } else if (statement instanceof Statement.Assign assign) {
                flow(reads(assign.value()), conditions, Facts.variable(assign.variable()));
            } else if (statement instanceof Statement.Let let) {
                flow(reads(let.value()), conditions, local(let.local()));
            } else if (statement instanceof Statement.Send send) {
                List<Protocol.Field> fields = protocol.segment().fields();
                for (int i = 0; i < fields.size(); i++) {
                    flow(
                            reads(send.values().get(i)),
                            conditions,
                            field(fields.get(i).name()));
                }
            } else if (statement instanceof Statement.Perform perform) {
                Machine.Procedure procedure = procedures.get(perform.procedure());
                flow(Set.of(), conditions, "conditions of " + procedure.name());
                for (int i = 0; i < perform.args().size(); i++) {
                    flow(
                            reads(perform.args().get(i)),
                            conditions,
                            local(procedure.params().get(i)));
                }
            }
            for (List<Statement> branch : Flow.branches(statement)) {
                follow(branch, inner, protocol);
            }
        }
    }

    private void flow(Set<String> from, Set<String> conditions, String to) {
        Set<String> all = sources.computeIfAbsent(to, name -> new HashSet<>());
        all.addAll(from);
        all.addAll(conditions);
    }

    private Set<String> reads(Expr expr) {
        Set<String> data = new HashSet<>();
        Walk.each(expr, node -> {
            if (node instanceof Expr.VariableRef ref) {
                data.add(Facts.variable(ref.variable()));
            } else if (node instanceof Expr.FieldRef ref) {
                data.add(field(ref.field()));
            } else if (node instanceof Expr.LocalRef ref) {
                data.add(local(ref.local()));
            } else if (node instanceof Expr.DefineCall call) {
                data.addAll(reads(defines.get(call.define()).body()));
            }
        });
        return data;
    }

    private static String field(String name) {
        return "field " + name;
    }

    private static String local(Protocol.Local local) {
        return "local " + local.name();
    }
}
