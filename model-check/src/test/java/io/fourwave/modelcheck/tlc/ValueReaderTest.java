package io.fourwave.modelcheck.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueReaderTest {
    @Test
    void read_whatTlcPrints() {
        TlaValue value = ValueReader.read(
                "[state |-> \"SYN-SENT\",\n  left |-> -1, sent |-> <<[a |-> TRUE], [a |-> FALSE]>>, set |-> {}]");

        assertThat(value.at("state").text()).isEqualTo("SYN-SENT");
        assertThat(value.at("left")).isEqualTo(new TlaValue.Num(-1));
        assertThat(value.at("sent").all())
                .extracting(one -> one.at("a"))
                .containsExactly(new TlaValue.Bool(true), new TlaValue.Bool(false));
        assertThat(value.at("set")).isEqualTo(new TlaValue.Many(List.of(), true));
    }

    @Test
    void read_functions_asRecords() {
        assertThat(ValueReader.read("(\"A\" :> 1 @@ \"B\" :> <<2, 3>>)").at("B").all())
                .hasSize(2);
    }

    @Test
    void read_whatIsNoValue_isKeptAsText() {
        assertThat(ValueReader.read("[a |-> ").text()).isEqualTo("[a |->");
        assertThat(ValueReader.read("@ nonsense").text()).isEqualTo("@ nonsense");
        assertThat(ValueReader.read("").text()).isEmpty();
    }

    @Test
    void state_isReadByVariable() {
        var variables = ValueReader.state("/\\ x = 1\n/\\ net = [ A |-> {},\n  B |-> {2} ]");

        assertThat(variables).containsOnlyKeys("x", "net");
        assertThat(variables.get("net").at("B").all()).containsExactly(new TlaValue.Num(2));
    }
}
