package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 sections 3.10.7.1 and 3.10.7.2. */
class ClosedAndListenTest {
    @Test
    void closed_reset_isIgnored() {
        Endpoint tcp = Endpoint.rfc().arrives(Seg.of("RST", IRS));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void closed_syn_drawsResetThatAcknowledgesIt() {
        Endpoint tcp = Endpoint.rfc().arrives(Seg.of("SYN", IRS));

        assertThat(tcp.sent()).containsExactly("<SEQ=0><ACK=5001><CTL=RST,ACK>");
        assertThat(tcp.rule()).isEqualTo("CLOSED.no-connection");
    }

    @Test
    void closed_finWithData_countsBothInTheAcknowledgment() {
        Endpoint tcp = Endpoint.rfc().arrives(Seg.of("FIN", IRS).data(10));

        assertThat(tcp.sent()).containsExactly("<SEQ=0><ACK=5011><CTL=RST,ACK>");
    }

    @Test
    void closed_acknowledgment_drawsResetAtItsAckField() {
        Endpoint tcp = Endpoint.rfc().arrives(Seg.of("ACK", IRS).ack(777));

        assertThat(tcp.sent()).containsExactly("<SEQ=777><CTL=RST>");
    }

    @Test
    void listen_reset_isIgnored() {
        Endpoint tcp = Endpoint.rfc().listening().arrives(Seg.of("RST", IRS));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.state()).isEqualTo("LISTEN");
    }

    @Test
    void listen_acknowledgment_drawsReset() {
        Endpoint tcp = Endpoint.rfc().listening().arrives(Seg.of("SYN,ACK", IRS).ack(777));

        assertThat(tcp.sent()).containsExactly("<SEQ=777><CTL=RST>");
        assertThat(tcp.state()).isEqualTo("LISTEN");
    }

    @Test
    void listen_syn_isAnsweredAndRemembered() {
        Endpoint tcp = Endpoint.rfc().listening().arrives(Seg.of("SYN", IRS).wnd(300));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1000><ACK=5001><CTL=SYN,ACK>");
        assertThat(tcp.variable("RCV.NXT")).isEqualTo(IRS + 1);
        assertThat(tcp.variable("SND.UNA")).isEqualTo(ISS);
        assertThat(tcp.variable("SND.NXT")).isEqualTo(ISS + 1);
        assertThat(tcp.variable("SND.WND")).isEqualTo(300);
        assertThat(tcp.variable("passive")).isEqualTo(1);
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void listen_dataWithoutSyn_isIgnored() {
        Endpoint tcp = Endpoint.rfc().listening().arrives(Seg.of("FIN", IRS).data(10));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.state()).isEqualTo("LISTEN");
        assertThat(tcp.rule()).isEqualTo("LISTEN.other");
    }
}
