package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.ir.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    @ParameterizedTest
    @CsvSource({
        "SND.UNA, sndUna, SND_UNA",
        "FIN-WAIT-1, finWait1, FIN_WAIT_1",
        "orphaned, orphaned, ORPHANED",
        "finAcked, finAcked, FIN_ACKED",
        "time_wait_syn, timeWaitSyn, TIME_WAIT_SYN",
        "synchronized.sequence-number, synchronizedSequenceNumber, SYNCHRONIZED_SEQUENCE_NUMBER",
        "timeout TIME-WAIT, timeoutTimeWait, TIMEOUT_TIME_WAIT",
        "SYN-SENT+LISTEN.x, synSentListenX, SYN_SENT_LISTEN_X"
    })
    void nameOfTheSpecification_isSpelledAsJavaDoes(String specName, String camel, String constant) {
        assertThat(Naming.camel(specName)).isEqualTo(camel);
        assertThat(Naming.constant(specName)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"SRTT, srttNanos", "time_wait_ms, timeWaitNanos", "ms, msNanos", "RTO.MAX, rtoMaxNanos"})
    void duration_saysItsUnit(String specName, String name) {
        assertThat(Naming.value(specName, new Type.Duration())).isEqualTo(name);
    }
}
