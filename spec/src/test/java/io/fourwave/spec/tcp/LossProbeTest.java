package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 8985 section 7: the tail of a flight is probed once, long before the RTO. */
class LossProbeTest {
    private static final long PTO_NANOS = 20_000_000L;
    private static final long RTO_NANOS = 1_000_000_000L;

    private static Endpoint probing() {
        return Endpoint.linux().choosing("worthwhile", 1).choosing("probe-timeout", PTO_NANOS);
    }

    @Test
    void rfcProfile_neverProbes() {
        Endpoint tcp = Endpoint.rfc().choosing("worthwhile", 1).established().call("SEND", 8);

        assertThat(tcp.running("LOSS-PROBE")).isFalse();
    }

    @Test
    void r8985_08_newDataArmTheProbe_besideTheRetransmission() {
        Endpoint tcp = probing().established().call("SEND", 8);

        assertThat(tcp.leftNanos("LOSS-PROBE")).isEqualTo(PTO_NANOS);
        assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(RTO_NANOS);
    }

    @Test
    void r8985_08_acknowledgmentOfSome_armsItAnew_ofAllCancelsIt() {
        Endpoint tcp = probing().choosing("count", 4).established().call("SEND", 8);

        tcp.passes(PTO_NANOS / 2).arrives(Seg.of("ACK", IRS + 1).ack(ISS + 5));
        assertThat(tcp.leftNanos("LOSS-PROBE")).isEqualTo(PTO_NANOS);
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 9));
        assertThat(tcp.running("LOSS-PROBE")).isFalse();
    }

    @Test
    void r8985_08_notWorthwhile_isNotArmed() {
        Endpoint tcp = probing().choosing("worthwhile", 0).established().call("SEND", 8);

        assertThat(tcp.running("LOSS-PROBE")).isFalse();
    }

    @Test
    void r8985_11_withoutNewData_theLastSegmentGoesAgain() {
        Endpoint tcp =
                probing().choosing("count", 4).established().call("SEND", 8).forget();

        tcp.expires("LOSS-PROBE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1005><ACK=5001><CTL=ACK><DATA=4>");
        assertThat(tcp.toldTo("probed")).containsExactly(ISS + 9, 1);
        assertThat(tcp.variable("RTX.NXT")).isEqualTo(ISS + 9);
    }

    @Test
    void r8985_12_afterTheProbe_theRetransmissionIsArmedAnew_andNoOtherProbe() {
        Endpoint tcp = probing().established().call("SEND", 8).expires("LOSS-PROBE");

        assertThat(tcp.running("LOSS-PROBE")).isFalse();
        assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(RTO_NANOS);
        assertThat(tcp.retries("RETRANSMISSION")).isZero();
    }

    @Test
    void r8985_11_dataHeldBack_goInsteadOfARepetition() {
        Endpoint tcp =
                probing().choosing("count", 4).established().call("SEND", 4).choosing("count", 0);
        tcp.call("SEND", 6).forget();

        tcp.choosing("count", 3).expires("LOSS-PROBE");
        assertThat(tcp.toldTo("probed")).containsExactly(ISS + 5, 0);
        assertThat(tcp.sent())
                .containsExactly("<SEQ=1005><ACK=5001><CTL=ACK><DATA=3>", "<SEQ=1008><ACK=5001><CTL=ACK><DATA=3>");
    }

    @Test
    void r8985_11_closedSender_repeatsItsFin() {
        Endpoint tcp = probing().finWait1();

        tcp.expires("LOSS-PROBE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
    }

    @Test
    void r8985_11_finBehindData_isRepeatedWithTheLastOfThem() {
        Endpoint tcp = probing()
                .choosing("count", 4)
                .established()
                .call("SEND", 8)
                .call("SHUTDOWN")
                .forget();

        tcp.expires("LOSS-PROBE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1005><ACK=5001><CTL=FIN,ACK><DATA=4>");
    }

    @Test
    void windowThatShrank_isNotProbedBeyond() {
        Endpoint tcp = probing()
                .established()
                .call("SEND", 8)
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).wnd(3))
                .forget();

        tcp.expires("LOSS-PROBE");
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void retransmissionTimeout_endsTheProbing_untilSomethingIsAcknowledged() {
        Endpoint tcp = probing().choosing("count", 4).established().call("SEND", 4);

        tcp.expires("RETRANSMISSION");
        assertThat(tcp.running("LOSS-PROBE")).isFalse();
        tcp.call("SEND", 4);
        assertThat(tcp.running("LOSS-PROBE")).isFalse();
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 5));
        assertThat(tcp.running("LOSS-PROBE")).isTrue();
    }

    @Test
    void closedWindow_isForPersistAlone() {
        Endpoint tcp = probing()
                .established()
                .call("SEND", 8)
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).wnd(0));

        assertThat(tcp.running("LOSS-PROBE")).isFalse();
        assertThat(tcp.running("PERSIST")).isTrue();
    }

    @Test
    void fastRetransmit_needsNoProbe() {
        Endpoint tcp = probing().established().call("SEND", 8);

        tcp.choosing("again", 1).arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.running("LOSS-PROBE")).isFalse();
    }
}
