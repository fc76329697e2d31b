package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.StreamQuery;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the export must know of a machine before it writes: which definitions read the TCB, which timers' retries anybody looks at,
 * which streams' histories and which ghosts the scenario asks for, and what each expression reads.
 *
 * <p>What nobody looks at is not part of the model's state: it could only split states that behave alike.
 */
final class Facts {
    private final Machine machine;
    private final Map<String, Machine.Define> defines = new LinkedHashMap<>();
    private final Map<String, Set<String>> readsOfDefine = new HashMap<>();
    private final Set<String> countedTimers = new HashSet<>();
    private final Set<String> histories = new HashSet<>();
    private final Ghosts ghosts;
    private final Flow flow;

    Facts(Protocol protocol, World.Scenario scenario, boolean notes) {
        machine = protocol.machine();
        for (Machine.Define define : machine.defines()) {
            defines.put(define.name(), define);
        }
        List<Expr> asked = asked(protocol.world(), scenario);
        ghosts = new Ghosts(protocol, asked);
        flow = new Flow(machine, ghosts, notes);
        for (Machine.Timer timer : machine.timers()) {
            if (timer.limit() != null || timer.factor() > 1) {
                countedTimers.add(timer.name());
            }
        }
        everyExpression(
                asked,
                root -> Walk.each(root, node -> {
                    if (node instanceof Expr.TimerRetries retries) {
                        countedTimers.add(retries.timer());
                    } else if (node instanceof Expr.StreamRead read && read.query() == StreamQuery.HISTORY) {
                        histories.add(read.stream().name());
                    }
                }));
    }

    Ghosts ghosts() {
        return ghosts;
    }

    Flow flow() {
        return flow;
    }

    boolean retriesCount(String timer) {
        return countedTimers.contains(timer);
    }

    boolean historyKept(String stream) {
        return histories.contains(stream);
    }

    boolean anyHistory() {
        return !histories.isEmpty();
    }

    Machine.Define define(String name) {
        return defines.get(name);
    }

    /** The definitions of the model, each after those it calls. */
    List<Machine.Define> definesInOrder() {
        List<Machine.Define> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        defines.values().forEach(define -> visit(define, done, ordered));
        return ordered;
    }

    private void visit(Machine.Define define, Set<String> done, List<Machine.Define> ordered) {
        if (define.kind() == DataKind.RUNTIME || !done.add(define.name())) {
            return;
        }
        Walk.each(define.body(), node -> {
            if (node instanceof Expr.DefineCall call) {
                visit(defines.get(call.define()), done, ordered);
            }
        });
        ordered.add(define);
    }

    boolean readsTcb(Machine.Define define) {
        return !reads(define).isEmpty();
    }

    private Set<String> reads(Machine.Define define) {
        Set<String> known = readsOfDefine.get(define.name());
        if (known == null) {
            known = reads(define.body());
            readsOfDefine.put(define.name(), known);
        }
        return known;
    }

    /** What parts of the TCB an expression reads, through definitions too: keys as {@link #variable} and its siblings make them. */
    Set<String> reads(Expr root) {
        Set<String> parts = new HashSet<>();
        Walk.each(root, node -> {
            if (node instanceof Expr.VariableRef ref) {
                parts.add(variable(ref.variable()));
            } else if (node instanceof Expr.StateRef) {
                parts.add(STATE);
            } else if (node instanceof Expr.TimerRunning running) {
                parts.add(timer(running.timer()));
            } else if (node instanceof Expr.TimerRetries retries) {
                parts.add(timer(retries.timer()));
            } else if (node instanceof Expr.StreamRead read) {
                // A capacity is a constant, but a reader of the rest reads the stream.
                if (read.query() != StreamQuery.CAPACITY) {
                    parts.add(stream(read.stream().name()));
                }
            } else if (node instanceof Expr.Slice slice) {
                parts.add(stream(slice.stream().name()));
            } else if (node instanceof Expr.DefineCall call) {
                parts.addAll(reads(defines.get(call.define())));
            }
        });
        return parts;
    }

    static final String STATE = "state";

    static String variable(String name) {
        return "variable " + name;
    }

    static String timer(String name) {
        return "timer " + name;
    }

    static String stream(String name) {
        return "stream " + name;
    }

    /** What a scenario looks at: its properties and witnesses, and its environment. */
    private static List<Expr> asked(World world, World.Scenario scenario) {
        List<Expr> asked = new ArrayList<>();
        world.environments().stream()
                .filter(environment -> environment.name().equals(scenario.environment()))
                .forEach(environment ->
                        environment.users().forEach(user -> user.calls().forEach(call -> asked.add(call.guard()))));
        world.properties().stream()
                .filter(property -> scenario.properties().contains(property.name())
                        || scenario.refuted().contains(property.name()))
                .forEach(property -> property.clauses().forEach(clause -> {
                    asked.add(clause.antecedent());
                    asked.add(clause.body());
                }));
        world.witnesses().stream()
                .filter(witness -> scenario.witnesses().contains(witness.name()))
                .forEach(witness -> asked.add(witness.reach()));
        return asked;
    }

    /** Every expression of the model: of definitions, handlers, procedures, timers, and of the checker's world. */
    private void everyExpression(List<Expr> asked, Consumer<Expr> seen) {
        machine.defines().forEach(define -> seen.accept(define.body()));
        machine.opportunities().forEach(opportunity -> seen.accept(opportunity.guard()));
        machine.procedures().forEach(procedure -> flow.expressions(procedure.body(), seen));
        machine.handlers().forEach(handler -> handler.checks().forEach(check -> flow.expressions(check.body(), seen)));
        machine.timers().forEach(timer -> {
            seen.accept(timer.after());
            seen.accept(timer.max());
            seen.accept(timer.limit());
        });
        asked.forEach(seen);
    }
}
