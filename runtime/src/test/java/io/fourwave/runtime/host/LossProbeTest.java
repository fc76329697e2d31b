package io.fourwave.runtime.host;

import static io.fourwave.runtime.host.TwoHosts.MILLISECOND;
import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.SegmentLossPattern;
import io.fourwave.runtime.tcp.Parameters;
import org.junit.jupiter.api.Test;

/** Chosen segments are lost, by the parameter {@code seg_loss_pattern}: the tail of a flight comes again without a timeout. */
class LossProbeTest {
    private final PeerRecord server = new PeerRecord();
    private TwoHosts hosts;

    /** Ten segments and a FIN: the client sends SYN, ACK, and then these. */
    private long millisecondsToTheEnd(Parameters parameters) throws Exception {
        TcpConfig config = TwoHosts.config(1).withParameters(parameters);
        hosts = new TwoHosts(Impairment.NONE.withDelay(MILLISECOND, 0), config);
        hosts.cable
                .first()
                .impairment(Impairment.NONE
                        .withDelay(MILLISECOND, 0)
                        .withDrop(new SegmentLossPattern(parameters.segLossPattern())));
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT, channel -> server);
        long start = hosts.network.clock().nanoTime();
        hosts.connect(80).sends(new byte[14_480]).thenShutsDown();
        hosts.until("all of it", 60 * SECOND, () -> server.ended);
        assertThat(server.received.size()).isEqualTo(14_480);
        hosts.assertNoFaults();
        return (hosts.network.clock().nanoTime() - start) / MILLISECOND;
    }

    private long timeouts() {
        return hosts.client.counters().get(TcpCounter.RETRANSMISSION_TIMEOUTS);
    }

    private static Parameters losing(int... segments) {
        int pattern = 0;
        for (int segment : segments) {
            pattern |= 1 << segment;
        }
        return Parameters.linux().toBuilder().segLossPattern(pattern).build();
    }

    @Test
    void lastSegmentLost_isProbedAfterTwoRoundTrips() throws Exception {
        assertThat(millisecondsToTheEnd(losing(11))).isLessThan(100);
        assertThat(timeouts()).isZero();
    }

    @Test
    void withoutProbes_itTakesATimeout() throws Exception {
        Parameters without = losing(11).toBuilder().tlpEnabled(false).build();
        assertThat(millisecondsToTheEnd(without)).isGreaterThan(199);
        assertThat(timeouts()).isEqualTo(1);
    }

    @Test
    void probeLostToo_leavesItToTheTimeout() throws Exception {
        assertThat(millisecondsToTheEnd(losing(11, 12))).isGreaterThan(199);
        assertThat(timeouts()).isEqualTo(1);
    }

    @Test
    void nothingLost_nothingIsProbed() throws Exception {
        assertThat(millisecondsToTheEnd(losing())).isLessThan(100);
        assertThat(hosts.client.counters().get(TcpCounter.OCTETS_RETRANSMITTED)).isZero();
    }

    @Test
    void segmentInTheMiddleLost_isSentAgainWithoutAProbe() throws Exception {
        assertThat(millisecondsToTheEnd(losing(4))).isLessThan(100);
        assertThat(timeouts()).isZero();
        assertThat(hosts.client.counters().get(TcpCounter.FAST_RETRANSMITS)).isEqualTo(1);
    }
}
