package io.fourwave.spec.tcp;

import static io.fourwave.spec.tcp.Endpoint.IRS;
import static io.fourwave.spec.tcp.Endpoint.ISS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** TIME-WAIT: what restarts it, what ends it, what opens the connection anew. */
class TimeWaitTest {
    private static final long TWO_MSL = 240_000_000_000L;
    private static final long A_MINUTE = 60_000_000_000L;

    @Test
    void timeWait_afterTwoMsl_isClosed() {
        Endpoint tcp = Endpoint.rfc().timeWait().expires("TIME-WAIT");

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.notices()).containsExactly("connection-closed");
    }

    @Test
    void timeWait_finAgain_isAcknowledgedAndRestarts() {
        Endpoint tcp = Endpoint.rfc()
                .timeWait()
                .passes(A_MINUTE)
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(TWO_MSL);
    }

    @Test
    void timeWait_oldDataByTheRfc_areAcknowledgedButRestartNothing() {
        Endpoint tcp = Endpoint.rfc()
                .timeWait()
                .passes(A_MINUTE)
                .arrives(Seg.of("ACK", IRS - 20).ack(ISS + 1).data(10));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(TWO_MSL - A_MINUTE);
    }

    @Test
    void timeWait_bareAckByTheRfc_changesNothing() {
        Endpoint tcp = Endpoint.rfc()
                .timeWait()
                .passes(A_MINUTE)
                .arrives(Seg.of("ACK", IRS + 2).ack(ISS + 2));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(TWO_MSL - A_MINUTE);
    }

    @Test
    void timeWait_bareAckOnLinux_restarts() {
        // Run w10.
        Endpoint tcp = Endpoint.linux()
                .timeWait()
                .passes(1_000_000_000L)
                .arrives(Seg.of("ACK", IRS + 2).ack(ISS + 2));

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(A_MINUTE);
    }

    @Test
    void timeWait_dataOnLinux_areAnsweredAndRestart() {
        // Run w09.
        Endpoint tcp = Endpoint.linux()
                .timeWait()
                .passes(1_000_000_000L)
                .arrives(Seg.of("ACK", IRS + 2).ack(ISS + 2).data(4));

        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(A_MINUTE);
    }

    @Test
    void timeWait_exactReset_assassinates() {
        // Run w06, RFC 1337.
        Endpoint tcp = Endpoint.rfc().timeWait().arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void timeWait_inexactReset_isIgnored() {
        Endpoint tcp = Endpoint.rfc().timeWait().arrives(Seg.of("RST", IRS + 12));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void timeWait_exactResetWithRfc1337_isIgnored() {
        // Run w07: not restarted either.
        Endpoint tcp = Endpoint.rfc("time_wait_on_rst", Endpoint.ordinal("TimeWaitReset", "RST-IGNORED"))
                .timeWait()
                .passes(A_MINUTE)
                .arrives(Seg.of("RST", IRS + 2));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.leftNanos("TIME-WAIT")).isEqualTo(TWO_MSL - A_MINUTE);
    }

    @Test
    void timeWait_newerSynForAListener_opensAnew() {
        // Run w04.
        Endpoint tcp = Endpoint.rfc().timeWait().choosing("wanted", 1).arrives(Seg.of("SYN", IRS + 100_000));

        assertThat(tcp.state()).isEqualTo("SYN-RECEIVED");
        assertThat(tcp.sent()).containsExactly("<SEQ=66539><ACK=105001><CTL=SYN,ACK>");
        assertThat(tcp.running("TIME-WAIT")).isFalse();
        assertThat(tcp.variable("orphaned")).isZero();
    }

    @Test
    void timeWait_newerSynWhenTheClockHasMovedOn_takesItsSequenceNumber() {
        Endpoint tcp = Endpoint.rfc()
                .timeWait()
                .choosing("wanted", 1)
                .choosing("fresh", 900_000)
                .arrives(Seg.of("SYN", IRS + 100_000));

        assertThat(tcp.sent()).containsExactly("<SEQ=900000><ACK=105001><CTL=SYN,ACK>");
    }

    @Test
    void timeWait_newerSynWithoutListenerByTheRfc_isDropped() {
        Endpoint tcp = Endpoint.rfc().timeWait().arrives(Seg.of("SYN", IRS + 100_000));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void timeWait_olderSynByTheRfc_isDropped() {
        Endpoint tcp = Endpoint.rfc().choosing("wanted", 1).timeWait().arrives(Seg.of("SYN", IRS));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).isEmpty();
    }

    @Test
    void timeWait_olderSynOnLinux_isAcknowledged() {
        // Run w05.
        Endpoint tcp = Endpoint.linux().choosing("wanted", 1).timeWait().arrives(Seg.of("SYN", IRS));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.sent()).containsExactly("<SEQ=1002><ACK=5002><CTL=ACK>");
    }

    @Test
    void timeWait_onlyItsOwnTimerRuns() {
        Endpoint tcp = Endpoint.rfc("keepalive_enabled", 1).timeWait();

        assertThat(tcp.running("KEEP-ALIVE")).isFalse();
        assertThat(tcp.running("RETRANSMISSION")).isFalse();
        assertThat(tcp.running("USER-TIMEOUT")).isFalse();
        assertThat(tcp.running("TIME-WAIT")).isTrue();
    }

    @Test
    void timeWait_whatWasReceived_isStillRead() {
        Endpoint tcp = Endpoint.rfc()
                .finWait2()
                .arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2).data(5));

        assertThat(tcp.state()).isEqualTo("TIME-WAIT");
        assertThat(tcp.call("RECEIVE", 10).result()).isEqualTo("ok");
        assertThat(tcp.call("RECEIVE", 10).result()).isEqualTo("connection-closing");
    }

    @Test
    void timeWait_abort_isSilent() {
        Endpoint tcp = Endpoint.rfc().timeWait().call("ABORT");

        assertThat(tcp.isNew()).isTrue();
        assertThat(tcp.sent()).isEmpty();
    }
}
