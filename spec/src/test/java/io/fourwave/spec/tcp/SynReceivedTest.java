package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 section 3.10.7.4 where it speaks of SYN-RECEIVED. */
class SynReceivedTest {
    private static Endpoint active() {
        return Endpoint.rfc().synSent().arrives(Seg.of("SYN", IRS)).forget();
    }

    @Test
    void synReceived_ackTooHigh_sendsRst() {
        Endpoint tcp =
                Endpoint.rfc().synReceived().arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><CTL=RST>");
        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
    }

    @Test
    void synReceived_ackTooLow_sendsRst() {
        Endpoint tcp =
                Endpoint.rfc().synReceived().arrives(Seg.of("ACK", IRS + 1).ack(ISS));

        assertThat(tcp.sent()).containsExactly("<SEQ=1000><CTL=RST>");
    }

    @Test
    void synReceived_ack_establishes() {
        Endpoint tcp = Endpoint.rfc()
                .synReceived()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(500));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.notices()).containsExactly("connection-established");
        assertThat(tcp.variable("passive")).isZero();
        assertThat(tcp.variable("SND.WND")).isEqualTo(500);
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
    }

    @Test
    void synReceived_finWithAck_completesTheHandshakeAndCloses() {
        // Run y05: the lost third segment of the handshake is made good by whatever comes next.
        Endpoint tcp = Endpoint.rfc()
                .synReceived()
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1).data(3));

        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5005><CTL=ACK>");
        assertThat(tcp.readable()).isEqualTo(3);
    }

    @Test
    void synReceived_withoutAck_isDropped() {
        Endpoint tcp = Endpoint.rfc().synReceived().arrives(Seg.of("FIN", IRS + 1));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void synReceivedPassively_exactReset_listensAgain() {
        Endpoint tcp = Endpoint.rfc().synReceived().arrives(Seg.of("RST", IRS + 1));

        assertThat(tcp.state()).isEqualTo("LISTEN");
        assertThat(tcp.notices()).isEmpty();
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
    }

    @Test
    void synReceivedActively_exactReset_refuses() {
        Endpoint tcp = active().arrives(Seg.of("RST", IRS + 1));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-refused");
    }

    @Test
    void synReceived_inexactReset_isChallenged() {
        Endpoint tcp = Endpoint.rfc().synReceived().arrives(Seg.of("RST", IRS + 100));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
    }

    @Test
    void synReceivedPassively_synInWindow_listensAgain() {
        Endpoint tcp = Endpoint.rfc().synReceived().arrives(Seg.of("SYN", IRS + 100));

        assertThat(tcp.state()).isEqualTo("LISTEN");
    }

    @Test
    void synReceivedActively_synInWindow_isChallenged() {
        Endpoint tcp = active().arrives(Seg.of("SYN", IRS + 100));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
    }

    @Test
    void synReceived_timeout_sendsTheSynAckAgain() {
        Endpoint tcp = Endpoint.rfc().synReceived().expires("RETRANSMISSION");

        assertThat(tcp.sent()).containsExactly("<SEQ=1000><ACK=5001><CTL=SYN,ACK>");
    }

    @Test
    void synReceivedPassively_retriesExhausted_listensAgain() {
        Endpoint tcp = Endpoint.rfc("synack_retries", 1)
                .synReceived()
                .expires("RETRANSMISSION")
                .expires("RETRANSMISSION");

        assertThat(tcp.state()).isEqualTo("LISTEN");
    }

    @Test
    void synReceived_close_sendsTheFinOnceEstablished() {
        Endpoint tcp = Endpoint.rfc().synReceived().call("CLOSE");
        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).isEmpty();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
    }

    @Test
    void synReceivedPassively_closedThenReset_doesNotListenAgain() {
        Endpoint tcp = Endpoint.rfc().synReceived().call("CLOSE").arrives(Seg.of("RST", IRS + 1));

        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void synReceived_abort_sendsRst() {
        Endpoint tcp = Endpoint.rfc().synReceived().call("ABORT");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><CTL=RST>");
        assertThat(tcp.isNew()).isTrue();
    }
}
