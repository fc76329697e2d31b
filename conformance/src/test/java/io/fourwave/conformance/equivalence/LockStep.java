package io.fourwave.conformance.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.spec.interpret.ChoiceMade;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.SpecViolation;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine.Opportunity;
import io.fourwave.spec.ir.Machine.Stream;
import io.fourwave.spec.ir.Machine.StreamKind;
import io.fourwave.spec.ir.Machine.Timer;
import io.fourwave.spec.ir.Machine.Variable;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A generated machine and the interpreter taking the same random steps, compared after each: state, runtime data, effects in order
 * with their rules, choices, result. The interpreter goes first and chooses; where it says that the specification has no meaning
 * (a value out of its range, say) the step is left out.
 */
final class LockStep {
    private final Protocol protocol;
    private final Interpreter interpreter;
    private final Machine machine;
    private final EffectLog log = new EffectLog();
    private final ScriptedPolicies policies;
    private final Random random;
    private final Values values;
    private final List<ChoiceMade> recordedChoices = new ArrayList<>();
    private final Set<String> rules = new TreeSet<>();
    private MachineState state;
    private long nowNanos;
    private int steps;
    private int violations;

    LockStep(CompiledProtocol compiled, Interpreter interpreter, long[] parameterValues, int[] capacities, long seed)
            throws ClassNotFoundException {
        this.interpreter = interpreter;
        this.protocol = interpreter.protocol();
        this.random = new Random(seed);
        this.values = new Values(protocol, parameterValues, random);
        this.policies = new ScriptedPolicies(protocol, log);
        this.machine = compiled.machine(
                parameterValues, compiled.streams(capacities), policies.proxy(compiled.type("Policies")), log);
        this.policies.serves(machine);
        this.machine.recordTo(new ChoiceRecorder());
        this.state = interpreter.initial();
    }

    /** Rules that were in force at the end of a step. */
    Set<String> rules() {
        return rules;
    }

    int steps() {
        return steps;
    }

    int violations() {
        return violations;
    }

    /** @param jumps whether to set both now and then to a state made up, which no run may reach */
    void walk(int length, boolean jumps) {
        compareStates("new TCB");
        for (int i = 0; i < length; i++) {
            if (jumps && random.nextInt(8) == 0) {
                jump();
            }
            nowNanos += random.nextInt(4) == 0 ? random.nextInt(300_000_000) : random.nextInt(1000);
            switch (random.nextInt(8)) {
                case 0 -> call();
                case 1 -> timer();
                case 2, 3 -> opportunity();
                default -> arrive();
            }
        }
    }

    private void call() {
        int index = random.nextInt(protocol.calls().size());
        Protocol.UserCall call = protocol.calls().get(index);
        long[] args = call.params().stream()
                .mapToLong(param -> values.any(param.type(), state))
                .toArray();
        int octets = 0;
        for (int i = 0; i < args.length; i++) {
            if (call.params().get(i).type() instanceof Type.Octets) {
                octets = (int) args[i];
            }
        }
        Octets data = new Octets().wrap(SavedState.ZEROS, 0, octets);
        step(new Occurrence.Call(call.name(), args), () -> machine.call(nowNanos, index, args, data));
    }

    private void arrive() {
        List<Protocol.Field> fields = protocol.segment().fields().stream()
                .filter(field -> field.kind() != DataKind.GHOST)
                .toList();
        long[] contents = fields.stream()
                .mapToLong(field -> values.any(field.type(), state))
                .toArray();
        MessageRecord segment = machine.newSegment();
        for (int i = 0; i < contents.length; i++) {
            if (fields.get(i).type() instanceof Type.Octets) {
                segment.octets(i).wrap(SavedState.ZEROS, 0, (int) contents[i]);
            } else {
                segment.set(i, contents[i]);
            }
        }
        step(new Occurrence.Arrival(contents), () -> {
            machine.arrive(nowNanos, segment);
            return 0;
        });
    }

    private void timer() {
        List<Timer> timers = protocol.machine().timers();
        if (timers.isEmpty()) {
            return;
        }
        List<Timer> running =
                timers.stream().filter(timer -> state.running(timer.name())).toList();
        Timer timer = running.isEmpty()
                ? timers.get(random.nextInt(timers.size()))
                : running.get(random.nextInt(running.size()));
        int index = timers.indexOf(timer);
        if (random.nextInt(4) > 0) {
            nowNanos = Math.max(nowNanos, state.deadlineNanos(timer.name()));
        }
        Occurrence due = interpreter.due(state, timer.name(), nowNanos);
        if (due == null) {
            assertThat(machine.timeout(nowNanos, index))
                    .as("%s is not due", timer.name())
                    .isFalse();
            compareStates("timer not due");
            return;
        }
        step(due, () -> {
            assertThat(machine.timeout(nowNanos, index))
                    .as("%s is due", timer.name())
                    .isTrue();
            return 0;
        });
    }

