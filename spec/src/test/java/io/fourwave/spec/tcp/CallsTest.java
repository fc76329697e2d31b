package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 sections 3.10.1 to 3.10.6: the user's calls, and the reports of the layer below. */
class CallsTest {
    @Test
    void closed_everyCallButOpen_hasNoConnection() {
        for (String call : new String[] {"SHUTDOWN", "CLOSE", "ABORT", "STATUS"}) {
            assertThat(Endpoint.rfc().call(call).result()).as(call).isEqualTo("connection-does-not-exist");
        }
        assertThat(Endpoint.rfc().call("SEND", 1).result()).isEqualTo("connection-does-not-exist");
        assertThat(Endpoint.rfc().call("RECEIVE", 1).result()).isEqualTo("connection-does-not-exist");
    }

    @Test
    void openActive_sendsSyn() {
        Endpoint tcp = Endpoint.rfc().call("OPEN-ACTIVE");

        assertThat(tcp.state()).isEqualTo("SYN-SENT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1000><CTL=SYN>");
        assertThat(tcp.sentField("WND")).isEqualTo(Endpoint.CAPACITY);
        assertThat(tcp.sentField("MSS")).isEqualTo(1460);
    }

    @Test
    void openActive_whileListening_becomesActive() {
        Endpoint tcp = Endpoint.rfc().listening().call("OPEN-ACTIVE");

        assertThat(tcp.state()).isEqualTo("SYN-SENT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1000><CTL=SYN>");
    }

    @Test
    void open_twice_isAnError() {
        assertThat(Endpoint.rfc().synSent().call("OPEN-ACTIVE").result()).isEqualTo("connection-already-exists");
        assertThat(Endpoint.rfc().established().call("OPEN-PASSIVE").result()).isEqualTo("connection-already-exists");
    }

    @Test
    void send_whileListening_needsARemoteSocket() {
        assertThat(Endpoint.rfc().listening().call("SEND", 1).result()).isEqualTo("remote-unspecified");
    }

    @Test
    void send_moreThanThereIsRoomFor_isRefusedWhole() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", Endpoint.CAPACITY + 1);

        assertThat(tcp.result()).isEqualTo("insufficient-resources");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void send_afterShutdown_isClosing() {
        assertThat(Endpoint.rfc().finWait1().call("SEND", 1).result()).isEqualTo("connection-closing");
        assertThat(Endpoint.rfc().synReceived().call("SHUTDOWN").call("SEND", 1).result())
                .isEqualTo("connection-closing");
    }

