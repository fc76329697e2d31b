package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says snapshots, events and effects in the spec's words. */
public final class Describer {
    private final Protocol protocol;
    private final StateLayout layout;

    public Describer(Protocol protocol) {
        this.protocol = protocol;
        layout = new StateLayout(protocol, false);
    }

    /**
     * On one line: {@code state=BUSY COUNT=7 … ALARM: 200 ms left, 2 retries}. A timer as new is left out.
     *
     * @throws IllegalArgumentException when it is not a snapshot of this machine
     */
    public String describe(long[] snapshot, long nowNanos) {
        List<String> parts = new ArrayList<>();
        Cursor cursor = new Cursor(snapshot);
        parts.add("state=" + state(cursor.next()));
        for (Machine.Variable variable : layout.variables) {
            if (variable.kind() == DataKind.PLAIN) {
                parts.add(variable.name() + "=" + Encoding.text(variable.type(), cursor.next()));
            }
        }
        for (Machine.Timer timer : layout.timers) {
            long deadline = cursor.next();
            long retries = cursor.next();
            if (deadline != StateLayout.NOT_RUNNING) {
                parts.add(timer.name() + ": " + left(deadline - nowNanos) + retries(retries));
            } else if (retries != 0) {
                parts.add(timer.name() + ": off" + retries(retries));
            }
        }
        for (Machine.Stream stream : layout.streams) {
            parts.add(stream.name() + ": " + stream(stream, cursor));
        }
        cursor.end();
        return String.join(" ", parts);
    }

    /**
     * The parts that differ, in the order of the snapshot; deadlines as points in time.
     *
     * @throws IllegalArgumentException when one is not a snapshot of this machine
     */
    public List<Difference> diff(long[] left, long[] right) {
        Map<String, String> rightParts = parts(right);
        List<Difference> differences = new ArrayList<>();
        parts(left).forEach((name, text) -> {
            if (!text.equals(rightParts.get(name))) {
                differences.add(new Difference(name, text, rightParts.get(name)));
            }
        });
        return differences;
    }

    private Map<String, String> parts(long[] snapshot) {
        Map<String, String> parts = new LinkedHashMap<>();
        Cursor cursor = new Cursor(snapshot);
        parts.put("state", state(cursor.next()));
        for (Machine.Variable variable : layout.variables) {
            if (variable.kind() == DataKind.PLAIN) {
                parts.put(variable.name(), Encoding.text(variable.type(), cursor.next()));
            }
        }
        for (Machine.Timer timer : layout.timers) {
            long deadline = cursor.next();
            String due = deadline == StateLayout.NOT_RUNNING ? "off" : "due at " + Encoding.durationText(deadline);
            parts.put(timer.name(), due + ", " + cursor.next() + " retries");
        }
        for (Machine.Stream stream : layout.streams) {
            parts.put(stream.name(), stream(stream, cursor));
        }
        cursor.end();
        return parts;
    }

    private String state(long ordinal) {
        return ordinal >= 0 && ordinal < layout.states.size()
                ? layout.states.get((int) ordinal).name()
                : "no state " + ordinal;
    }

    private static String left(long nanos) {
        return nanos > 0
                ? Encoding.durationText(nanos) + " left"
                : nanos == 0 ? "due" : "overdue by " + Encoding.durationText(-nanos);
    }

    private static String retries(long retries) {
        return retries == 0 ? "" : ", " + retries + (retries == 1 ? " retry" : " retries");
    }

    private static String stream(Machine.Stream stream, Cursor cursor) {
        if (stream.kind() == Machine.StreamKind.SEND) {
            return Encoding.text(new Type.Octets(), cursor.next());
        }
        StringBuilder text = new StringBuilder();
        text.append(cursor.next()).append(" readable, ").append(cursor.next()).append(" ready");
        for (long ranges = cursor.next(); ranges > 0; ranges--) {
            text.append(", ")
                    .append(cursor.next())
                    .append("+")
                    .append(cursor.next())
                    .append(" ahead");
        }
        return text.toString();
    }

    /** Where a rule stands in the sources; null when the machine has no such rule. */
    public Place place(String rule) {
        return protocol.machine().handlers().stream()
                .flatMap(handler -> handler.checks().stream())
                .filter(check -> check.rule().equals(rule))
                .map(Machine.Check::place)
                .findFirst()
                .orElse(null);
    }

    /** In the RFC's notation: {@code <SEQ=100><ACK=300><CTL=SYN,ACK>}. */
    public String segment(long[] fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < layout.fields.size(); i++) {
            Protocol.Field field = layout.fields.get(i);
            text.append('<')
                    .append(field.name())
                    .append('=')
                    .append(Encoding.text(field.type(), fields[i]))
                    .append('>');
        }
        return text.toString();
    }

    /** {@code SEND(5 octets)}, {@code SEGMENT-ARRIVES <SEQ=…>}, {@code timeout RETRANSMISSION}. */
    public String event(Occurrence event) {
        if (event instanceof Occurrence.Arrival arrival) {
            return event.text() + " " + segment(arrival.fields());
        }
        if (!(event instanceof Occurrence.Call call) || call.args().length == 0) {
            return event.text();
        }
        List<Protocol.Local> params = protocol.calls().stream()
                .filter(c -> c.name().equals(call.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the protocol has no call `" + call.name() + "`"))
                .params();
        List<String> args = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            args.add(Encoding.text(params.get(i).type(), call.args()[i]));
        }
        return event.text() + "(" + String.join(", ", args) + ")";
    }

    /** {@code sends <SEQ=…>}, {@code IDLE -> BUSY}, {@code ALARM due at 1.2 s}. */
    public String effect(Effect effect) {
        if (effect instanceof Effect.Sent sent) {
            return "sends " + segment(sent.fields());
        }
        if (effect instanceof Effect.Notified notified) {
            return "notifies " + notified.notice();
        }
        if (effect instanceof Effect.TimerSet set) {
            return set.timer() + " due at " + Encoding.durationText(set.deadlineNanos());
        }
        if (effect instanceof Effect.TimerCancelled cancelled) {
            return cancelled.timer() + " cancelled";
        }
        if (effect instanceof Effect.StateChanged changed) {
            return changed.from() + " -> " + changed.to();
        }
        return "informs " + ((Effect.Informed) effect).policy();
    }

    /** Reads a snapshot from left to right. */
    private static final class Cursor {
        private final long[] snapshot;
        private int at;

        Cursor(long[] snapshot) {
            this.snapshot = snapshot;
        }

        long next() {
            if (at == snapshot.length) {
                throw new IllegalArgumentException("not a snapshot of this machine: it ends after " + at + " values");
            }
            return snapshot[at++];
        }

        void end() {
            if (at != snapshot.length) {
                throw new IllegalArgumentException(
                        "not a snapshot of this machine: " + (snapshot.length - at) + " values are left over");
            }
        }
    }
}
