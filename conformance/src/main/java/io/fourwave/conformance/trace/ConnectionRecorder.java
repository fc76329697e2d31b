package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.StepRecorder;

/** Records one machine. Belongs to the machine's loop; allocates nothing per step once its buffers have grown. */
final class ConnectionRecorder implements StepRecorder {
    private static final int FIRST_CAPACITY = 128;

    private final TraceWriter writer;
    private final String label;
    private final int fields;
    private final String fingerprint;
    private final RecordBuffer body = new RecordBuffer(FIRST_CAPACITY);
    private final RecordBuffer values = new RecordBuffer(32);
    private final RecordBuffer choices = new RecordBuffer(32);
    private final RecordBuffer effects = new RecordBuffer(32);
    private int id = -1;
    private int valueCount;
    private int choiceCount;
    private int effectCount;
    private long preDigest;
    private long lastNanos;
    private long stepNanos;
    private int eventKind;
    private int event;
    private long[] last = new long[0];
    private int lastLength;
    private long[] now = new long[0];

    ConnectionRecorder(TraceWriter writer, MachineSchema schema, String label) {
        this.writer = writer;
        this.label = label;
        fields = schema.fields().size();
        fingerprint = schema.fingerprint();
    }

    @Override
    public void begin(Machine machine, int kind, int index, long nowNanos) {
        int length = snapshot(machine);
        preDigest = Digest.of(now, length);
        if (id < 0) {
            open(machine, length);
        }
        eventKind = kind;
        event = index;
        stepNanos = nowNanos;
        values.clear();
        choices.clear();
        effects.clear();
        valueCount = 0;
        choiceCount = 0;
        effectCount = 0;
    }

    private int snapshot(Machine machine) {
        int length = machine.snapshotLength();
        if (now.length < length) {
            now = new long[length + 8];
        }
        return machine.snapshotInto(now);
    }

    private void open(Machine machine, int length) {
        if (!machine.schema().fingerprint().equals(fingerprint)) {
            throw new IllegalArgumentException(
                    "a machine of another specification, " + machine.schema().protocol() + " "
                            + machine.schema().fingerprint() + ", cannot be recorded in this trace");
        }
        id = writer.nextConnection();
        int streams = machine.schema().streams().size();
        body.clear().unsigned(TraceFormat.CONNECTION).unsigned(id).text(label);
        long[] parameters = machine.parameterValues();
        body.values(parameters, parameters.length).unsigned(streams);
        for (int i = 0; i < streams; i++) {
            body.signed(machine.streamCapacity(i));
        }
        long[] runtime = RuntimeVariables.of(machine);
        body.values(runtime, runtime.length).values(now, length);
        writer.write(body);
        keep(length);
    }

    @Override
    public void argument(long value) {
        values.signed(value);
        valueCount++;
    }

    @Override
    public void arrival(MessageRecord segment) {
        segment(values, segment);
        valueCount = fields;
    }

    private void segment(RecordBuffer to, MessageRecord segment) {
        for (int i = 0; i < fields; i++) {
            to.signed(segment.get(i));
        }
    }

    @Override
    public void choice(int choice, long value) {
        choices.unsigned(choice).signed(value);
        choiceCount++;
    }

    @Override
    public void sent(int rule, MessageRecord segment) {
        effects.unsigned(TraceFormat.SENT).signed(rule);
        segment(effects, segment);
        effectCount++;
    }

    @Override
    public void notified(int rule, int notice) {
        effects.unsigned(TraceFormat.NOTIFIED).signed(rule).unsigned(notice);
        effectCount++;
    }

    @Override
    public void end(Machine machine, int result) {
        body.clear()
                .unsigned(TraceFormat.STEP)
                .unsigned(id)
                .signed(stepNanos - lastNanos)
                .unsigned(eventKind)
                .unsigned(event)
                .unsigned(valueCount)
                .append(values)
                .unsigned(choiceCount)
                .append(choices)
                .unsigned(effectCount)
                .append(effects)
                .unsigned(machine.rule() + 1L)
                .unsigned(result)
                .fixed64(preDigest);
        int length = snapshot(machine);
        change(length);
        writer.writeStep(body);
        lastNanos = stepNanos;
        keep(length);
    }

    /** 0 and the whole snapshot; or 1 + the number of changed places, and of each how many unchanged lie before it and by how much. */
    private void change(int length) {
        if (length != lastLength) {
            body.unsigned(0).values(now, length);
            return;
        }
        int changed = 0;
        for (int i = 0; i < length; i++) {
            if (now[i] != last[i]) {
                changed++;
            }
        }
        body.unsigned(changed + 1L);
        int next = 0;
        for (int i = 0; i < length; i++) {
            if (now[i] != last[i]) {
                body.unsigned(i - next).signed(now[i] - last[i]);
                next = i + 1;
            }
        }
    }

    private void keep(int length) {
        long[] free = last;
        last = now;
        lastLength = length;
        now = free;
    }
}
