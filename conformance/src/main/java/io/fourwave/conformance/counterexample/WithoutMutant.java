package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.spec.interpret.ChoiceRequest;
import io.fourwave.spec.interpret.Effect;
import io.fourwave.spec.interpret.Encoding;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.ScenarioChoices;
import io.fourwave.spec.interpret.ScenarioValues;
import io.fourwave.spec.interpret.SpecViolation;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one end would have done by the specification without the mutant: the same happens to it, until it sends something else, is in
 * another state, or what happens is not possible.
 */
final class WithoutMutant {
    private static final long TICK_NANOS = 1_000_000_000;

    private final Protocol protocol;
    private final Course course;
    private final String peer;
    private final Interpreter interpreter;
    private final ScenarioChoices choices;
    private final List<Protocol.Field> fields;

    private WithoutMutant(Finding finding, String peer) {
        this.protocol = finding.original().orThrow();
        this.course = finding.counterexample().course();
        this.peer = peer;
        ScenarioValues values = ScenarioValues.of(protocol, finding.scenario(), TICK_NANOS);
        interpreter = new Interpreter(
                protocol,
                values.parameters(),
                values.capacities(),
                finding.scenario().modulus());
        choices = new ScenarioChoices(protocol, finding.scenario(), TICK_NANOS);
        fields = protocol.segment().fields().stream()
                .filter(field -> field.kind() != DataKind.GHOST)
                .toList();
    }

    /** The first difference: index of the act, and what would be instead. */
    record Difference(int act, String instead) {}

    /** Null where there is no mutant, or this end shows no difference. */
    static Difference of(Finding finding, String peer) {
        return finding.mutant() == null ? null : new WithoutMutant(finding, peer).first();
    }

    private Difference first() {
        MachineState state = interpreter.initial();
        for (int i = 0; i < course.acts().size(); i++) {
            Course.Act act = course.acts().get(i);
            if (!act.peer().equals(peer)) {
                continue;
            }
            if (act.kind() == Course.Kind.CRASH) {
                state = interpreter.deleted(state);
                continue;
            }
            Occurrence event = event(act, state);
            if (event == null) {
                continue;
            }
            StepResult result;
            try {
                result = interpreter.step(state, event, act.tick() * TICK_NANOS, request -> choose(act, request));
            } catch (SpecViolation impossible) {
                return new Difference(i, "this does not happen: " + impossible.getMessage());
            }
            List<String> specified = result.sent().stream()
                    .map(Effect.Sent::fields)
                    .map(this::text)
                    .toList();
            List<String> told =
                    act.sent().stream().map(course::segment).map(this::text).toList();
            if (!specified.equals(told)) {
                return new Difference(
                        i, specified.isEmpty() ? "nothing is sent here" : "sent here: " + String.join(", ", specified));
            }
            state = result.post();
            String after = act.ends().get(course.peers().indexOf(peer)).state();
            if (!state.state().equals(after)) {
                return new Difference(i, "the end is in " + state.state() + ", not in " + after);
            }
        }
        return null;
    }

    private Occurrence event(Course.Act act, MachineState state) {
        return switch (act.kind()) {
            case CALL -> call(act);
            case ARRIVAL, REPEATED_ARRIVAL -> new Occurrence.Arrival(contents(course.segment(act.segment())));
            case TIMEOUT -> {
                String timer = act.event().replaceFirst("^(timeout|exhausted) ", "");
                Occurrence due = interpreter.due(state, timer, act.tick() * TICK_NANOS);
                yield due == null ? new Occurrence.Timeout(timer) : due;
            }
            case OFFER -> new Occurrence.Opportune(act.event());
            default -> null;
        };
    }

    private Occurrence call(Course.Act act) {
        Protocol.UserCall call = protocol.calls().stream()
                .filter(one -> one.name().equals(act.event()))
                .findFirst()
                .orElseThrow();
        return new Occurrence.Call(
                call.name(),
                call.params().stream()
                        .mapToLong(
                                param -> encoded(param.type(), act.arguments().get(param.name())))
                        .toArray());
    }

    private long choose(Course.Act act, ChoiceRequest request) {
        OptionalInt said = OptionalInt.empty();
        for (int i = 0; i < act.notes().size() && said.isEmpty(); i++) {
            Course.Note note = act.notes().get(i);
            if (note.what() == Course.What.CHOSE && note.name().equals(request.name())) {
                said = OptionalInt.of(i);
            }
        }
        long first = choices.values(request)[0];
        if (said.isEmpty()) {
            return first;
        }
        long value = encoded(request.type(), act.notes().get(said.getAsInt()).value());
        return value < request.low() || value > request.high() ? first : value;
    }

    private long[] contents(Course.Segment segment) {
        return fields.stream()
                .mapToLong(field -> encoded(field.type(), segment.fields().get(field.name())))
                .toArray();
    }

    private String text(Course.Segment segment) {
        return text(contents(segment));
    }

    /** What the model knows of it. */
    private String text(long[] contents) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            Protocol.Field field = fields.get(i);
            if (field.kind() == DataKind.PLAIN && !(contents[i] == 0 && field.type() instanceof Type.Octets)) {
                parts.add("<" + field.name() + "=" + Encoding.text(field.type(), contents[i]) + ">");
            }
        }
        return String.join("", parts);
    }

    private static long encoded(Type type, TlaValue value) {
        if (value instanceof TlaValue.Bool truth) {
            return truth.value() ? 1 : 0;
        }
        if (value instanceof TlaValue.Num number) {
            boolean duration = type instanceof Type.Duration
                    || type instanceof Type.Range range && range.low().type() instanceof Type.Duration;
            return duration ? number.value() * TICK_NANOS : number.value();
        }
        if (type instanceof Type.Flags flags && value != null) {
            return value.all().stream()
                    .mapToLong(flag -> 1L << flags.members().indexOf(flag.text()))
                    .sum();
        }
        if (type instanceof Type.Enumeration enumeration && value != null) {
            return enumeration.members().indexOf(value.text());
        }
        return value == null ? 0 : value.all().size();
    }
}
