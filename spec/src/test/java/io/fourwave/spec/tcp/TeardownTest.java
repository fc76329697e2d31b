package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From the first FIN on: FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK. */
class TeardownTest {
    private static final long FOREVER = Long.MAX_VALUE;

    // ---- FIN-WAIT-1 ----

    @Test
    void finWait1_ackOfTheFin_isFinWait2WithoutATimer() {
        Endpoint tcp = Endpoint.rfc().finWait1().arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("FIN-WAIT-2");
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
        assertThat(tcp.running("FIN-WAIT-2")).isFalse();
    }

    @Test
    void finWait1_ackOfTheDataBeforeTheFin_isNotItsAck() {
        Endpoint tcp =
                Endpoint.rfc().established().call("SEND", 10).call("SHUTDOWN").forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 11));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        assertThat(tcp.running("RETRANSMISSION")).isTrue();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 12));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-2");
    }

    @Test
    void finWait1_allDataAcknowledgedBeforeTheFinWasSent_isNotFinWait2() {
        // The window closes behind the data: the FIN has to wait.
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).wnd(10));
        tcp.call("SEND", 10).call("SHUTDOWN");
        assertThat(tcp.variable("fin-sent")).isZero();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 11).wnd(0));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        assertThat(tcp.running("PERSIST")).isTrue();
    }

    @Test
    void finWait1_fin_isSimultaneousClose() {
        Endpoint tcp =
                Endpoint.rfc().finWait1().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("CLOSING");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
    }

    @Test
    void finWait1_finWithAckOfOurs_isTimeWait() {
        Endpoint tcp =
                Endpoint.rfc().finWait1().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
    }

    @Test
    void finWait1_timeout_sendsTheFinAgain() {
        Endpoint tcp = Endpoint.rfc().finWait1().expires("RETRANSMISSION");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
        assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(2_000_000_000L);
    }

    @Test
    void finWait1_timeoutWithDataInFront_sendsThemWithTheFinOnTheLast() {
        Endpoint tcp =
                Endpoint.rfc().established().call("SEND", 10).call("SHUTDOWN").forget();

        tcp.expires("RETRANSMISSION");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK><DATA=10>");
    }

    @Test
    void finWait1_orphanOutOfRetries_isGivenUpInSilence() {
        Endpoint tcp = Endpoint.rfc("orphan_retry_budget", 2)
                .established()
                .call("CLOSE")
                .forget();

        tcp.expires("RETRANSMISSION").expires("RETRANSMISSION");
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        tcp.forget().expires("RETRANSMISSION");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.notices()).containsExactly("connection-timed-out");
    }

    @Test
    void finWait1_exactReset_ends() {
        // Run d03.
        Endpoint tcp =
                Endpoint.rfc().finWait1().arrives(Seg.of("RST,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-reset");
    }

    @Test
    void finWait1_afterShutdown_stillReceives() {
        Endpoint tcp = Endpoint.rfc()
                .finWait1()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));

        assertThat(tcp.readable()).isEqualTo(10);
        assertThat(tcp.call("RECEIVE", 100).result()).isEqualTo("ok");
    }

    @Test
    void finWait1_afterClose_dataDrawAReset() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("CLOSE")
                .forget()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).data(10));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><CTL=RST>");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).as("what was sent before CLOSE may be lost").containsExactly("connection-reset");
    }

    // ---- FIN-WAIT-2 ----

    @Test
    void finWait2_fin_isTimeWait() {
        Endpoint tcp =
                Endpoint.rfc().finWait2().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(240_000_000_000L);
    }

    @Test
    void finWait2_data_areReceived() {
        Endpoint tcp = Endpoint.rfc()
                .finWait2()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).data(10));

        assertThat(tcp.readable()).isEqualTo(10);
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5011><CTL=ACK>");
    }

    @Test
    void finWait2_orphanOnLinux_ends60SecondsAfterClose() {
        // Run f07.
        Endpoint tcp = Endpoint.linux().finWait2().call("CLOSE");
        assertThat(tcp.leftNanos("FIN-WAIT-2")).isEqualTo(60_000_000_000L);

        tcp.expires("FIN-WAIT-2");
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void finWait2_orphanWithDataDiscarded_acknowledgesThem() {
        Endpoint tcp = Endpoint.rfc("data_after_close", Endpoint.ordinal("DataAfterClose", "DISCARD-LATE-DATA"))
                .established()
                .call("CLOSE")
                .forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).data(10));
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-2");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5011><CTL=ACK>");
        assertThat(tcp.readable()).isZero();
    }

    // ---- CLOSE-WAIT ----

    @Test
    void closeWait_send_isSent() {
        Endpoint tcp = Endpoint.rfc().closeWait().call("SEND", 10);

        assertThat(tcp.result()).isEqualTo("ok");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=ACK><DATA=10>");
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void closeWait_close_isLastAck() {
        Endpoint tcp = Endpoint.rfc().closeWait().call("CLOSE");

        assertThat(tcp.state()).isEqualTo("LAST-ACK");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=FIN,ACK>");
    }

    @Test
    void closeWait_closeSoonAfterTheFin_sendsThreeSegmentsForTheWholeClose() {
        // Run n02: the acknowledgment of the FIN waits, and rides on ours.
        Endpoint tcp = Endpoint.linux()
                .choosing("wait", 1)
                .established()
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1))
                .call("CLOSE");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=FIN,ACK>");
    }

    @Test
    void closeWait_finAgain_isAcknowledgedAgain() {
        Endpoint tcp =
                Endpoint.rfc().closeWait().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=ACK>");
    }

    @Test
    void closeWait_textBeyondTheFin_isIgnored() {
        Endpoint tcp = Endpoint.rfc()
                .closeWait()
                .arrives(Seg.of("ACK", IRS + 2).ack(ISS + 1).data(10));

        assertThat(tcp.readable()).isZero();
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void closeWait_retriesExhausted_tellsTheUser() {
        Endpoint tcp = Endpoint.rfc("r2_data", 1)
                .closeWait()
                .call("SEND", 1)
                .expires("RETRANSMISSION")
                .expires("RETRANSMISSION");

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-timed-out");
    }

    // ---- CLOSING ----

    @Test
    void closing_ackOfTheFin_isTimeWait() {
        Endpoint tcp = Endpoint.rfc().closing().arrives(Seg.of("ACK", IRS + 2).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
    }

    @Test
    void closing_otherAck_staysClosing() {
        Endpoint tcp = Endpoint.rfc().closing().arrives(Seg.of("ACK", IRS + 2).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("CLOSING");
    }

    @Test
    void closing_finAgainWithAckOfOurs_byTheLetterIsOnlyAnswered() {
        Endpoint tcp =
                Endpoint.rfc().closing().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("CLOSING");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
    }

    @Test
    void closing_finAgainWithAckOfOurs_onLinuxEndsClosing() {
        // Run n07.
        Endpoint tcp =
                Endpoint.linux().closing().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
    }

    @Test
    void closing_resetWithOctetsOutstanding_tellsThatTheyMayBeLost() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("SEND", 10)
                .call("SHUTDOWN")
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1))
                .forget();
        assertThat(tcp.state()).isEqualTo("CLOSING");

        tcp.arrives(Seg.of("RST", IRS + 2));
        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-reset", "connection-closed");
    }

    @Test
    void closing_timeout_sendsTheFinAgain() {
        Endpoint tcp = Endpoint.rfc().closing().expires("RETRANSMISSION");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=FIN,ACK>");
    }

    // ---- LAST-ACK ----

    @Test
    void lastAck_ackOfTheFin_ends() {
        Endpoint tcp = Endpoint.rfc().lastAck().arrives(Seg.of("ACK", IRS + 2).ack(ISS + 2));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-closed");
    }

    @Test
    void lastAck_otherAck_doesNotEnd() {
        Endpoint tcp = Endpoint.rfc().lastAck().arrives(Seg.of("ACK", IRS + 2).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("LAST-ACK");
        assertThat(tcp.running("RETRANSMISSION")).isTrue();
    }

    @Test
    void lastAck_newSyn_isChallengedAndTheResetForThatEnds() {
        // Run r01: how a restarted peer gets through.
        Endpoint tcp = Endpoint.rfc().lastAck().arrives(Seg.of("SYN", IRS + 1000));
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");

        tcp.arrives(Seg.of("RST", IRS + 2));
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void lastAck_resetWithTheFinAloneOutstanding_isTheEndInOrder() {
        Endpoint tcp = Endpoint.rfc().lastAck().arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-closed");
    }

    @Test
    void lastAck_resetWithOctetsOutstanding_tellsThatTheyMayBeLost() {
        // The peer called CLOSE, which is what its FIN cannot say, and answers what comes later with RST.
        Endpoint tcp = Endpoint.rfc()
                .closeWait()
                .call("SEND", 10)
                .call("SHUTDOWN")
                .forget()
                .arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-reset", "connection-closed");
    }

    @Test
    void lastAck_afterShutdown_readsOn() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1).data(5))
                .call("SHUTDOWN");

        assertThat(tcp.state()).isEqualTo("LAST-ACK");
        assertThat(tcp.call("RECEIVE", 100).result()).isEqualTo("ok");
        assertThat(tcp.call("RECEIVE", 100).result()).isEqualTo("connection-closing");
    }

    @Test
    void finWait2_neverLimitedAfterShutdown() {
        Endpoint tcp = Endpoint.rfc("fin_wait2_orphan_ms", FOREVER).finWait2().call("CLOSE");

        assertThat(tcp.running("FIN-WAIT-2")).isFalse();
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-2");
    }
}
