package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.StepRecorder;
import java.util.ArrayList;
import java.util.List;

/** Turns bodies into records, and keeps of each connection what the next change refers to. Every index it lets pass exists in the schema. */
final class RecordDecoder {
    private static final long[] NO_VALUES = {};
    private static final int[] NO_CHOICES = {};
    private static final TracedEffect[] NO_EFFECTS = {};

    private static final int MOST_LOOPS = 1024;

    private final MachineSchema schema;
    private final List<Live> connections = new ArrayList<>();
    private long steps;

    private static final class Live {
        private final TraceRecord.Connection connection;
        private long[] snapshot;
        private long nowNanos;

        Live(TraceRecord.Connection connection) {
            this.connection = connection;
            snapshot = connection.snapshot();
        }
    }

    RecordDecoder(MachineSchema schema) {
        this.schema = schema;
    }

    long steps() {
        return steps;
    }

    /** Null for the end record. */
    TraceRecord decode(RecordBody body, TraceRecord.Position position) {
        long kind = body.unsigned();
        TraceRecord record;
        if (kind == TraceFormat.STEP) {
            record = step(body, position);
        } else if (kind == TraceFormat.CONNECTION) {
            record = connection(body, position);
        } else if (kind == TraceFormat.END) {
            end(body);
            record = null;
        } else {
            throw new RecordBody.Malformed("there is no record of kind " + kind);
        }
        body.end();
        return record;
    }

    private TraceRecord connection(RecordBody body, TraceRecord.Position position) {
        // Ids are given before the record is written: with several loops they may come a little out of order.
        int id = body.index(connections.size() + MOST_LOOPS, "connection");
        String label = body.text();
        long[] parameters = sized(body.values(), schema.parameters().size(), "parameters");
        long[] capacities = sized(body.values(), schema.streams().size(), "stream capacities");
        long runtime =
                schema.variables().stream().filter(MachineSchema.Value::runtime).count();
        long[] runtimeValues = sized(body.values(), (int) runtime, "runtime variables");
        TraceRecord.Connection connection = new TraceRecord.Connection(
                position, id, label, parameters, octets(capacities), runtimeValues, body.values());
        while (connections.size() <= id) {
            connections.add(null);
        }
        if (connections.get(id) != null) {
            throw new RecordBody.Malformed("connection " + id + " is there already");
        }
        connections.set(id, new Live(connection));
        return connection;
    }

    private static int[] octets(long[] capacities) {
        int[] octets = new int[capacities.length];
        for (int i = 0; i < octets.length; i++) {
            if (capacities[i] < 0 || capacities[i] > Integer.MAX_VALUE) {
                throw new RecordBody.Malformed("a stream cannot have the capacity " + capacities[i]);
            }
            octets[i] = (int) capacities[i];
        }
        return octets;
    }

    private static long[] sized(long[] values, int expected, String what) {
        if (values.length != expected) {
            throw new RecordBody.Malformed("it has " + values.length + " " + what + ", not " + expected);
        }
        return values;
    }

    private TraceRecord step(RecordBody body, TraceRecord.Position position) {
        int id = body.index(connections.size(), "connection");
        Live live = connections.get(id);
        if (live == null) {
            throw new RecordBody.Malformed("there is no connection " + id);
        }
        long nowNanos = live.nowNanos + body.signed();
        int kind = body.index(StepRecorder.OPPORTUNITY + 1, "kind of event");
        int event = body.index(events(kind), eventName(kind));
        long[] values = values(body, kind, event);
        int choiceCount = body.count();
        int[] choices = choiceCount == 0 ? NO_CHOICES : new int[choiceCount];
        long[] choiceValues = choiceCount == 0 ? NO_VALUES : new long[choiceCount];
        for (int i = 0; i < choiceCount; i++) {
            choices[i] = body.index(schema.choices().size(), "choice");
            choiceValues[i] = body.signed();
        }
        TracedEffect[] effects = effects(body);
        int rule = body.index(schema.rules().size() + 1, "rule") - 1;
        int result = body.index(schema.errors().size() + 1, "result");
        long preDigest = body.fixed64();
        long[] post = change(body, live.snapshot);
        live.snapshot = post;
        live.nowNanos = nowNanos;
        steps++;
        return new TraceRecord.Step(
                position,
                live.connection,
                nowNanos,
                kind,
                event,
                values,
                choices,
                choiceValues,
                effects,
                rule,
                result,
                preDigest,
                post);
    }

    private int events(int kind) {
        return switch (kind) {
            case StepRecorder.CALL -> schema.calls().size();
            case StepRecorder.ARRIVAL -> 1;
            case StepRecorder.OPPORTUNITY -> schema.opportunities().size();
            default -> schema.timers().size();
        };
    }

    private static String eventName(int kind) {
        return switch (kind) {
            case StepRecorder.CALL -> "call";
            case StepRecorder.ARRIVAL -> "arrival";
            case StepRecorder.OPPORTUNITY -> "opportunity";
            default -> "timer";
        };
    }

    private long[] values(RecordBody body, int kind, int event) {
        int expected = switch (kind) {
            case StepRecorder.CALL -> schema.calls().get(event).parameters().size();
            case StepRecorder.ARRIVAL -> schema.fields().size();
            default -> 0;
        };
        long[] values = body.values();
        return sized(values, expected, "values of its event");
    }

    private TracedEffect[] effects(RecordBody body) {
        int count = body.count();
        if (count == 0) {
            return NO_EFFECTS;
        }
        List<TracedEffect> effects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = body.index(2, "kind of effect");
            int rule = (int) body.signed();
            if (rule < -1 || rule >= schema.rules().size()) {
                throw new RecordBody.Malformed("there is no rule " + rule);
            }
            effects.add(
                    kind == TraceFormat.SENT
                            ? new TracedEffect.Sent(
                                    rule, body.values(schema.fields().size()))
                            : new TracedEffect.Notified(
                                    rule, body.index(schema.notices().size(), "notice")));
        }
        return effects.toArray(NO_EFFECTS);
    }

    private static long[] change(RecordBody body, long[] before) {
        int coded = body.number();
        if (coded == 0) {
            return body.values();
        }
        if (coded == 1) {
            return before;
        }
        long[] after = before.clone();
        int at = 0;
        for (int i = 1; i < coded; i++) {
            at += body.index(after.length - at, "place in the state");
            after[at++] += body.signed();
        }
        return after;
    }

    private void end(RecordBody body) {
        long expectedConnections = body.unsigned();
        long expectedSteps = body.unsigned();
        long found = connections.stream().filter(live -> live != null).count();
        if (expectedConnections != found || expectedSteps != steps) {
            throw new RecordBody.Malformed("it speaks of " + expectedConnections + " connections and " + expectedSteps
                    + " steps, but there are " + found + " and " + steps);
        }
    }
}
