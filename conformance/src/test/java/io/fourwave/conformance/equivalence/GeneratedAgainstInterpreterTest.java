package io.fourwave.conformance.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java against the interpreter on random walks and random states: two of the three meanings of a specification. The seed is in the
 * message of a failure; {@code -Dfourwave.seed=…} walks the same ways again.
 */
class GeneratedAgainstInterpreterTest {
    private static final Path SPECS = Path.of("..", "spec");
    private static final int CAPACITY = 24;
    private static final int WALKS = 200;
    private static final int STEPS = 120;

    private record Outcome(int steps, Set<String> rules) {}

    @ParameterizedTest
    @ValueSource(strings = {"examples/alternating-bit", "../codegen/src/test/resources/golden/parcel.wave", "tcp"})
    void randomWalks_doTheSameInBoth(String spec) throws ClassNotFoundException {
        Protocol protocol = Compiler.compile(SPECS.resolve(spec)).orThrow();
        Outcome outcome = compare(protocol, CompiledProtocol.of(protocol));
        long rules = protocol.machine().handlers().stream()
                .mapToLong(handler -> handler.checks().size())
                .sum();
        // Otherwise the walks are stuck somewhere and the comparison is of nothing.
        assertThat(outcome.steps).as("steps compared").isGreaterThan(WALKS * STEPS / 2);
        assertThat((long) outcome.rules.size()).as("rules seen to end a step").isGreaterThan(rules * 2 / 3);
    }

    /** Edits somebody might make by hand in the generated class of the alternating-bit protocol. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return 1 - bit;                      | return bit;",
                "outgoing.release(out_);              | outgoing.release(0);",
                "data.length() > outgoing.free()      | data.length() >= outgoing.free()",
                "count > incoming.readable()          | count >= incoming.readable()",
                "cancelResend();                      | ",
                "resendRetries++;                     | ",
                "resendRetries >= parameters.resends  | resendRetries > parameters.resends",
                "fail(CallError.GAVE_UP);             | ",
                "notifyUser(Notice.PEER_SILENT);      | ",
                "rule = Rule.ALIVE_ACKNOWLEDGEMENT;   | ",
                "repeated = repeated + 1;             | ",
                "policies.lineWatch(nowNanos, repeated); | ",
                "out.bit = seg.bit;                   | out.bit = sendBit;",
                "recorder.choice(0, chosen);          | recorder.choice(0, low);",
                "this.nowNanos = nowNanos;            | this.nowNanos = nowNanos + 1;",
            })
    void generatedClassEditedByHand_isCaught(String from, String to) {
        Protocol protocol =
                Compiler.compile(SPECS.resolve("examples/alternating-bit")).orThrow();
        CompiledProtocol edited = CompiledProtocol.of(
                protocol,
                text -> {
                    assertThat(text).as("the text to edit").contains(from);
                    return text.replace(from, to == null ? "" : to);
                },
                Map.of());
        assertThatThrownBy(() -> compare(protocol, edited))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed ");
    }

    /** The same of TCP, by kinds of code, so that no edit of the specification makes this test look for what is gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seq\\.lessOrEqual\\( | Seq.lessThan(",
                "\\+ 1\\b             | + 2",
                "== State\\.          | != State.",
            })
    void generatedTcpEditedByHand_isCaught(String pattern, String to) {
        Protocol protocol = Compiler.compile(SPECS.resolve("tcp")).orThrow();
        CompiledProtocol edited = CompiledProtocol.of(
                protocol,
                text -> {
                    String changed = text.replaceFirst(pattern, to);
                    assertThat(changed).as("the text edited").isNotEqualTo(text);
                    return changed;
                },
                Map.of());
        assertThatThrownBy(() -> compare(protocol, edited))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed ");
    }

    private static Outcome compare(Protocol protocol, CompiledProtocol compiled) throws ClassNotFoundException {
        int[] capacities = new int[protocol.machine().streams().size()];
        Arrays.fill(capacities, CAPACITY);
        long firstSeed = Long.getLong("fourwave.seed", System.nanoTime());
        int steps = 0;
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
                throw new AssertionError(
                        "seed " + firstSeed + ", walk " + walk + ": " + different.getMessage(), different);
            }
            steps += lockStep.steps();
            rules.addAll(lockStep.rules());
        }
        return new Outcome(steps, rules);
    }
}
