package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 section 3.10.7.4 in ESTABLISHED, check by check. */
class EstablishedTest {
    // ---- first: sequence number ----

    @Test
    void established_dataBelowTheWindow_isAcknowledgedAndDropped() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS - 9).ack(ISS + 1).data(10));

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.readable()).isZero();
    }

    @Test
    void established_dataBeyondTheWindow_isAcknowledgedAndDropped() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1 + Endpoint.CAPACITY).ack(ISS + 1).data(1));

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.readable()).isZero();
    }

    @Test
    void established_resetOutsideTheWindow_isDropped() {
        Endpoint tcp = Endpoint.rfc().established().arrives(Seg.of("RST", IRS));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void established_keepAliveOfThePeer_isAnsweredOnceIn500Milliseconds() {
        Seg probe = Seg.of("ACK", IRS).ack(ISS + 1);
        Endpoint tcp = Endpoint.rfc().established().arrives(probe).arrives(probe);

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");

        tcp.expires("CHALLENGE-GAP").arrives(probe);
        assertThat(tcp.sent()).hasSize(2);
    }

    @Test
    void established_segmentOverlappingTheLeftEdge_givesItsNewOctets() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS - 4).ack(ISS + 1).data(10));

        assertThat(tcp.readable()).isEqualTo(5);
        assertThat(tcp.variable("RCV.NXT")).isEqualTo(IRS + 6);
    }

    // ---- second: RST ----

    @Test
    void established_exactReset_ends() {
        Endpoint tcp = Endpoint.rfc().established().arrives(Seg.of("RST", IRS + 1));

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-reset");
    }

    @Test
    void established_inexactReset_isChallenged() {
        Endpoint tcp = Endpoint.rfc().established().arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.rule()).isEqualTo("connected.RST-bit");
    }

    @Test
    void established_resetByRfc793sTest_ends() {
        Endpoint tcp = Endpoint.rfc("rst_acceptance", Endpoint.ordinal("RstAcceptance", "WINDOW-RST"))
                .established()
                .arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.isNew()).isTrue();
    }

    // ---- fourth: SYN ----

    @Test
    void established_synInTheWindow_isChallenged() {
        Endpoint tcp = Endpoint.rfc().established().arrives(Seg.of("SYN", IRS + 10));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
    }

    // ---- fifth: ACK ----

    @Test
    void established_withoutAck_isDropped() {
        Endpoint tcp =
                Endpoint.rfc().established().arrives(Seg.of("PSH", IRS + 1).data(5));

        assertThat(tcp.readable()).isZero();
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void established_ackOfSomethingNotSent_isChallengedAndDropped() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2).data(5));

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.readable()).isZero();
    }

    @Test
    void established_ackOlderThanAnyWindow_isChallengedAndDropped() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS - Seg.WINDOW).data(5));

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");
        assertThat(tcp.readable()).isZero();
    }

    @Test
    void established_oldAckWithinTheWindow_isIgnoredAndItsTextTaken() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS - 5).data(5));

        assertThat(tcp.readable()).isEqualTo(5);
        assertThat(tcp.variable("SND.UNA")).isEqualTo(ISS + 1);
    }

    @Test
    void established_ackOfPart_releasesItAndRestartsTheTimer() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("SEND", 100)
                .passes(300_000_000L)
                .forget();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 41));
        assertThat(tcp.variable("SND.UNA")).isEqualTo(ISS + 41);
        assertThat(tcp.leftNanos("RETRANSMISSION")).isEqualTo(1_000_000_000L);
    }

    @Test
    void established_ackOfAll_stopsTheTimers() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("SEND", 100)
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 101));

        assertThat(tcp.running("RETRANSMISSION")).isFalse();
        assertThat(tcp.running("USER-TIMEOUT")).isFalse();
        assertThat(tcp.variable("RTX.NXT")).isEqualTo(ISS + 101);
    }

    @Test
    void established_olderSegment_doesNotChangeTheWindow() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(5).wnd(700));

        tcp.arrives(Seg.of("ACK", IRS + 6).ack(ISS + 1).wnd(900));
        assertThat(tcp.variable("SND.WND")).isEqualTo(900);
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(6).wnd(100));
        assertThat(tcp.variable("SND.WND")).isEqualTo(900);
    }

    // ---- sixth: URG ----

    @Test
    void established_urgentPointerAhead_isTold() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK,URG", IRS + 1).ack(ISS + 1).data(5).and("URGENT", 3));

        assertThat(tcp.informed()).contains("urgent-data");
        assertThat(tcp.readable()).isEqualTo(5);
    }

    // ---- seventh: text ----

    @Test
    void established_textInOrder_isTakenAndAcknowledged() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));

        assertThat(tcp.readable()).isEqualTo(10);
        assertThat(tcp.variable("RCV.WND")).isEqualTo(Endpoint.CAPACITY - 10);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5011><CTL=ACK>");
        assertThat(tcp.sentField("WND")).isEqualTo(Endpoint.CAPACITY - 10);
    }

    @Test
    void established_textBeyondAHole_isKeptAndTheHoleAskedForAtOnce() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("wait", 1)
                .established()
                .arrives(Seg.of("ACK", IRS + 11).ack(ISS + 1).data(10));

        assertThat(tcp.readable()).isZero();
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");

        tcp.forget().arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));
        assertThat(tcp.readable()).isEqualTo(20);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5021><CTL=ACK>");
    }

    @Test
    void established_acknowledgmentMayWait_butNotForASecondSegment() {
        Endpoint tcp = Endpoint.rfc().choosing("wait", 1).established();

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.leftNanos("DELAYED-ACK")).isEqualTo(200_000_000L);

        tcp.arrives(Seg.of("ACK", IRS + 11).ack(ISS + 1).data(10));
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5021><CTL=ACK>");
        assertThat(tcp.running("DELAYED-ACK")).isFalse();
    }

    @Test
    void established_delayedAcknowledgment_isSentWhenItsTimeIsUp() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("wait", 1)
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));

        tcp.expires("DELAYED-ACK");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5011><CTL=ACK>");
    }

    @Test
    void established_delayedAcknowledgment_ridesOnData() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("wait", 1)
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));

        tcp.call("SEND", 7);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5011><CTL=ACK><DATA=7>");
        assertThat(tcp.running("DELAYED-ACK")).isFalse();
    }

    // ---- eighth: FIN ----

    @Test
    void established_fin_closesThePeersSide() {
        Endpoint tcp =
                Endpoint.rfc().established().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5002><CTL=ACK>");
        assertThat(tcp.notices()).containsExactly("connection-closing-by-peer");
    }

    @Test
    void established_finWithData_takesTheDataFirstAndAnswersOnce() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1).data(10));

        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.readable()).isEqualTo(10);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5012><CTL=ACK>");
    }

    @Test
    void established_finBeyondAHole_waitsForWhatIsBeforeIt() {
        Endpoint tcp =
                Endpoint.rfc().established().arrives(Seg.of("FIN,ACK", IRS + 11).ack(ISS + 1));

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK>");

        tcp.forget().arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(10));
        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.readable()).isEqualTo(10);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5012><CTL=ACK>");
        assertThat(tcp.variable("fin-ahead")).isZero();
    }

    @Test
    void established_finBeyondAHoleThenTextBeyondTheFin_takesOnlyWhatIsBeforeIt() {
        Endpoint tcp =
                Endpoint.rfc().established().arrives(Seg.of("FIN,ACK", IRS + 11).ack(ISS + 1));

        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(20));
        assertThat(tcp.state()).isEqualTo("CLOSE-WAIT");
        assertThat(tcp.readable()).isEqualTo(10);
    }
}
