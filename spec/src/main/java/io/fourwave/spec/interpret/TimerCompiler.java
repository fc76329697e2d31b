package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Machine;
import java.util.List;

/** Timers: deadline and retries in two slots each. */
final class TimerCompiler {
    private final Program program;

    TimerCompiler(Program program) {
        this.program = program;
    }

    Action start(Machine.Timer timer, boolean unlessRunning) {
        int index = program.layout.timer(timer.name());
        int deadline = program.layout.deadlineSlot(index);
        int retries = program.layout.retriesSlot(index);
        Action arm = arm(timer, deadline, retries);
        return x -> {
            if (unlessRunning && x.core[deadline] != StateLayout.NOT_RUNNING) {
                return true;
            }
            x.core[retries] = 0;
            return arm.run(x);
        };
    }

    Action backOff(Machine.Timer timer) {
        int index = program.layout.timer(timer.name());
        int retries = program.layout.retriesSlot(index);
        Action arm = arm(timer, program.layout.deadlineSlot(index), retries);
        return x -> {
            x.core[retries]++;
            return arm.run(x);
        };
    }

    /** An interval of forever leaves the timer not running. */
    private Action arm(Machine.Timer timer, int deadline, int retries) {
        Value interval = interval(timer, retries);
        String name = timer.name();
        return x -> {
            long nanos = interval.of(x);
            if (nanos < 0) {
                throw x.violation("the timer " + name + " is started with " + Encoding.durationText(nanos));
            }
            long due = Arithmetic.addDurations(x.nowNanos, nanos);
            if (due == Encoding.FOREVER) {
                disarm(x, name, deadline);
            } else {
                x.core[deadline] = due;
                x.effects.add(new Effect.TimerSet(x.rule, name, due));
            }
            return true;
        };
    }

    private static void disarm(Execution x, String name, int deadline) {
        if (x.core[deadline] != StateLayout.NOT_RUNNING) {
            x.core[deadline] = StateLayout.NOT_RUNNING;
            x.effects.add(new Effect.TimerCancelled(x.rule, name));
        }
    }

    /** min(base * factor^retries, max). */
    private Value interval(Machine.Timer timer, int retries) {
        ExprCompiler exprs = new ExprCompiler(program, new Scope(program.locals));
        Value base = timer.choice() == null
                ? exprs.compile(timer.after())
                : new ChoiceCompiler(program, exprs).compile(timer.choice());
        Value max = timer.max() == null ? x -> Encoding.FOREVER : exprs.compile(timer.max());
        int factor = timer.factor();
        return x -> {
            long nanos = base.of(x);
            long most = max.of(x);
            if (factor > 1) {
                // Stops growing at the bound: retries may be many.
                for (long i = x.core[retries]; i > 0 && nanos > 0 && nanos < most; i--) {
                    nanos = Arithmetic.scale(nanos, factor);
                }
            }
            return Math.min(nanos, most);
        };
    }

    Action cancel(List<Machine.Timer> timers) {
        int[] indexes =
                timers.stream().mapToInt(t -> program.layout.timer(t.name())).toArray();
        return x -> {
            for (int index : indexes) {
                disarm(x, program.layout.timers.get(index).name(), program.layout.deadlineSlot(index));
                x.core[program.layout.retriesSlot(index)] = 0;
            }
            return true;
        };
    }
}
