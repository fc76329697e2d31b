package io.fourwave.conformance.equivalence;

import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.ValueType;

/** Carries what one machine sends to another without allocating anything: the fields, and as many octets, all zero. */
final class LinkedEnds implements Effects {
    private static final int IN_FLIGHT = 64;

    private final MessageRecord[] queue = new MessageRecord[IN_FLIGHT];
    private MachineSchema schema;
    private int first;
    private int count;

    /** What the machine at this end sends. */
    void from(Machine machine) {
        schema = machine.schema();
        for (int i = 0; i < IN_FLIGHT; i++) {
            queue[i] = machine.newSegment();
        }
    }

    /** Lets everything under way arrive; returns how much that was. */
    int deliverTo(Machine machine, long nowNanos) {
        int delivered = 0;
        while (count > 0) {
            MessageRecord segment = queue[first];
            first = (first + 1) % IN_FLIGHT;
            count--;
            machine.arrive(nowNanos, segment);
            delivered++;
        }
        return delivered;
    }

    @Override
    public void send(Machine machine, MessageRecord segment) {
        if (count == IN_FLIGHT) {
            throw new IllegalStateException("more than " + IN_FLIGHT + " segments in flight");
        }
        MessageRecord copy = queue[(first + count++) % IN_FLIGHT];
        for (int i = 0; i < schema.fields().size(); i++) {
            if (schema.fields().get(i).type().kind() == ValueType.Kind.OCTETS) {
                Octets octets = segment.octets(i);
                copy.octets(i).wrap(SavedState.ZEROS, 0, octets.length());
            } else {
                copy.set(i, segment.get(i));
            }
        }
    }

    @Override
    public void notify(Machine machine, int notice) {}

    @Override
    public void timerSet(Machine machine, int timer, long deadlineNanos) {}

    @Override
    public void timerCancelled(Machine machine, int timer) {}

    @Override
    public void stateChanged(Machine machine, int from, int to) {}
}
