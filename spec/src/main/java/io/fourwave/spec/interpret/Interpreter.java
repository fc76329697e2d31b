package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Executes the machine of a protocol one step at a time. Deterministic, free of I/O and clocks, safe to share between threads;
 * names are resolved once, when it is made.
 */
public final class Interpreter {
    private final Program program;
    private final StateLayout layout;
    private final Dispatch dispatch;
    private final int[] capacities;
    private final MachineState initial;
    private final Ranges.Bounds[] variableBounds;
    private final Map<String, Value> guards = new HashMap<>();
    /** By timer; null: retries for ever. */
    private final Value[] limits;

    /** As on the wire: sequence numbers modulo 2^32. */
    public Interpreter(Protocol protocol, long[] parameterValues, int[] streamCapacities) {
        this(protocol, parameterValues, streamCapacities, Encoding.WIRE_MODULUS);
    }

    /**
     * @param parameterValues by declared order, encoded; see {@link ParameterValues}
     * @param streamCapacities octets, by declared order
     * @param modulus of sequence numbers, a power of two
     * @throws IllegalArgumentException when these do not fit the protocol
     */
    public Interpreter(Protocol protocol, long[] parameterValues, int[] streamCapacities, long modulus) {
        this(protocol, parameterValues, streamCapacities, modulus, false);
    }

    /**
     * One that keeps ghost data too, as the model does, and the lengths of the streams' histories. Segments then have their ghost
     * fields, in arrivals and in what is sent; snapshots are the same as without.
     *
     * @throws IllegalArgumentException when these do not fit the protocol
     */
    public static Interpreter withGhosts(
            Protocol protocol, long[] parameterValues, int[] streamCapacities, long modulus) {
        return new Interpreter(protocol, parameterValues, streamCapacities, modulus, true);
    }

    private Interpreter(
            Protocol protocol, long[] parameterValues, int[] streamCapacities, long modulus, boolean ghosts) {
        requireCount(protocol.parameters().size(), "parameters", parameterValues.length);
        requireCount(protocol.machine().streams().size(), "streams", streamCapacities.length);
        if (modulus < 2 || modulus > Encoding.WIRE_MODULUS || Long.bitCount(modulus) != 1) {
            throw new IllegalArgumentException(
                    "the modulus of sequence numbers must be a power of two up to 2^32, not " + modulus);
        }
        capacities = streamCapacities.clone();
        program = new Program(protocol, parameterValues, capacities, modulus, ghosts);
        layout = program.layout;
        initial = program.initial();
        variableBounds =
                layout.variables.stream().map(v -> program.ranges.of(v.type())).toArray(Ranges.Bounds[]::new);
        dispatch = new Dispatch(program);
        for (Machine.Opportunity opportunity : protocol.machine().opportunities()) {
            guards.put(opportunity.name(), compile(opportunity.guard()));
        }
        limits = layout.timers.stream()
                .map(t -> t.limit() == null ? null : compile(t.limit()))
                .toArray(Value[]::new);
    }

    private Value compile(Expr expr) {
        return new ExprCompiler(program, new Scope(program.locals)).compile(expr);
    }

    private static void requireCount(int expected, String what, int given) {
        if (expected != given) {
            throw new IllegalArgumentException("the protocol has " + expected + " " + what + ", not " + given);
        }
    }

    public Protocol protocol() {
        return program.protocol;
    }

    /** A new TCB. */
    public MachineState initial() {
        return initial;
    }

    /** What is left when the host of a TCB has lost it: a new one; ghosts stay. */
    public MachineState deleted(MachineState state) {
        long[] core = state.coreCopy();
        program.delete(initial, core);
        return new MachineState(layout, core, initial.streamsCopy());
    }

    /** The fields of a segment without the ghost ones, as a generated class has them; what is given when there are none. */
    public long[] withoutGhosts(long[] fields) {
        if (!layout.ghosts) {
            return fields;
        }
        return IntStream.range(0, fields.length)
                .filter(i -> layout.fields.get(i).kind() != DataKind.GHOST)
                .mapToLong(i -> fields[i])
                .toArray();
    }

    /**
     * The state a snapshot describes; runtime variables as in a new TCB.
     *
     * @throws IllegalArgumentException when no state of this machine has that snapshot
     */
    public MachineState fromSnapshot(long[] snapshot) {
        return new SnapshotReader(layout, variableBounds, capacities, snapshot).read(initial.coreCopy());
    }

