package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 section 3.10.7.3. */
class SynSentTest {
    @Test
    void synSent_ackOfNothingSent_drawsReset() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("SYN,ACK", IRS).ack(ISS));

        assertThat(tcp.sent()).containsExactly("<SEQ=1000><CTL=RST>");
        assertThat(tcp.state()).isEqualTo("SYN-SENT");
    }

    @Test
    void synSent_ackTooHigh_drawsReset() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("ACK", IRS).ack(ISS + 2));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><CTL=RST>");
    }

    @Test
    void synSent_resetWithWrongAck_isIgnored() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("RST,ACK", 0).ack(ISS + 2));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.state()).isEqualTo("SYN-SENT");
    }

    @Test
    void synSent_resetWithoutAck_isIgnored() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("RST", IRS));

        assertThat(tcp.state()).isEqualTo("SYN-SENT");
        assertThat(tcp.notices()).isEmpty();
    }

    @Test
    void synSent_resetOfTheSyn_refusesTheConnection() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("RST,ACK", 0).ack(ISS + 1));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-refused");
    }

    @Test
    void synSent_synAck_establishes() {
        Endpoint tcp = Endpoint.rfc()
                .synSent()
                .arrives(Seg.of("SYN,ACK", IRS).ack(ISS + 1).wnd(500));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.notices()).containsExactly("connection-established");
        assertThat(tcp.variable("SND.UNA")).isEqualTo(ISS + 1);
        assertThat(tcp.variable("SND.WND")).isEqualTo(500);
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
        assertThat(tcp.running("USER-TIMEOUT")).isFalse();
    }

    @Test
    void synSent_synAckWithQueuedData_sendsThem() {
        Endpoint tcp = Endpoint.rfc()
                .synSent()
                .call("SEND", 10)
                .arrives(Seg.of("SYN,ACK", IRS).ack(ISS + 1));

        assertThat(tcp.sent())
                .containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>", "<SEQ=1001><ACK=5001><CTL=ACK><DATA=10>");
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void synSent_syn_isSimultaneousOpen() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("SYN", IRS));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1000><ACK=5001><CTL=SYN,ACK>");
        assertThat(tcp.variable("passive")).isZero();
    }

    @Test
    void simultaneousOpen_synAckOfTheOther_isAcknowledgedAndTheAckOfThatEstablishes() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("SYN", IRS)).forget();

        // RFC 9293 figure 8: by the first check the SYN,ACK is old, and its answer is what the other end waits for.
        tcp.arrives(Seg.of("SYN,ACK", IRS).ack(ISS + 1));
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
    }

    @Test
    void synSent_finWithoutSyn_isIgnored() {
        Endpoint tcp = Endpoint.rfc().synSent().arrives(Seg.of("FIN,ACK", IRS).ack(ISS + 1));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.state()).isEqualTo("SYN-SENT");
    }

    @Test
    void synSent_timeout_sendsTheSynAgainAndBacksOff() {
        Endpoint tcp = Endpoint.rfc().synSent().expires("RETRANSMISSION");

        assertThat(tcp.sent()).containsExactly("<SEQ=1000><CTL=SYN>");
        assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(2_000_000_000L);
        assertThat(tcp.retries("RETRANSMISSION")).isEqualTo(1);
    }

    @Test
    void synSent_threeMinutesWithoutAnswer_givesUp() {
        Endpoint tcp = Endpoint.rfc().synSent();
        assertThat(tcp.leftNanos("USER-TIMEOUT")).isEqualTo(180_000_000_000L);

        tcp.expires("USER-TIMEOUT");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("user-timed-out");
    }

    @Test
    void synSent_shutdown_sendsTheFinOnceEstablished() {
        Endpoint tcp = Endpoint.rfc().synSent().call("SHUTDOWN");
        assertThat(tcp.result()).isEqualTo("ok");

        tcp.arrives(Seg.of("SYN,ACK", IRS).ack(ISS + 1));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        assertThat(tcp.sent()).contains("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
    }
}
