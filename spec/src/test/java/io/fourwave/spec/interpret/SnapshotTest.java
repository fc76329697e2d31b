package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Type;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layout: state, V (0..3), deadline and retries of T, out, in. */
class SnapshotTest {
    private static Ir ir() {
        Ir ir = new Ir().states("A", "B").variable("V", new Type.Range(Ir.integer(0), Ir.integer(3)));
        ir.timer("T", Ir.nanos(1), 1, null, null);
        ir.stream("out", Machine.StreamKind.SEND);
        ir.stream("in", Machine.StreamKind.RECEIVE);
        return ir;
    }

    private final Interpreter interpreter = ir().interpreter(10, 10);
    private final Describer describer = new Describer(ir().protocol());

    @Property(tries = 2000)
    void anyNumbers_areEitherASnapshotOrRefused(
            @ForAll @Size(min = 0, max = 14) @LongRange(min = -1, max = 5) long[] numbers) {
        MachineState state;
        try {
            state = interpreter.fromSnapshot(numbers);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("not a snapshot of this machine");
            return;
        }
        assertThat(state.snapshot()).isEqualTo(numbers);
        assertThat(describer.describe(numbers, 0)).startsWith("state=");
    }

    @ParameterizedTest
    @CsvSource({
        "'2,0,-1,0,0,0,0,0', there is no state number 2",
        "'0,4,-1,0,0,0,0,0', 'V is 4, which is outside 0..3'",
        "'0,0,-2,0,0,0,0,0', the timer T has deadline -2 and 0 retries",
        "'0,0,-1,0,11,0,0,0', 'out holds 11 octets, its capacity is 10'",
        "'0,0,-1,0,0,0,4,1,4,2', the ranges ahead in in are not sorted and apart",
        "'0,0,-1,0,0,0,4,1,8,3', in holds octets beyond its capacity of 10",
        "'0,0,-1,0,0,0,4,9', 'in has 0 octets readable, 4 ready and 9 ranges ahead'",
        "'0,0,-1,0,0', it ends before what is readable in in",
        "'0,0,-1,0,0,0,0,0,0', 1 values are left over",
    })
    void damagedSnapshot_isRefusedWithTheReason(String numbers, String reason) {
        long[] snapshot =
                Arrays.stream(numbers.split(",")).mapToLong(Long::parseLong).toArray();
        assertThatThrownBy(() -> interpreter.fromSnapshot(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void description_namesWhatIsThere() {
        assertThat(describer.describe(new long[] {1, 3, 900_000_000, 2, 5, 1, 2, 1, 4, 3}, 700_000_000))
                .isEqualTo("state=B V=3 T: 200 ms left, 2 retries out: 5 octets in: 1 readable, 2 ready, 4+3 ahead");
        assertThat(describer.describe(new long[] {0, 0, -1, 0, 0, 0, 0, 0}, 0))
                .isEqualTo("state=A V=0 out: 0 octets in: 0 readable, 0 ready");
    }

    @Test
    void difference_namesTheParts() {
        assertThat(describer.diff(
                        new long[] {0, 3, 900_000_000, 2, 5, 0, 0, 0}, new long[] {1, 3, -1, 0, 5, 0, 0, 1, 4, 3}))
                .extracting(Difference::toString)
                .containsExactly(
                        "state: A against B",
                        "T: due at 900 ms, 2 retries against off, 0 retries",
                        "in: 0 readable, 0 ready against 0 readable, 0 ready, 4+3 ahead");
    }
}
