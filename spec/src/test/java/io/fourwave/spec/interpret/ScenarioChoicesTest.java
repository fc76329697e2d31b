package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which values an exploration tries of a choice, in the scenario of a small protocol. */
class ScenarioChoicesTest {
    private static final String SOURCE = """
            protocol CHOICES "one choice of each type"
            parameter wait_ms : duration = 10ms
            segment { SEQ : seq }
            call COUNT(low : int, high : int)
            call NUMBER
            call WAIT
            call FREE-COUNT(high : int)
            policy count : int
            policy any-count : int
            policy number : seq
            policy wait : duration
            machine Chooser {
              states ONLY initial
              tcb { n : int; SEQ : seq; d : duration }
              on COUNT in ONLY { choose c : low..high by policy count; n := c }
              on FREE-COUNT in ONLY { choose c : 0..high by policy any-count; n := c }
              on NUMBER in ONLY { choose isn : seq by policy number; SEQ := isn }
              on WAIT in ONLY { choose w : wait_ms..3 * wait_ms by policy wait; d := w }
              ignore SEGMENT-ARRIVES in ONLY
            }
            environment pair {
              peers A, B
              channel { in order }
              user A { NUMBER once }
              user B { NUMBER once }
            }
            property numbered { always for all p: p.SEQ = p.SEQ }
            scenario small of pair {
              modulus 16
              wait_ms = 1 ticks
              choice count in {1, 5, 20}
              choice number in {0, 14}
              check numbered
            }
            """;

    private final Protocol protocol =
            Compiler.compile(SourceSet.ofText("choices.wave", SOURCE)).orThrow();
    private final Interpreter interpreter =
            new Interpreter(protocol, ParameterValues.ofDefaultProfile(protocol), new int[0]);
    private final Explorer explorer = new Explorer(
            interpreter,
            new ScenarioChoices(protocol, protocol.world().scenarios().get(0), 10_000_000));

    private List<Long> tried(String variable, String call, long... args) {
        return explorer.outcomes(interpreter.initial(), new Occurrence.Call(call, args), 0).stream()
                .map(outcome -> outcome.result().post().variable(variable))
                .toList();
    }

    @Test
    void restrictedChoice_triesTheNamedValuesWithinTheRange() {
        assertThat(tried("n", "COUNT", 0, 30)).containsExactly(1L, 5L, 20L);
        assertThat(tried("n", "COUNT", 2, 10)).containsExactly(5L);
        assertThat(tried("SEQ", "NUMBER")).containsExactly(0L, 14L);
    }

    @Test
    void noNamedValueWithinTheRange_triesTheNearestBound() {
        assertThat(tried("n", "COUNT", 6, 9)).containsExactly(6L);
        assertThat(tried("n", "COUNT", 14, 19)).containsExactly(19L);
        assertThat(tried("n", "COUNT", 30, 40)).containsExactly(30L);
    }

    @Test
    void unrestrictedChoice_triesEveryValue() {
        assertThat(tried("n", "FREE-COUNT", 3)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void durations_areTriedTickByTick() {
        assertThat(tried("d", "WAIT")).containsExactly(10_000_000L, 20_000_000L, 30_000_000L);
    }

    @Test
    void choiceTooWideToTry_saysSo() {
        assertThatThrownBy(() -> tried("n", "FREE-COUNT", 1_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the choice `c` has too many values to try them all: 0..1000000");
    }

    @Test
    void parameters_byProfileAndByName() {
        assertThat(ParameterValues.ofDefaultProfile(protocol)).containsExactly(10_000_000);
        Protocol bits = Examples.alternatingBit();
        assertThat(ParameterValues.ofProfile(bits, "radio", Map.of("resends", 3L)))
                .containsExactly(100, 2_000_000_000L, 3);
        assertThatThrownBy(() -> ParameterValues.ofProfile(bits, "wan", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the protocol has no profile `wan`, it has [lan, radio]");
        assertThatThrownBy(() -> ParameterValues.ofProfile(bits, "lan", Map.of("retries", 3L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the protocol has no parameter `retries`");
    }
}
