package io.fourwave.conformance.pcapng;

import io.fourwave.conformance.trace.StepText;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the frames of a link and the steps of the machines behind it together: a frame received belongs to the arrival that
 * follows, a frame sent to the step it was sent in. One per loop; it is both the link's tap and a recorder of all the loop's machines.
 *
 * <p>A frame is held back until its step has ended, since the state it leads to is part of the comment.
 */
public final class PacketComments implements LinkTap, StepRecorder {
    private static final int MOST_HELD = 4096;

    private final PcapngFile file;
    private final NanoClock clock;
    private final long epochMinusClockNanos;
    private final List<Packet> held = new ArrayList<>();
    private final List<String> sendRules = new ArrayList<>();
    private final List<Packet> sentInStep = new ArrayList<>();
    private final StringBuilder choices = new StringBuilder();
    private MachineSchema schema;
    private StepText text;
    private Packet arrived;
    private boolean inStep;
    private int kind;
    private int event;
    private int from;

    private static final class Packet {
        private final byte[] frame;
        private final long epochNanos;
        private final Direction direction;
        private String comment = "";

        Packet(byte[] frame, long epochNanos, Direction direction) {
            this.frame = frame;
            this.epochNanos = epochNanos;
            this.direction = direction;
        }
    }

    /**
     * @param clock of the loop
     * @param epochNanos what the clock's present reading is to be called in the file
     */
    public PacketComments(PcapngFile file, NanoClock clock, long epochNanos) {
        this.file = file;
        this.clock = clock;
        epochMinusClockNanos = epochNanos - clock.nanoTime();
    }

    @Override
    public void received(Frame frame) {
        flush();
        arrived = hold(frame, Direction.INBOUND);
    }

    @Override
    public void sent(Frame frame, boolean accepted) {
        Packet packet = hold(frame, Direction.OUTBOUND);
        if (!accepted) {
            packet.comment = "refused by the device";
        }
        if (inStep) {
            sentInStep.add(packet);
        }
    }

    private Packet hold(Frame frame, Direction direction) {
        if (held.size() >= MOST_HELD && !inStep) {
            flush();
        }
        Packet packet = new Packet(frame.toArray(), clock.nanoTime() + epochMinusClockNanos, direction);
        held.add(packet);
        return packet;
    }

    @Override
    public void idle() {
        flush();
    }

    private void flush() {
        for (Packet packet : held) {
            file.packet(packet.epochNanos, packet.frame, packet.direction, packet.comment);
        }
        held.clear();
        arrived = null;
    }

    @Override
    public void begin(Machine machine, int eventKind, int index, long nowNanos) {
        if (schema != machine.schema()) {
            schema = machine.schema();
            text = new StepText(schema);
        }
        inStep = true;
        kind = eventKind;
        event = index;
        from = machine.stateOrdinal();
        sendRules.clear();
        sentInStep.clear();
        choices.setLength(0);
    }

    @Override
    public void argument(long value) {
        // the trace has it
    }

    @Override
    public void arrival(MessageRecord segment) {
        // the packet shows it
    }

    @Override
    public void choice(int choice, long value) {
        choices.append(choices.isEmpty() ? "" : ", ").append(text.choice(choice, value));
    }

    @Override
    public void sent(int rule, MessageRecord segment) {
        sendRules.add(place(rule));
    }

    @Override
    public void notified(int rule, int notice) {
        // not a packet
    }

    @Override
    public void end(Machine machine, int result) {
        inStep = false;
        String change = schema.states().get(from);
        if (machine.stateOrdinal() != from) {
            change += " -> " + schema.states().get(machine.stateOrdinal());
        }
        String decided = choices.isEmpty() ? "" : "; " + choices;
        if (kind == ARRIVAL && arrived != null && arrived.comment.isEmpty()) {
            arrived.comment = (machine.rule() < 0 ? "ignored" : place(machine.rule())) + ": " + change + decided;
        }
        for (int i = 0; i < sentInStep.size(); i++) {
            Packet packet = sentInStep.get(i);
            // More frames than sends: a layer below made several of one, or one of its own (an ARP request).
            String rule = sendRules.isEmpty() ? "" : sendRules.get(Math.min(i, sendRules.size() - 1));
            String by = rule + " on " + text.eventName(kind, event) + ": " + change + decided;
            packet.comment = packet.comment.isEmpty() ? by : by + "; " + packet.comment;
        }
        sentInStep.clear();
    }

    private String place(int rule) {
        return rule < 0
                ? "-"
                : schema.ruleName(rule) + " (" + schema.rules().get(rule).place() + ")";
    }
}
