package io.fourwave.conformance.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.ParameterValues;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java against the interpreter on random states and events: two of the three meanings of a specification. */
class GeneratedAgainstInterpreterTest {
    private static final Path SPECS = Path.of("..", "spec");
    private static final int CAPACITY = 24;
    private static final int WALKS = 150;
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"examples/alternating-bit", "tcp"})
    void randomWalks_doTheSameInBoth(String spec) throws ClassNotFoundException {
        Protocol protocol = Compiler.compile(SPECS.resolve(spec)).orThrow();
        Outcome outcome = compare(protocol, CompiledProtocol.of(protocol), firstSeed());
        long rules = protocol.machine().handlers().stream()
                .mapToLong(handler -> handler.checks().size())
                .sum();
        System.out.printf(
                "%s: %d steps compared, %d left out, %d of %d rules last in force%n",
                protocol.name(), outcome.steps, outcome.violations, outcome.rules.size(), rules);
        assertThat(outcome.steps).as("steps compared").isGreaterThan(WALKS * STEPS / 2);
    }

    private record Outcome(int steps, int violations, Set<String> rules) {}

    private static Outcome compare(Protocol protocol, CompiledProtocol compiled, long firstSeed)
            throws ClassNotFoundException {
        int[] capacities = new int[protocol.machine().streams().size()];
        Arrays.fill(capacities, CAPACITY);
        int steps = 0;
        int violations = 0;
        Set<String> rules = new TreeSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            long seed = firstSeed + walk;
            String profile = protocol.profiles().get(walk % protocol.profiles().size());
            long[] parameters = ParameterValues.ofProfile(protocol, profile, Map.of());
            Interpreter interpreter = new Interpreter(protocol, parameters, capacities);
            LockStep lockStep = new LockStep(compiled, interpreter, parameters, capacities, seed);
            try {
                lockStep.walk(STEPS, walk % 3 > 0);
            } catch (AssertionError | RuntimeException different) {
                throw new AssertionError("seed " + seed + ", walk " + walk + ": " + different.getMessage(), different);
            }
            steps += lockStep.steps();
            violations += lockStep.violations();
            rules.addAll(lockStep.rules());
        }
        return new Outcome(steps, violations, rules);
    }

    private static long firstSeed() {
        return Long.getLong("fourwave.seed", System.nanoTime());
    }
}
