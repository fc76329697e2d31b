package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "1, 1 ns",
        "1500, 1.5 us",
        "200000000, 200 ms",
        "1500000000, 1.5 s",
        "90000000000, 90 s",
        "240000000000, 4 min",
        "7200000000000, 2 h",
        "1000000001, 1.000000001 s",
        "-5000000, -5 ms",
        "9223372036854775807, forever",
        "1230000000, 1.23 s",
        "59999000000, 59.999 s"
    })
    void duration_inTheUnitThatReadsBest(long nanos, String text) {
        assertThat(Encoding.durationText(nanos)).isEqualTo(text);
    }

    @Test
    void flagsAndMembers_byName() {
        Type control = new Type.Flags("Control", List.of("FIN", "SYN", "ACK"));
        assertThat(Encoding.text(control, 6)).isEqualTo("SYN,ACK");
        assertThat(Encoding.text(control, 0)).isEqualTo("none");
        assertThat(Encoding.text(new Type.Enumeration("E", List.of("ONE", "TWO")), 1))
                .isEqualTo("TWO");
        assertThat(Encoding.text(new Type.Octets(), 1)).isEqualTo("1 octet");
        assertThat(Encoding.text(new Type.Bool(), 1)).isEqualTo("true");
    }
}
