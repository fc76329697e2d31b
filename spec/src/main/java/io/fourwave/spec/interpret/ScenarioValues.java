package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers a scenario stands for, encoded as {@link Encoding} says, a tick taken for so many nanoseconds.
 *
 * @param parameters by declared order
 * @param capacities of the streams, by declared order
 * @param bounds of its environment, by name
 */
public record ScenarioValues(long[] parameters, int[] capacities, Map<String, Long> bounds) {

    /**
     * The values of a scenario.
     *
     * @param tickNanos what one tick of the model is taken for
     * @throws IllegalArgumentException when it binds a name to what is not constant
     */
    public static ScenarioValues of(Protocol protocol, World.Scenario scenario, long tickNanos) {
        World.Environment environment = environment(protocol, scenario);
        Map<String, Expr> bindings = new HashMap<>();
        scenario.bindings().forEach(binding -> bindings.put(binding.name(), binding.value()));
        List<String> boundNames =
                environment.bounds().stream().map(Protocol.Local::name).toList();
        Program literals = new Program(
                protocol, new long[0], new int[protocol.machine().streams().size()], Encoding.WIRE_MODULUS);
        Map<String, Long> instead = new LinkedHashMap<>();
        Map<String, Long> bounds = new LinkedHashMap<>();
        bindings.forEach((name, value) -> {
            long number =
                    literals.constant(constant(literals, bindings, tickNanos).compile(value));
            (boundNames.contains(name) ? bounds : instead).put(name, number);
        });
        String profile = scenario.profile() == null ? protocol.profiles().get(0) : scenario.profile();
        return new ScenarioValues(
                ParameterValues.ofProfile(protocol, profile, instead), capacities(protocol, scenario), bounds);
    }

    /** The environment the scenario is one of. */
    public static World.Environment environment(Protocol protocol, World.Scenario scenario) {
        return protocol.world().environments().stream()
                .filter(one -> one.name().equals(scenario.environment()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no environment `" + scenario.environment() + "`"));
    }

    private static ExprCompiler constant(Program literals, Map<String, Expr> bindings, long tickNanos) {
        return new ExprCompiler(literals, new Scope(literals.locals)) {
            @Override
            public Value ticksLiteral(Expr.TicksLiteral node) {
                long nanos = node.ticks() * tickNanos;
                return x -> nanos;
            }

            @Override
            public Value boundRef(Expr.BoundRef node) {
                return compile(bindings.get(node.bound()));
            }
        };
    }

    private static int[] capacities(Protocol protocol, World.Scenario scenario) {
        return protocol.machine().streams().stream()
                .mapToInt(stream -> scenario.capacities().stream()
                        .filter(capacity -> capacity.stream().equals(stream.name()))
                        .mapToInt(World.StreamCapacity::capacity)
                        .findFirst()
                        .orElse(0))
                .toArray();
    }
}
