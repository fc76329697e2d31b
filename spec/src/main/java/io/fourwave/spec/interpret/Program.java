package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A machine made ready to run with given parameters, capacities and modulus: what the compilers share. */
final class Program {
    /** A define: where its arguments go, and its value. */
    record Definition(int[] slots, Value body) {}

    /** A procedure: where its arguments go, and what it does. */
    record Routine(int[] slots, Action body) {}

    /** A handler: where a call's arguments go, its rules in order. Ignored ones have none. */
    record Code(boolean ignored, int[] slots, String[] rules, Action[] checks) {}

    final Protocol protocol;
    final StateLayout layout;
    final Ranges ranges;
    final Arithmetic arithmetic;
    final StreamCompiler streams;
    /** Slots of locals given out so far, in all scopes. */
    final int[] locals = new int[1];

    private final Map<String, Long> parameters = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Routine> routines = new HashMap<>();

    Program(Protocol protocol, long[] parameterValues, int[] streamCapacities, long modulus) {
        this(protocol, parameterValues, streamCapacities, modulus, false);
    }

    /** {@code ghosts}: keep ghost data, and the lengths of histories, too. */
    Program(Protocol protocol, long[] parameterValues, int[] streamCapacities, long modulus, boolean ghosts) {
        this.protocol = protocol;
        layout = new StateLayout(protocol, ghosts);
        arithmetic = new Arithmetic(modulus);
        streams = new StreamCompiler(layout, streamCapacities);
        ranges = new Ranges(modulus, expr -> constant(new ExprCompiler(this, new Scope(locals)).compile(expr)));
        for (int i = 0; i < parameterValues.length; i++) {
            parameters.put(protocol.parameters().get(i).name(), parameterValues[i]);
        }
    }

    long parameter(String name) {
        return parameters.get(name);
    }

    /** The value of an expression over literals and parameters. */
    long constant(Value value) {
        return value.of(new Execution(new long[0], new long[0][], 0, null, 0, ChoiceSource.none()));
    }

    Definition definition(String name) {
        Definition known = definitions.get(name);
        if (known == null) {
            Machine.Define define = find(protocol.machine().defines(), Machine.Define::name, "define", name);
            Scope scope = new Scope(locals);
            int[] slots = declare(define.params(), scope);
            known = new Definition(slots, new ExprCompiler(this, scope).compile(define.body()));
            definitions.put(name, known);
        }
        return known;
    }

    Routine routine(String name) {
        Routine known = routines.get(name);
        if (known == null) {
            Machine.Procedure procedure =
                    find(protocol.machine().procedures(), Machine.Procedure::name, "procedure", name);
            Scope scope = new Scope(locals);
            int[] slots = declare(procedure.params(), scope);
            known = new Routine(slots, block(procedure.body(), scope));
            routines.put(name, known);
        }
        return known;
    }

    Code code(Machine.Handler handler) {
        int count = handler.ignored() ? 0 : handler.checks().size();
        String[] rules = new String[count];
        Action[] checks = new Action[count];
        Scope scope = new Scope(locals);
        int[] slots = handler.event() instanceof Machine.Event.Call call
                ? declare(call.call().params(), scope)
                : new int[0];
        for (int i = 0; i < count; i++) {
            Machine.Check check = handler.checks().get(i);
            rules[i] = check.rule();
            checks[i] = block(check.body(), scope);
        }
        return new Code(handler.ignored(), slots, rules, checks);
    }

    /** The statements of a block, which declare their locals in {@code scope}. Ghost statements exist where ghosts are kept. */
    Action block(List<Statement> statements, Scope scope) {
        StatementCompiler compiler = new StatementCompiler(this, scope);
        Action[] actions = statements.stream()
                .filter(statement -> layout.ghosts || statement.kind() != DataKind.GHOST)
                .map(compiler::compile)
                .toArray(Action[]::new);
        return x -> {
            for (Action action : actions) {
                if (!action.run(x)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Evaluates all arguments before any is put in its slot: an argument may itself use the same define. */
    Action pass(List<Value> args, int[] slots) {
        Value[] values = args.toArray(Value[]::new);
        return x -> {
            long[] evaluated = new long[values.length];
            for (int i = 0; i < values.length; i++) {
                evaluated[i] = values[i].of(x);
            }
            for (int i = 0; i < values.length; i++) {
                x.locals[slots[i]] = evaluated[i];
            }
            return true;
        };
    }

    private static int[] declare(List<Protocol.Local> params, Scope scope) {
        return params.stream().mapToInt(param -> scope.declare(param.name())).toArray();
    }

    /** {@code value}, refused where the type does not admit it. {@code what} starts the complaint. */
    Value checked(Type type, Value value, String what) {
        if (!(type instanceof Type.Range)) {
            return value;
        }
        Ranges.Bounds bounds = ranges.of(type);
        return x -> {
            long result = value.of(x);
            if (!bounds.admit(result)) {
                throw x.violation(what + " becomes " + bounds.problem(result));
            }
            return result;
        };
    }

    /** The state of a new TCB. */
    MachineState initial() {
        long[] core = new long[layout.coreLength()];
        core[0] = layout.stateOrdinal(protocol.machine().initial().name());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < layout.variables.size(); i++) {
            Machine.Variable variable = layout.variables.get(i);
            core[i + 1] = constant(new ExprCompiler(this, new Scope(locals)).compile(variable.initial()));
            Ranges.Bounds bounds = ranges.of(variable.type());
            if (!bounds.admit(core[i + 1])) {
                wrong.add(variable.name() + " is " + bounds.problem(core[i + 1]));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "with these parameters the initial state does not exist: " + String.join("; ", wrong));
        }
        for (int t = 0; t < layout.timers.size(); t++) {
            core[layout.deadlineSlot(t)] = StateLayout.NOT_RUNNING;
        }
        long[][] empty = new long[layout.streams.size()][];
        Arrays.setAll(empty, streams::empty);
        return new MachineState(layout, core, empty);
    }

    /** The TCB becomes as a new one, but for its ghosts. */
    void delete(MachineState fresh, long[] core) {
        new Histories(layout).end(core);
        long[] initial = fresh.core();
        for (int slot = 0; slot < layout.timersEnd(); slot++) {
            boolean ghost = slot > 0
                    && slot <= layout.variables.size()
                    && layout.variables.get(slot - 1).kind() == DataKind.GHOST;
            if (!ghost) {
                core[slot] = initial[slot];
            }
        }
    }

    private static <T> T find(List<T> all, Function<T, String> name, String what, String wanted) {
        for (T one : all) {
            if (name.apply(one).equals(wanted)) {
                return one;
            }
        }
        throw new IllegalArgumentException("the machine has no " + what + " `" + wanted + "`");
    }
}