    /** The same, with the runtime variables in declared order, as {@link MachineState#runtimeValues}. */
    public MachineState fromSnapshot(long[] snapshot, long[] runtimeValues) {
        requireCount(layout.runtimeVariables(), "runtime variables", runtimeValues.length);
        long[] core = initial.coreCopy();
        int at = 0;
        for (int i = 0; i < layout.variables.size(); i++) {
            if (layout.variables.get(i).kind() == DataKind.RUNTIME) {
                core[i + 1] = runtimeValues[at++];
            }
        }
        return new SnapshotReader(layout, variableBounds, capacities, snapshot).read(core);
    }

    /** Whether the opportunity is there: its guard holds, in a state that does not ignore it. */
    public boolean enabled(MachineState state, String opportunity) {
        Program.Code code = dispatch.opportunity(opportunity).byState()[(int) state.core()[0]];
        if (code == null || code.ignored()) {
            return false;
        }
        // Expressions change nothing, so no copy is needed.
        Execution x = execution(state.core(), state.streams(), null, 0, ChoiceSource.none());
        return guards.get(opportunity).holds(x);
    }

    /** What the timer brings at this time: timeout, exhaustion, or null when it is not running or not yet due. */
    public Occurrence due(MachineState state, String timer, long nowNanos) {
        long deadline = state.deadlineNanos(timer);
        if (deadline == StateLayout.NOT_RUNNING || deadline > nowNanos) {
            return null;
        }
        Value limit = limits[layout.timer(timer)];
        if (limit == null) {
            return new Occurrence.Timeout(timer);
        }
        Execution x = execution(state.core(), state.streams(), null, nowNanos, ChoiceSource.none());
        return state.retries(timer) >= limit.of(x) ? new Occurrence.Exhausted(timer) : new Occurrence.Timeout(timer);
    }

    /**
     * One event, whole: the post-state and all effects, in order.
     *
     * @throws SpecViolation when the event is not possible here, or the spec asks for what has no meaning
     * @throws IllegalArgumentException when there is no such event, or its values are not of the declared types
     * @throws IllegalStateException when {@code choices} is a script that says otherwise
     */
    public StepResult step(MachineState pre, Occurrence event, long nowNanos, ChoiceSource choices) {
        long[] core = pre.coreCopy();
        long[] values = null;
        Dispatch.Entry entry;
        if (event instanceof Occurrence.Arrival arrives) {
            entry = dispatch.arrival;
            values = arrives.fields();
            entry.accept(values);
        } else if (event instanceof Occurrence.Call call) {
            entry = dispatch.call(call.name());
            values = call.args();
            entry.accept(values);
        } else if (event instanceof Occurrence.Opportune opportune) {
            entry = dispatch.opportunity(opportune.name());
            if (!enabled(pre, opportune.name())) {
                throw new SpecViolation("", null, opportune.name() + " is not enabled in " + pre.state());
            }
        } else {
            String timer = event instanceof Occurrence.Timeout timeout
                    ? timeout.timer()
                    : ((Occurrence.Exhausted) event).timer();
            entry = event instanceof Occurrence.Timeout ? dispatch.timeout(timer) : dispatch.exhausted(timer);
            requireDue(pre, event, timer, nowNanos);
            core[layout.deadlineSlot(layout.timer(timer))] = StateLayout.NOT_RUNNING;
        }
        Program.Code code = entry.byState()[(int) core[0]];
        if (code == null) {
            throw new SpecViolation("", null, event.text() + " has no handler in " + pre.state());
        }
        boolean arrival = entry == dispatch.arrival;
        Execution x = execution(core, pre.streamsCopy(), arrival ? values : null, nowNanos, choices);
        if (!arrival && values != null && !code.ignored()) {
            for (int i = 0; i < values.length; i++) {
                x.locals[code.slots()[i]] = values[i];
            }
        }
        for (int i = 0; i < code.checks().length; i++) {
            x.rule = code.rules()[i];
            if (!code.checks()[i].run(x)) {
                break;
            }
        }
        return new StepResult(new MachineState(layout, x.core, x.streams), x.effects, x.choices, x.rule, x.result);
    }

    private void requireDue(MachineState pre, Occurrence event, String timer, long nowNanos) {
        Occurrence due = due(pre, timer, nowNanos);
        if (event.equals(due)) {
            return;
        }
        String instead;
        if (due != null) {
            instead = due.text() + " is what happens now";
        } else if (pre.running(timer)) {
            instead = "it is due in " + Encoding.durationText(pre.deadlineNanos(timer) - nowNanos);
        } else {
            instead = "it is not running";
        }
        throw new SpecViolation("", null, event.text() + " is not possible in " + pre.state() + ": " + instead);
    }

    private Execution execution(long[] core, long[][] streams, long[] fields, long nowNanos, ChoiceSource choices) {
        return new Execution(core, streams, program.locals[0], fields, nowNanos, choices);
    }

    Program program() {
        return program;
    }
}
