package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.ChoiceRequest;
import io.fourwave.spec.interpret.ChoiceSource;
import io.fourwave.spec.interpret.ScenarioChoices;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** The choices of one step: what the script says where it may be chosen in the scenario, else the first that may be. */
final class Choosing implements ChoiceSource {
    private final List<Act.Chosen> script;
    private final ScenarioChoices allowed;
    private final LongUnaryOperator onTheWire;
    private final long tickNanos;

    /** @param onTheWire makes of a sequence number of the model one of 32 bits */
    Choosing(List<Act.Chosen> script, ScenarioChoices allowed, LongUnaryOperator onTheWire, long tickNanos) {
        this.script = new ArrayList<>(script);
        this.allowed = allowed;
        this.onTheWire = onTheWire;
        this.tickNanos = tickNanos;
    }

    @Override
    public long choose(ChoiceRequest request) {
        long[] values = allowed.values(request);
        long chosen = values[0];
        for (int i = 0; i < script.size(); i++) {
            if (script.get(i).name().equals(request.name())) {
                long wanted = encoded(request.type(), script.get(i).value(), tickNanos);
                for (long value : values) {
                    if (value == wanted) {
                        chosen = wanted;
                    }
                }
                script.subList(0, i + 1).clear();
                break;
            }
        }
        return request.type() instanceof Type.Seq ? onTheWire.applyAsLong(chosen) : chosen;
    }

    /** A value as scripts have it, encoded. */
    static long encoded(Type type, Object value, long tickNanos) {
        if (value instanceof Encoded known) {
            return known.value();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof String member) {
            return type instanceof Type.Enumeration enumeration
                    ? enumeration.members().indexOf(member)
                    : -1;
        }
        long number = ((Number) value).longValue();
        return isDuration(type) ? number * tickNanos : number;
    }

    /** A value that needs no encoding. */
    record Encoded(long value) {}

    private static boolean isDuration(Type type) {
        return type instanceof Type.Duration
                || type instanceof Type.Range range && isDuration(range.low().type());
    }
}
