package io.fourwave.runtime.host;

import static io.fourwave.runtime.host.TwoHosts.MILLISECOND;
import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static io.fourwave.runtime.host.TwoHosts.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.link.Impairment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent arrives, whole and once, whatever the link does to it. Virtual time; a failing seed repeats. */
class TransferTest {
    private static byte[] data(long seed, int octets) {
        byte[] data = new byte[octets];
        new Random(seed).nextBytes(data);
        return data;
    }

    /** Both ends send and close; checks that both get everything. */
    private static TwoHosts exchange(long seed, Impairment impairment, int octets, long limitNanos) throws Exception {
        System.out.println("TransferTest seed " + seed + " " + impairment);
        TwoHosts hosts = new TwoHosts(impairment, config(seed));
        byte[] up = data(seed, octets);
        byte[] down = data(seed + 1, octets);
        PeerRecord server = new PeerRecord().sends(down).thenShutsDown().closesAtEnd();
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT, channel -> server);
        PeerRecord client = hosts.connect(80).sends(up).thenShutsDown().closesAtEnd();
        hosts.until("both closed", limitNanos, () -> client.closed && server.closed);
        assertThat(client.cause).isNull();
        assertThat(server.cause).isNull();
        assertThat(server.received.toByteArray()).isEqualTo(up);
        assertThat(client.received.toByteArray()).isEqualTo(down);
        hosts.network.advance(300 * SECOND);
        assertThat(hosts.client.connectionCount())
                .as("connections left at the client")
                .isZero();
        assertThat(hosts.server.connectionCount())
                .as("connections left at the server")
                .isZero();
        assertThat(hosts.client.buffers().heldOctets()).isZero();
        assertThat(hosts.server.buffers().heldOctets()).isZero();
        hosts.assertNoFaults();
        return hosts;
    }

    @Test
    void cleanLink_bothDirections_arriveWithoutARetransmission() throws Exception {
        TwoHosts hosts = exchange(1, Impairment.NONE.withDelay(MILLISECOND, 0), 3_000_000, 60 * SECOND);
        assertThat(hosts.client.counters().get(TcpCounter.OCTETS_RETRANSMITTED)).isZero();
        assertThat(hosts.server.counters().get(TcpCounter.OCTETS_RETRANSMITTED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void fivePercentLossAndReordering_arriveIntact(long seed) throws Exception {
        exchange(
                seed,
                Impairment.seeded(seed)
                        .withLoss(0.05)
                        .withReordering(0.05, 3 * MILLISECOND)
                        .withDelay(MILLISECOND, 0),
                1_000_000,
                3600 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void duplicationAndJitter_arriveIntact(long seed) throws Exception {
        exchange(
                seed,
                Impairment.seeded(seed).withDuplication(0.1).withDelay(2 * MILLISECOND, 5 * MILLISECOND),
                1_000_000,
                3600 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void thirtyPercentLoss_stillArrivesIntact(long seed) throws Exception {
        exchange(seed, Impairment.seeded(seed).withLoss(0.3).withDelay(MILLISECOND, 0), 60_000, 20_000 * SECOND);
    }

    @Test
    void sameSeed_sameRun() throws Exception {
        Impairment impairment =
                Impairment.seeded(5).withLoss(0.03).withDuplication(0.02).withDelay(MILLISECOND, MILLISECOND);
        TwoHosts first = exchange(5, impairment, 300_000, 3600 * SECOND);
        TwoHosts second = exchange(5, impairment, 300_000, 3600 * SECOND);
        assertThat(second.client.counters().snapshot())
                .isEqualTo(first.client.counters().snapshot());
        assertThat(second.server.counters().snapshot())
                .isEqualTo(first.server.counters().snapshot());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void manyConnectionsAtOnce_allArriveIntact(long seed) throws Exception {
        System.out.println("TransferTest seed " + seed);
        TwoHosts hosts = new TwoHosts(
                Impairment.seeded(seed).withLoss(0.02).withDelay(MILLISECOND, MILLISECOND),
                config(seed).withBuffers(1 << 15, 1 << 15));
        List<PeerRecord> servers = new ArrayList<>();
        hosts.server.listen(80, 4096, ConnectionOptions.DEFAULT, channel -> {
            PeerRecord server = new PeerRecord()
                    .sends(data(channel.remote().getPort(), 5000))
                    .closesAtEnd();
            servers.add(server);
            return server;
        });
        List<PeerRecord> clients = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            clients.add(hosts.connect(80).sends(data(i, 2000)).thenShutsDown().closesAtEnd());
        }
        hosts.until("all closed", 3600 * SECOND, () -> clients.stream().allMatch(client -> client.closed));
        for (PeerRecord client : clients) {
            assertThat(client.cause).isNull();
            assertThat(client.received.toByteArray())
                    .isEqualTo(data(client.channel.local().getPort(), 5000));
        }
        hosts.network.advance(600 * SECOND);
        assertThat(servers).hasSize(500).allMatch(server -> server.received.size() == 2000);
        assertThat(hosts.server.connectionCount()).isZero();
        hosts.assertNoFaults();
    }

    @Test
    void closedWindow_readerComesBack_transferEnds() throws Exception {
        TwoHosts hosts = new TwoHosts();
        PeerRecord server = new PeerRecord().doesNotRead();
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT.withBuffers(0, 20_000), channel -> server);
        byte[] up = data(7, 200_000);
        PeerRecord client = hosts.connect(80).sends(up).thenShutsDown();
        hosts.network.advance(60 * SECOND);
        assertThat(server.channel.readable()).as("as much as the window let in").isBetween(19_872, 20_000);
        assertThat(client.closed).as("probes keep the connection").isFalse();
        hosts.call(() -> {
            server.resumesReading();
            return null;
        });
        hosts.until("all read", 120 * SECOND, () -> server.ended);
        assertThat(server.received.toByteArray()).isEqualTo(up);
        hosts.assertNoFaults();
    }

    @Test
    void dataBothWaysAcrossSequenceWrap_areNotDisturbed() throws Exception {
        // Initial sequence numbers depend on the seed: among many some wrap within the transfer.
        for (long seed = 100; seed < 110; seed++) {
            exchange(seed, Impairment.seeded(seed).withLoss(0.01).withDelay(MILLISECOND, 0), 50_000, 3600 * SECOND);
        }
    }
}
