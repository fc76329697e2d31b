package io.fourwave.conformance.lab;

import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.ValueType;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two ends of any protocol, driven at random from a seed in virtual time: calls with random arguments, a channel that loses,
 * repeats and delays, timers, internal events. Knows nothing of the protocol.
 */
public final class RandomWalk {
    private static final long LONGEST_PAUSE_NANOS = 300_000_000L;
    private static final int MOST_IN_FLIGHT = 64;

    private final Random random;
    private final List<Machine> machines = new ArrayList<>();
    private final List<ArrayDeque<MessageRecord>> channels = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    private long nowNanos = 1;

    public RandomWalk(GeneratedProtocol protocol, long seed, int streamOctets) {
        random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            machines.add(protocol.machine(policies(), new Channel(channels.get(1 - i)), streamOctets));
        }
    }

    public List<Machine> machines() {
        return machines;
    }

    public long nowNanos() {
        return nowNanos;
    }

    /** Tries so many events; some are none (nothing to deliver, no timer due). */
    public void go(int events) {
        for (int i = 0; i < events; i++) {
            int who = random.nextInt(2);
            Machine machine = machines.get(who);
            switch (random.nextInt(10)) {
                case 0, 1 -> call(machine);
                case 2, 3, 4, 5 -> deliver(machine, channels.get(who));
                case 6, 7 -> {
                    int count = machine.schema().opportunities().size();
                    if (count > 0) {
                        machine.opportunity(nowNanos, random.nextInt(count));
                    }
                }
                default -> pass();
            }
        }
    }

    private void call(Machine machine) {
        List<MachineSchema.Call> calls = machine.schema().calls();
        int call = random.nextInt(calls.size());
        List<MachineSchema.Value> parameters = calls.get(call).parameters();
        long[] args = new long[parameters.size()];
        Octets data = null;
        for (int i = 0; i < args.length; i++) {
            ValueType type = parameters.get(i).type();
            if (type.kind() == ValueType.Kind.OCTETS) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                data = new Octets().wrap(new ArrayOctets(bytes), 0, bytes.length);
            } else {
                args[i] = value(type);
            }
        }
        machine.call(nowNanos, call, args, data);
    }

    private long value(ValueType type) {
        return switch (type.kind()) {
            case BOOL -> random.nextInt(2);
            case INT -> random.nextInt(200);
            case SEQ -> random.nextInt() & 0xffffffffL;
            case DURATION -> random.nextInt(1_000_000_000);
            case ENUMERATION -> random.nextInt(type.members().size());
            case FLAGS -> random.nextInt(1 << type.members().size());
            case OCTETS -> 0;
        };
    }

    private void deliver(Machine machine, ArrayDeque<MessageRecord> channel) {
        if (channel.isEmpty()) {
            return;
        }
        MessageRecord message = random.nextInt(8) == 0 ? channel.peek() : channel.poll();
        if (random.nextInt(8) != 0) {
            machine.arrive(nowNanos, message);
        }
    }

    private void pass() {
        nowNanos += (long) (random.nextDouble() * LONGEST_PAUSE_NANOS);
        for (Machine machine : machines) {
            for (int timer = 0; timer < machine.schema().timers().size(); timer++) {
                machine.timeout(nowNanos, timer);
            }
        }
    }

    /** Any policy: a number within the bounds it is given, a coin, a member. */
    private InvocationHandler policies() {
        return (proxy, method, args) -> {
            Class<?> type = method.getReturnType();
            if (type == boolean.class) {
                return random.nextBoolean();
            }
            if (type == int.class) {
                return args.length < 3
                        ? random.nextInt()
                        : between(((Number) args[1]).longValue(), ((Number) args[2]).longValue())
                                .intValue();
            }
            if (type == long.class) {
                return between((Long) args[1], (Long) args[2]);
            }
            return type.isEnum() ? type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)] : null;
        };
    }

    private Long between(long low, long high) {
        return high <= low ? low : low + (long) (random.nextDouble() * (high - low + 1));
    }

    /** The way to the other end. */
    private record Channel(ArrayDeque<MessageRecord> way) implements Effects {
        @Override
        public void send(Machine machine, MessageRecord segment) {
            if (way.size() >= MOST_IN_FLIGHT) {
                return;
            }
            MessageRecord copy = machine.newSegment();
            List<MachineSchema.Value> fields = machine.schema().fields();
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).type().kind() == ValueType.Kind.OCTETS) {
                    ArrayOctets octets = ArrayOctets.copyOf(segment.octets(i));
                    copy.octets(i).wrap(octets, 0, octets.bytes().length);
                } else {
                    copy.set(i, segment.get(i));
                }
            }
            way.add(copy);
        }

        @Override
        public void notify(Machine machine, int notice) {
            // the trace has it
        }

        @Override
        public void timerSet(Machine machine, int timer, long deadlineNanos) {
            // every timer is asked whenever time passes
        }

        @Override
        public void timerCancelled(Machine machine, int timer) {
            // as above
        }

        @Override
        public void stateChanged(Machine machine, int from, int to) {
            // the trace has it
        }
    }
}
