package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The values a choice has in a scenario, as the model has them: those its {@code choice P in {…}} names within the range at
 * hand (none: the nearest bound), else all; durations tick by tick.
 */
public final class ScenarioChoices implements ChoiceDomain {
    private final Map<String, long[]> restrictions = new HashMap<>();
    private final long tickNanos;

    /** {@code tickNanos}: what one tick of the model is taken for. */
    public ScenarioChoices(Protocol protocol, World.Scenario scenario, long tickNanos) {
        this.tickNanos = tickNanos;
        Program literals = new Program(
                protocol, new long[0], new int[protocol.machine().streams().size()], Encoding.WIRE_MODULUS);
        ExprCompiler compiler = new ExprCompiler(literals, new Scope(literals.locals));
        for (World.Restriction restriction : scenario.restrictions()) {
            restrictions.put(
                    restriction.policy(),
                    restriction.values().stream()
                            .mapToLong(value -> value instanceof Expr.TicksLiteral ticks
                                    ? ticks.ticks() * tickNanos
                                    : literals.constant(compiler.compile(value)))
                            .toArray());
        }
    }

    @Override
    public long[] values(ChoiceRequest request) {
        long[] named = restrictions.get(request.policy());
        if (named != null) {
            long[] within = Arrays.stream(named)
                    .filter(v -> v >= request.low() && v <= request.high())
                    .toArray();
            return within.length > 0 ? within : nearestBound(named, request);
        }
        if (!Encoding.isDuration(request.type())) {
            return ChoiceDomain.all().values(request);
        }
        long ticks = (request.high() - request.low()) / tickNanos;
        if (request.high() == Encoding.FOREVER || ticks >= MOST_VALUES) {
            throw new IllegalArgumentException("the choice `" + request.name()
                    + "` has too many ticks to try them all; " + "restrict " + request.policy() + " in the scenario");
        }
        return LongStream.rangeClosed(0, ticks)
                .map(t -> request.low() + t * tickNanos)
                .toArray();
    }

    private static long[] nearestBound(long[] named, ChoiceRequest request) {
        long nearest = request.low();
        long best = Long.MAX_VALUE;
        for (long value : named) {
            long distance = value < request.low() ? request.low() - value : value - request.high();
            if (distance < best) {
                best = distance;
                nearest = value < request.low() ? request.low() : request.high();
            }
        }
        return new long[] {nearest};
    }
}
