package io.fourwave.spec.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** SO_LINGER, as far as CLOSE decides: 0 seconds make it an ABORT. */
class LingerTest {
    private static Endpoint impatient() {
        return Endpoint.linux("linger", 0);
    }

    @Test
    void established_closes_byReset() {
        Endpoint tcp = impatient().established().call("SEND", 8).forget().call("CLOSE");

        assertThat(tcp.sent()).containsExactly("<SEQ=1009><CTL=RST>");
        assertThat(tcp.result()).isEqualTo("ok");
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void synReceived_closes_byReset() {
        Endpoint tcp = impatient().synReceived().call("CLOSE");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><CTL=RST>");
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void finWait1AndFinWait2_afterShutdown_closeByReset() {
        assertThat(impatient().finWait1().call("CLOSE").sent()).containsExactly("<SEQ=1002><CTL=RST>");
        assertThat(impatient().finWait2().call("CLOSE").sent()).containsExactly("<SEQ=1002><CTL=RST>");
    }

    @Test
    void closing_afterBothFins_isForgottenWithoutReset() {
        Endpoint tcp = impatient().closing().call("CLOSE");

        assertThat(tcp.sent()).isEmpty();
        assertThat(tcp.isNew()).isTrue();
    }

    @Test
    void timeWait_isKept() {
        assertThat(impatient().timeWait().call("CLOSE").state()).isEqualTo("TIME-WAIT");
    }

    @Test
    void shutdown_neverResets() {
        assertThat(impatient().established().call("SHUTDOWN").sent())
                .containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
    }

    @Test
    void moreThanZeroSeconds_isTheUsersWait_notTheConnections() {
        Endpoint tcp = Endpoint.linux("linger", 30_000_000_000L).established().call("CLOSE");

        assertThat(tcp.sent()).containsExactly("<SEQ=1001><ACK=5001><CTL=FIN,ACK>");
    }
}
