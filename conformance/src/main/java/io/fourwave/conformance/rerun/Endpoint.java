package io.fourwave.conformance.rerun;

import io.fourwave.conformance.equivalence.EffectLog;
import io.fourwave.conformance.equivalence.ScriptedPolicies;
import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.SendStream;
import io.fourwave.runtime.stream.BufferPool;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.spec.interpret.Encoding;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine.Opportunity;
import io.fourwave.spec.ir.Machine.Timer;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One end: a generated machine, and the interpreter beside it, which goes first and chooses. They must do the same: so the ghosts that
 * the interpreter keeps are those of the machine.
 */
final class Endpoint {
    private static final long POOL_OCTETS = 1 << 24;

    private final Subject subject;
    private final EffectLog log = new EffectLog();
    private final ScriptedPolicies policies;
    private final List<byte[]> sentOctets = new ArrayList<>();
    private final List<Recorded> streams = new ArrayList<>();
    private Machine machine;
    private MachineState state;
    private long modelNumber;
    private long wireNumber;

    Endpoint(Subject subject) {
        this.subject = subject;
        this.policies = new ScriptedPolicies(subject.protocol, log);
        this.state = subject.interpreter.initial();
        makeStreams();
        makeMachine();
    }

    private void makeStreams() {
        BufferPool pool = new BufferPool(POOL_OCTETS);
        for (Class<?> type : subject.generated.streams()) {
            int capacity = subject.values.capacities()[streams.size()];
            streams.add(
                    type == SendStream.class
                            ? new Recorded.Send(pool, capacity)
                            : new Recorded.Receive(pool, capacity));
        }
    }

    private void makeMachine() {
        Object proxy = policies.proxy(subject.generated.policies());
        machine =
                subject.generated.machine(subject.values.parameters(), proxy, new Watched(), new ArrayList<>(streams));
        policies.serves(machine);
    }

    MachineState state() {
        return state;
    }

