package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** New data, lost data, closed windows, and when to give up. */
class SendingTest {
    private static final long A_SECOND = 1_000_000_000L;

    // ---- transmit ----

    @Test
    void send_staysWithinThePeersWindow() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(30));

        tcp.call("SEND", 100);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=30>");
    }

    @Test
    void send_withNothingOutstanding_isNeverHeldBack() {
        Endpoint tcp = Endpoint.rfc().choosing("count", 0).established().call("SEND", 10);

        // The policy said none: with no acknowledgment to wait for, one octet is the least.
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=1>");
    }

    @Test
    void send_lastOfTheQueue_isPushed() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 10);

        assertThat(tcp.sentField("PSH")).isEqualTo(1);
    }

    @Test
    void shrunkWindow_acknowledgmentsUseItsEnd() {
        // SND.NXT lies beyond what the peer accepts now: it would drop the acknowledgment of its own data.
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("SEND", 100)
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(40))
                .forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(5).wnd(40));
        assertThat(tcp.sent()).containsExactly("<SEQ=1041><ACK=5006><CTL=ACK>");
    }

    // ---- retransmission ----

    @Test
    void timeout_sendsTheOldestAgainAndTheRestWhenThatIsAcknowledged() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("count", 4)
                .established()
                .call("SEND", 8)
                .forget();
        assertThat(tcp.variable("SND.NXT")).isEqualTo(ISS + 9);

        tcp.choosing("count", 0).expires("RETRANSMISSION");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=1>");
        assertThat(tcp.variable("SND.NXT")).isEqualTo(ISS + 9);

        tcp.forget().choosing("count", 100).arrives(Seg.of("ACK", IRS + 1).ack(ISS + 5));
        assertThat(tcp.sent()).containsExactly("<SEQ=1005><ACK=5001><CTL=ACK><DATA=4>");
    }

    @Test
    void timeouts_backOffUpToTheMaximum() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 1);
        long[] seconds = {1, 2, 4, 8, 16, 32, 60, 60};

        for (long expected : seconds) {
            assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(expected * A_SECOND);
            tcp.expires("RETRANSMISSION");
        }
        // 183 s after the first transmission: R2.
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void r1_tellsTheUserOnce() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 1);

        for (int i = 0; i < 6; i++) {
            tcp.expires("RETRANSMISSION");
        }
        assertThat(tcp.notices()).containsExactly("retransmission-trouble");
    }

    @Test
    void duplicateAcknowledgment_whenThePolicySaysSo_sendsTheOldestAgain() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("count", 4)
                .established()
                .call("SEND", 8)
                .forget();

        tcp.choosing("again", 1).arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=4>");
        assertThat(tcp.variable("RTX.NXT")).isEqualTo(ISS + 9);
        assertThat(tcp.informed()).contains("repeated-acknowledgment", "retransmitted");
    }

    @Test
    void acknowledgmentOfNothingNew_isADuplicateUnlessItOnlyMovesTheWindow() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 8).forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.toldTo("repeated-acknowledgment")).containsExactly(ISS + 1, ISS + 9, 1, 0);
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(Seg.WINDOW - 1));
        assertThat(tcp.toldTo("repeated-acknowledgment")).containsExactly(ISS + 1, ISS + 9, 0, 0);
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(Seg.WINDOW - 1).data(3));
        assertThat(tcp.toldTo("repeated-acknowledgment")).containsExactly(ISS + 1, ISS + 9, 0, 0);
    }

    @Test
    void acknowledgmentWithSackBlocks_isADuplicateWhateverElseItCarries() {
        // A receiver that makes room for what arrives out of order offers another window each time.
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 8).forget();

        tcp.arrives(Seg.of("ACK", IRS + 1)
                .ack(ISS + 1)
                .wnd(Seg.WINDOW + 100)
                .data(3)
                .and("SACKED", 3));
        assertThat(tcp.toldTo("repeated-acknowledgment")).containsExactly(ISS + 1, ISS + 9, 1, 3);
    }

    // ---- persist ----

    @Test
    void zeroWindow_isProbedWithOneOctet() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SEND", 10);
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.running("PERSIST")).isTrue();

        tcp.expires("PERSIST").expires("PERSIST");
        assertThat(tcp.sent())
                .containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=1>", "<SEQ=1001><ACK=5001><CTL=ACK><DATA=1>");
        assertThat(tcp.retries("PERSIST")).isEqualTo(2);
    }

    @Test
    void zeroWindow_finAlone_isTheProbe() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SHUTDOWN");
        assertThat(tcp.sent()).isEmpty();

        tcp.expires("PERSIST");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).wnd(0));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-2");
        assertThat(tcp.running("PERSIST")).isFalse();
    }

    @Test
    void zeroWindow_answeredProbes_areNeverTooMany() {
        Endpoint tcp = Endpoint.rfc("r2_data", 2)
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SEND", 10);

        for (int i = 0; i < 20; i++) {
            tcp.expires("PERSIST").arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0));
        }
        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.running("USER-TIMEOUT")).isTrue();
    }

    @Test
    void zeroWindow_unansweredProbes_giveUp() {
        Endpoint tcp = Endpoint.rfc("r2_data", 2)
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SEND", 10);

        tcp.expires("PERSIST").expires("PERSIST").expires("PERSIST");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-timed-out");
    }

    @Test
    void zeroWindow_orphanOnLinux_hasABudgetEvenWhenAnswered() {
        Endpoint tcp = Endpoint.linux()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SEND", 10)
                .call("CLOSE");

        for (int i = 0; i < 8; i++) {
            tcp.expires("PERSIST").arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0));
        }
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        tcp.expires("PERSIST");
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void windowOpens_whatTheProbeSentIsSentAgain() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(0))
                .call("SEND", 10);
        tcp.expires("PERSIST").forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(500));
        assertThat(tcp.sent())
                .containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=1>", "<SEQ=1002><ACK=5001><CTL=ACK><DATA=9>");
        assertThat(tcp.running("PERSIST")).isFalse();
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void ourWindowClosed_theProbesAckFieldCounts() {
        // 3.10.7.4: "special allowance should be made to accept valid ACKs".
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(Endpoint.CAPACITY));
        tcp.call("SEND", 10).forget();

        tcp.arrives(Seg.of("ACK", IRS + 1 + Endpoint.CAPACITY).ack(ISS + 11).data(1));
        assertThat(tcp.sent()).containsExactly("<SEQ=1011><ACK=9001><CTL=ACK>");
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
    }

    // ---- keep-alive ----

    @Test
    void keepAlive_isOffUnlessAskedFor() {
        assertThat(Endpoint.rfc().established().running("KEEP-ALIVE")).isFalse();
    }

    @Test
    void keepAlive_probesAnIdlePeerThenResets() {
        // Run c06.
        Endpoint tcp = Endpoint.rfc(Map.of("keepalive_enabled", 1L, "keepalive_probes", 3L))
                .established();
        assertThat(tcp.leftNanos("KEEP-ALIVE")).isEqualTo(7_200 * A_SECOND);

        tcp.expires("KEEP-ALIVE")
                .expires("KEEP-ALIVE-PROBE")
                .expires("KEEP-ALIVE-PROBE")
                .expires("KEEP-ALIVE-PROBE");
        assertThat(tcp.sent())
                .containsExactly(
                        "<SEQ=1000><ACK=5001><CTL=ACK>",
                        "<SEQ=1000><ACK=5001><CTL=ACK>",
                        "<SEQ=1000><ACK=5001><CTL=ACK>",
                        "<SEQ=1001><ACK=5001><CTL=RST,ACK>");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("keep-alive-failed");
    }

    @Test
    void keepAlive_anAnswerStartsItAnew() {
        Endpoint tcp = Endpoint.rfc("keepalive_enabled", 1).established().expires("KEEP-ALIVE");

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1));
        assertThat(tcp.running("KEEP-ALIVE-PROBE")).isFalse();
        assertThat(tcp.leftNanos("KEEP-ALIVE")).isEqualTo(7_200 * A_SECOND);
    }

    @Test
    void keepAlive_withDataOutstanding_isSilent() {
        // Run c11.
        Endpoint tcp = Endpoint.rfc("keepalive_enabled", 1)
                .established()
                .call("SEND", 1)
                .forget()
                .expires("KEEP-ALIVE");

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.running("KEEP-ALIVE")).isTrue();
    }

    // ---- user timeout ----

    @Test
    void userTimeout_withoutProgress_aborts() {
        Endpoint tcp = Endpoint.rfc("r2_data", 100).established().call("SEND", 1);
        assertThat(tcp.leftNanos("USER-TIMEOUT")).isEqualTo(300 * A_SECOND);

        tcp.expires("USER-TIMEOUT");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("user-timed-out");
    }

    @Test
    void userTimeout_progressStartsItAnew() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 10).passes(100 * A_SECOND);

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 6));
        assertThat(tcp.leftNanos("USER-TIMEOUT")).isEqualTo(300 * A_SECOND);
    }

    // ---- options ----

    @Test
    void options_areInUseWhenBothOfferThem() {
        Endpoint tcp = Endpoint.rfc().synSent();
        tcp.arrives(Seg.of("SYN,ACK", IRS)
                .ack(ISS + 1)
                .and("MSS", 1000)
                .and("SCALE", 15)
                .and("SACK-PERMITTED", 1)
                .and("TS", 1)
                .and("TSVAL", 77));

        assertThat(tcp.variable("SND.MSS")).isEqualTo(1000);
        assertThat(tcp.variable("SND.SCALE")).isEqualTo(14);
        assertThat(tcp.variable("RCV.SCALE")).isEqualTo(7);
        assertThat(tcp.variable("SACK.OK")).isEqualTo(1);
        assertThat(tcp.sentField("TS")).isEqualTo(1);
        assertThat(tcp.sentField("TSECR")).isEqualTo(77);
    }

    @Test
    void options_notOffered_areNotAnswered() {
        Endpoint tcp = Endpoint.rfc().listening().arrives(Seg.of("SYN", IRS));

        assertThat(tcp.sentField("SCALE")).isEqualTo(-1);
        assertThat(tcp.sentField("SACK-PERMITTED")).isZero();
        assertThat(tcp.sentField("TS")).isZero();
        assertThat(tcp.variable("SCALE.OK")).isZero();
    }
}