    @Test
    void sendUrgent_pointsBehindItsOctets() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND-URGENT", 5);

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=ACK><DATA=5>");
        assertThat(tcp.sentField("URGENT")).isEqualTo(5);
    }

    @Test
    void receive_withNothingThere_saysSo() {
        assertThat(Endpoint.rfc().established().call("RECEIVE", 10).result()).isEqualTo("nothing-received");
        assertThat(Endpoint.rfc().closeWait().call("RECEIVE", 10).result()).isEqualTo("connection-closing");
        assertThat(Endpoint.rfc().synSent().call("RECEIVE", 10).result()).isEqualTo("nothing-received");
    }

    @Test
    void receive_reopensAClosedWindowAndTellsThePeer() {
        Endpoint tcp = Endpoint.rfc().established();
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(Endpoint.CAPACITY)).forget();
        assertThat(tcp.variable("RCV.WND")).isZero();

        tcp.call("RECEIVE", Endpoint.CAPACITY);
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=9001><CTL=ACK>");
        assertThat(tcp.sentField("WND")).isEqualTo(Endpoint.CAPACITY);
    }

    @Test
    void receive_ofLittleFromAFullBuffer_keepsTheWindowClosed() {
        // The receiver's silly window avoidance: less than a segment is not offered.
        Endpoint tcp = Endpoint.rfc().established();
        tcp.arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(Endpoint.CAPACITY)).forget();

        tcp.call("RECEIVE", 100);
        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.variable("RCV.WND")).isZero();
    }

    @Test
    void close_whileOpening_forgetsTheConnection() {
        assertThat(Endpoint.rfc().listening().call("CLOSE").isNew()).isTrue();
        assertThat(Endpoint.rfc().synSent().call("CLOSE").isNew()).isTrue();
    }

    @Test
    void close_sendsFinBehindQueuedData() {
        Endpoint tcp = Endpoint.rfc()
                .choosing("count", 4)
                .established()
                .call("SEND", 10)
                .call("CLOSE");

        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
        assertThat(tcp.sent())
                .containsExactly(
                        "<SEQ=1001><ACK=5001><CTL=ACK><DATA=4>",
                        "<SEQ=1005><ACK=5001><CTL=ACK><DATA=4>",
                        "<SEQ=1009><ACK=5001><CTL=ACK><DATA=2>",
                        "<SEQ=1011><ACK=5001><CTL=FIN,ACK>");
    }

    @Test
    void close_dataHeldBackByThePolicy_takeTheFinAlong() {
        Endpoint tcp = Endpoint.rfc()
                .established()
                .call("SEND", 10)
                .choosing("count", 0)
                .call("SEND", 5)
                .forget();

        tcp.choosing("count", 100).call("CLOSE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1011><ACK=5001><CTL=FIN,ACK><DATA=5>");
    }

    @Test
    void close_withUnreadData_resets() {
        // Run x03.
        Endpoint tcp = Endpoint.rfc()
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(5))
                .forget();

        tcp.call("CLOSE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5006><CTL=RST,ACK>");
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void close_withUnreadDataWhenAFinIsWanted_sendsFin() {
        Endpoint tcp = Endpoint.rfc("close_with_unread", Endpoint.ordinal("CloseWithUnread", "FIN-UNREAD"))
                .established()
                .arrives(Seg.of("ACK", IRS + 1).ack(ISS + 1).data(5))
                .forget();

        tcp.call("CLOSE");
        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5006><CTL=FIN,ACK>");
    }

    @Test
    void close_twice_isAnError() {
        assertThat(Endpoint.rfc().established().call("CLOSE").call("CLOSE").result())
                .isEqualTo("connection-closing");
        assertThat(Endpoint.rfc().finWait1().call("SHUTDOWN").result()).isEqualTo("connection-closing");
    }

    @Test
    void close_afterShutdown_makesAnOrphan() {
        Endpoint tcp = Endpoint.rfc().finWait1().call("CLOSE");

        assertThat(tcp.result()).isEqualTo("ok");
        assertThat(tcp.variable("orphaned")).isEqualTo(1);
        assertThat(tcp.state()).isEqualTo("FIN-WAIT-1");
    }

    @Test
    void abort_inEstablished_sendsRst() {
        Endpoint tcp = Endpoint.rfc().established().call("ABORT");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><CTL=RST>");
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void abort_afterBothFins_isSilent() {
        assertThat(Endpoint.rfc().closing().call("ABORT").sent()).isEmpty();
        assertThat(Endpoint.rfc().lastAck().call("ABORT").sent()).isEmpty();
    }

    @Test
    void status_ofAnOpenConnection_isFine() {
        assertThat(Endpoint.rfc().established().call("STATUS").result()).isEqualTo("ok");
    }

    // ---- the layer below ----

    @Test
    void softError_aboutASegmentInFlight_isToldAndHarmless() {
        Endpoint tcp = Endpoint.rfc().established().call("SEND", 10).call("ICMP-SOFT-ERROR", ISS + 1);

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.notices()).containsExactly("soft-error");
    }

    @Test
    void hardError_aboutASegmentInFlight_aborts() {
        Endpoint tcp = Endpoint.rfc().synSent().call("ICMP-HARD-ERROR", ISS);

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("hard-error");
    }

    @Test
    void hardError_aboutSomethingNotInFlight_isIgnored() {
        Endpoint tcp = Endpoint.rfc().established().call("ICMP-HARD-ERROR", ISS + 1);

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.notices()).isEmpty();
    }

    @Test
    void hardError_onLinuxInEstablished_isOnlyTold() {
        Endpoint tcp = Endpoint.linux().established().call("SEND", 10).call("ICMP-HARD-ERROR", ISS + 1);

        assertThat(tcp.state()).isEqualTo("ESTABLISHED");
        assertThat(tcp.notices()).containsExactly("hard-error");
    }
}