    /** Of each stream in declared order. */
    List<byte[]> histories() {
        List<byte[]> histories = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            String name = subject.protocol.machine().streams().get(i).name();
            histories.add(streams.get(i).latest(state.historyLength(name)));
        }
        return histories;
    }

    /** The host loses its TCB and comes back with a new one. Histories and ghosts are the model's, and stay. */
    void crash() {
        state = subject.interpreter.deleted(state);
        streams.forEach(stream -> {
            if (stream instanceof Recorded.Send send) {
                send.clear();
            } else {
                ((Recorded.Receive) stream).clear();
            }
        });
        makeMachine();
        compare("a crash");
    }

    /** A number the model chose, on the wire: those of the upper half of the model's are just below 2^32. */
    long onTheWire(long number) {
        long modulus = subject.scenario.modulus();
        long distance = Math.floorMod(number - modelNumber + modulus / 2, modulus) - modulus / 2;
        wireNumber = Math.floorMod(wireNumber + distance, Encoding.WIRE_MODULUS);
        modelNumber = number;
        return wireNumber;
    }

    /** What came of a step. {@code octets}: of each segment sent, in order. */
    record Done(StepResult result, List<byte[]> octets) {}

    /** @param octets of the call or the segment, or null */
    Done step(Occurrence event, byte[] octets, long nowNanos, List<Act.Chosen> choices) {
        StepResult expected = subject.interpreter.step(
                state, event, nowNanos, new Choosing(choices, subject.choices, this::onTheWire, Subject.TICK_NANOS));
        policies.follow(expected.choices());
        sentOctets.clear();
        int result = generated(event, octets, nowNanos);
        String what = event.text() + " in " + state.state();
        same("the effects of " + what, EffectLog.of(subject.interpreter, expected.effects()), log.drain());
        same("the choices left of " + what, List.of(), policies.left());
        same("the result of " + what, expected.result(), result);
        String rule = expected.rule().isEmpty() ? "-" : expected.rule();
        same("the rule of " + what, rule, machine.schema().ruleName(machine.rule()));
        state = expected.post();
        compare(what);
        return new Done(expected, List.copyOf(sentOctets));
    }

    private int generated(Occurrence event, byte[] octets, long nowNanos) {
        if (event instanceof Occurrence.Call call) {
            List<String> names = subject.protocol.calls().stream()
                    .map(Protocol.UserCall::name)
                    .toList();
            return machine.call(nowNanos, names.indexOf(call.name()), call.args(), view(octets));
        }
        if (event instanceof Occurrence.Arrival arrival) {
            machine.arrive(nowNanos, segment(arrival.fields(), octets));
            return 0;
        }
        boolean happened;
        if (event instanceof Occurrence.Opportune opportune) {
            List<String> names = subject.protocol.machine().opportunities().stream()
                    .map(Opportunity::name)
                    .toList();
            happened = machine.opportunity(nowNanos, names.indexOf(opportune.name()));
        } else {
            String timer = event instanceof Occurrence.Timeout timeout
                    ? timeout.timer()
                    : ((Occurrence.Exhausted) event).timer();
            List<String> names = subject.protocol.machine().timers().stream()
                    .map(Timer::name)
                    .toList();
            happened = machine.timeout(nowNanos, names.indexOf(timer));
        }
        same("whether there is " + event.text(), true, happened);
        return 0;
    }

    private MessageRecord segment(long[] withGhosts, byte[] octets) {
        MessageRecord segment = machine.newSegment();
        List<Protocol.Field> fields = subject.protocol.segment().fields().stream()
                .filter(field -> field.kind() != DataKind.GHOST)
                .toList();
        long[] contents = subject.interpreter.withoutGhosts(withGhosts);
        int at = 0;
        for (int i = 0; i < contents.length; i++) {
            if (fields.get(i).type() instanceof Type.Octets) {
                segment.octets(i).wrap(new BufferOctets(ByteBuffer.wrap(octets)), at, (int) contents[i]);
                at += (int) contents[i];
            } else {
                segment.set(i, contents[i]);
            }
        }
        return segment;
    }

    private static Octets view(byte[] octets) {
        return octets == null ? null : new Octets().wrap(new BufferOctets(ByteBuffer.wrap(octets)), 0, octets.length);
    }

    private void compare(String after) {
        same("the state after " + after, Arrays.toString(state.snapshot()), Arrays.toString(machine.snapshot()));
    }

    private void same(String what, Object specified, Object generated) {
        if (!specified.equals(generated)) {
            throw new AssertionError("the generated class does not do what the specification says: " + what + " is "
                    + generated + ", not " + specified);
        }
    }

    /** The machine's effects: into the log, and the octets of what it sends are kept, since they are gone after the step. */
    private final class Watched implements Effects {
        @Override
        public void send(Machine sender, MessageRecord segment) {
            log.send(sender, segment);
            ByteBuffer all = ByteBuffer.allocate(1 << 16);
            for (int i = 0; i < sender.schema().fields().size(); i++) {
                if (sender.schema().fields().get(i).type().kind()
                        == io.fourwave.runtime.machine.ValueType.Kind.OCTETS) {
                    byte[] octets = new byte[segment.octets(i).length()];
                    segment.octets(i).copyTo(octets, 0);
                    all.put(octets);
                }
            }
            sentOctets.add(Arrays.copyOf(all.array(), all.position()));
        }

        @Override
        public void notify(Machine of, int notice) {
            log.notify(of, notice);
        }

        @Override
        public void timerSet(Machine of, int timer, long deadlineNanos) {
            log.timerSet(of, timer, deadlineNanos);
        }

        @Override
        public void timerCancelled(Machine of, int timer) {
            log.timerCancelled(of, timer);
        }

        @Override
        public void stateChanged(Machine of, int from, int to) {
            log.stateChanged(of, from, to);
        }
    }
}
