package io.fourwave.conformance.equivalence;

import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.spec.interpret.Effect;
import io.fourwave.spec.interpret.Interpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A machine's effects as lines of text, the same lines the interpreter's effects give. */
public final class EffectLog implements Effects {
    private final List<String> lines = new ArrayList<>();

    /** The lines since the last time. */
    public List<String> drain() {
        List<String> drained = List.copyOf(lines);
        lines.clear();
        return drained;
    }

    /** What the interpreter did, in the same words; segments as a generated class has them, without ghosts. */
    public static List<String> of(Interpreter interpreter, List<Effect> effects) {
        return effects.stream().map(effect -> line(interpreter, effect)).toList();
    }

    private static String line(Interpreter interpreter, Effect effect) {
        String what;
        if (effect instanceof Effect.Sent sent) {
            what = "send " + Arrays.toString(interpreter.withoutGhosts(sent.fields()));
        } else if (effect instanceof Effect.Notified notified) {
            what = "notify " + notified.notice();
        } else if (effect instanceof Effect.TimerSet set) {
            what = "set " + set.timer() + " " + set.deadlineNanos();
        } else if (effect instanceof Effect.TimerCancelled cancelled) {
            what = "cancel " + cancelled.timer();
        } else if (effect instanceof Effect.StateChanged changed) {
            what = changed.from() + " -> " + changed.to();
        } else {
            Effect.Informed informed = (Effect.Informed) effect;
            what = "inform " + informed.policy() + " " + Arrays.toString(informed.args());
        }
        return effect.rule() + ": " + what;
    }

    private void add(Machine machine, String what) {
        lines.add(machine.schema().ruleName(machine.rule()) + ": " + what);
    }

    void informed(Machine machine, String policy, long[] args) {
        add(machine, "inform " + policy + " " + Arrays.toString(args));
    }

    @Override
    public void send(Machine machine, MessageRecord segment) {
        long[] fields = new long[machine.schema().fields().size()];
        Arrays.setAll(fields, segment::get);
        add(machine, "send " + Arrays.toString(fields));
    }

    @Override
    public void notify(Machine machine, int notice) {
        add(machine, "notify " + machine.schema().notices().get(notice).name());
    }

    @Override
    public void timerSet(Machine machine, int timer, long deadlineNanos) {
        add(machine, "set " + machine.schema().timers().get(timer) + " " + deadlineNanos);
    }

    @Override
    public void timerCancelled(Machine machine, int timer) {
        add(machine, "cancel " + machine.schema().timers().get(timer));
    }

    @Override
    public void stateChanged(Machine machine, int from, int to) {
        MachineSchema schema = machine.schema();
        add(machine, schema.states().get(from) + " -> " + schema.states().get(to));
    }
}