    private void opportunity() {
        List<Opportunity> opportunities = protocol.machine().opportunities();
        if (opportunities.isEmpty()) {
            return;
        }
        int index = random.nextInt(opportunities.size());
        String name = opportunities.get(index).name();
        boolean enabled;
        try {
            enabled = interpreter.enabled(state, name);
        } catch (SpecViolation meaningless) {
            violations++;
            return;
        }
        if (!enabled) {
            assertThat(machine.opportunity(nowNanos, index))
                    .as("%s is not enabled", name)
                    .isFalse();
            compareStates("opportunity not enabled");
            return;
        }
        step(new Occurrence.Opportune(name), () -> {
            assertThat(machine.opportunity(nowNanos, index))
                    .as("%s is enabled", name)
                    .isTrue();
            return 0;
        });
    }

    private interface Step {
        int run();
    }

    private void step(Occurrence event, Step generated) {
        StepResult expected;
        try {
            expected =
                    interpreter.step(state, event, nowNanos, request -> values.within(request.low(), request.high()));
        } catch (SpecViolation meaningless) {
            violations++;
            return;
        }
        steps++;
        policies.follow(expected.choices());
        recordedChoices.clear();
        int result = generated.run();
        String what = event.text() + " in " + state.state() + " " + state;
        assertThat(log.drain()).as("effects of %s", what).isEqualTo(EffectLog.of(interpreter, expected.effects()));
        assertThat(policies.left()).as("choices not asked for by %s", what).isEmpty();
        assertThat(recordedChoices).as("choices recorded of %s", what).isEqualTo(expected.choices());
        assertThat(result).as("result of %s", what).isEqualTo(expected.result());
        String rule = expected.rule().isEmpty() ? "-" : expected.rule();
        assertThat(machine.schema().ruleName(machine.rule()))
                .as("rule of %s", what)
                .isEqualTo(rule);
        rules.add(rule);
        state = expected.post();
        compareStates(what);
    }

    private void compareStates(String after) {
        assertThat(machine.snapshot()).as("state after %s", after).isEqualTo(state.snapshot());
        SavedState saved = new SavedState();
        machine.save(saved);
        List<Long> variables = new ArrayList<>();
        for (Variable variable : variables()) {
            variables.add(state.variable(variable.name()));
        }
        assertThat(saved.values().subList(1, 1 + variables.size()))
                .as("variables after %s", after)
                .isEqualTo(variables);
    }

    private List<Variable> variables() {
        return protocol.machine().variables().stream()
                .filter(variable -> variable.kind() != DataKind.GHOST)
                .toList();
    }

    /** A neighbour of the present state: another state's name, another value of a variable, a timer backed off often. */
    private void jump() {
        long[] snapshot = state.snapshot();
        List<Variable> plain = variables().stream()
                .filter(variable -> variable.kind() == DataKind.PLAIN)
                .toList();
        List<Timer> timers = protocol.machine().timers();
        int kind = random.nextInt(3);
        if (kind == 0 && !plain.isEmpty()) {
            int which = random.nextInt(plain.size());
            snapshot[1 + which] = values.any(plain.get(which).type(), state);
        } else if (kind == 1 && !timers.isEmpty()) {
            int deadline = 1 + plain.size() + 2 * random.nextInt(timers.size());
            snapshot[deadline] = nowNanos + random.nextInt(1_000_000);
            snapshot[deadline + 1] = random.nextInt(18);
        } else {
            snapshot[0] = random.nextInt(protocol.machine().states().size());
        }
        MachineState there;
        try {
            there = interpreter.fromSnapshot(snapshot, state.runtimeValues());
        } catch (IllegalArgumentException noSuchState) {
            return;
        }
        state = there;
        machine.restore(saved(there));
        compareStates("jump");
    }

    private SavedState saved(MachineState of) {
        SavedState saved = new SavedState();
        saved.value(of.snapshot()[0]);
        variables().forEach(variable -> saved.value(of.variable(variable.name())));
        for (Timer timer : protocol.machine().timers()) {
            saved.value(of.deadlineNanos(timer.name()));
            saved.value(of.retries(timer.name()));
        }
        for (Stream stream : protocol.machine().streams()) {
            long[] held = of.stream(stream.name());
            if (stream.kind() == StreamKind.SEND) {
                saved.value(held[0]);
            } else {
                saved.value(held[0]);
                saved.value(held[0] + held[1]);
                for (int i = 2; i < held.length; i++) {
                    saved.value(held[i]);
                }
            }
        }
        return saved;
    }

    /** Notes the choices as a trace would. */
    private final class ChoiceRecorder implements StepRecorder {
        @Override
        public void begin(Machine of, int eventKind, int index, long now) {}

        @Override
        public void argument(long value) {}

        @Override
        public void arrival(MessageRecord segment) {}

        @Override
        public void choice(int choice, long value) {
            recordedChoices.add(
                    new ChoiceMade(machine.schema().choices().get(choice).name(), value));
        }

        @Override
        public void sent(int rule, MessageRecord segment) {}

        @Override
        public void notified(int rule, int notice) {}

        @Override
        public void end(Machine of, int result) {}
    }
}
