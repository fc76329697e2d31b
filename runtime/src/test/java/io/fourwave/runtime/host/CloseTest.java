package io.fourwave.runtime.host;

import static io.fourwave.runtime.host.TwoHosts.MILLISECOND;
import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.tcp.Parameters;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** How connections end, as their users and their hosts see it. */
class CloseTest {
    private final TwoHosts hosts = new TwoHosts();
    private final PeerRecord server = new PeerRecord();

    private PeerRecord established() throws Exception {
        return established(server);
    }

    private PeerRecord established(PeerRecord serverSide) throws Exception {
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT, channel -> serverSide);
        PeerRecord client = hosts.connect(80);
        hosts.until("established", SECOND, () -> client.connected && serverSide.connected);
        return client;
    }

    private void after(long nanos) {
        hosts.network.advance(nanos);
        hosts.assertNoFaults();
    }

    @Test
    void activeClose_endsInTimeWait_passiveSideAtOnce() throws Exception {
        server.closesAtEnd();
        PeerRecord client = established();
        client.channel.close();
        after(100 * MILLISECOND);
        assertThat(client.closed).isTrue();
        assertThat(client.cause).isNull();
        assertThat(server.closed).isTrue();
        assertThat(server.cause).isNull();
        assertThat(client.channel.status().state()).isEqualTo("TIME-WAIT");
        assertThat(hosts.client.connectionCount()).isEqualTo(1);
        assertThat(hosts.server.connectionCount()).isZero();
        after(61 * SECOND);
        assertThat(hosts.client.connectionCount())
                .as("2 MSL of the linux profile are over")
                .isZero();
    }

    @Test
    void simultaneousClose_bothEndInTimeWait() throws Exception {
        PeerRecord client = established();
        client.channel.close();
        server.channel.close();
        after(100 * MILLISECOND);
        assertThat(client.channel.status().state()).isEqualTo("TIME-WAIT");
        assertThat(server.channel.status().state()).isEqualTo("TIME-WAIT");
        after(61 * SECOND);
        assertThat(hosts.client.connectionCount() + hosts.server.connectionCount())
                .isZero();
    }

    @Test
    void halfClose_otherDirectionGoesOn() throws Exception {
        byte[] answer = new byte[300_000];
        PeerRecord client = established();
        client.channel.shutdownOutput();
        after(100 * MILLISECOND);
        assertThat(server.ended).isTrue();
        assertThat(client.channel.status().state()).isEqualTo("FIN-WAIT-2");
        server.sends(answer).thenCloses().writable(server.channel);
        hosts.until("the answer", 60 * SECOND, () -> client.ended);
        assertThat(client.received.size()).isEqualTo(answer.length);
        assertThat(client.channel.write(new byte[1], 0, 1))
                .as("our direction is closed")
                .isEqualTo(-1);
    }

    @Test
    void abort_peerIsReset() throws Exception {
        PeerRecord client = established();
        client.channel.abort();
        after(100 * MILLISECOND);
        assertThat(client.closed).isTrue();
        assertThat(client.cause).isNull();
        assertThat(server.closed).isTrue();
        assertThat(server.cause)
                .isInstanceOf(SocketException.class)
                .hasMessageStartingWith("connection reset (10.0.0.1:");
        assertThat(hosts.client.connectionCount() + hosts.server.connectionCount())
                .isZero();
    }

    @Test
    void shld3_closeWithUnreadData_resetsThePeer() throws Exception {
        server.doesNotRead();
        PeerRecord client = established();
        client.sends(new byte[100]).writable(client.channel);
        after(100 * MILLISECOND);
        server.channel.close();
        after(100 * MILLISECOND);
        assertThat(client.closed).isTrue();
        assertThat(client.cause).hasMessageStartingWith("connection reset");
    }

    @Test
    void shld3_dataAfterClose_resetsTheSender() throws Exception {
        PeerRecord client = established();
        server.channel.close();
        after(100 * MILLISECOND);
        assertThat(client.ended).isTrue();
        client.sends(new byte[100]).writable(client.channel);
        after(100 * MILLISECOND);
        assertThat(client.cause).hasMessageStartingWith("connection reset");
        assertThat(hosts.server.connectionCount()).isZero();
    }

    @Test
    void closeWithQueuedData_deliversThemFirst() throws Exception {
        PeerRecord client = established();
        client.sends(new byte[500_000]).thenCloses().writable(client.channel);
        hosts.until("the end", 60 * SECOND, () -> server.ended);
        assertThat(server.received.size()).isEqualTo(500_000);
    }

    @Test
    void dataUnreadWhenTheConnectionEnds_canStillBeRead() throws Exception {
        server.sends(new byte[5000]).thenCloses();
        PeerRecord client = established(server);
        client.doesNotRead();
        client.channel.shutdownOutput();
        after(100 * SECOND);
        // Our FIN came second or at the same time: either way the machine is gone, and what it held is ours.
        assertThat(hosts.client.connectionCount()).isZero();
        assertThat(client.closed).isFalse();
        client.resumesReading();
        assertThat(client.received.size()).isEqualTo(5000);
        assertThat(client.ended).isTrue();
    }

    @Test
    void resetAfterThePeersFin_allIsReadAndTheLossOfWhatWasSentIsTold() throws Exception {
        server.sends(new byte[5000]).thenCloses();
        PeerRecord client = established(server);
        client.doesNotRead();
        after(100 * MILLISECOND);
        assertThat(client.channel.status().state()).isEqualTo("CLOSE-WAIT");
        // Nobody is left to read this: the server's host answers with a RST, which finds the client in LAST-ACK.
        client.sends(new byte[100]).thenShutsDown().writable(client.channel);
        after(100 * MILLISECOND);
        assertThat(hosts.client.connectionCount()).isZero();
        assertThat(client.closed).isFalse();
        client.resumesReading();
        assertThat(client.received.size()).isEqualTo(5000);
        assertThat(client.ended).isTrue();
        client.channel.close();
        after(MILLISECOND);
        assertThat(client.cause).hasMessageStartingWith("connection reset");
    }

    @Test
    void lastAckLost_passiveSideRetransmitsItsFin() throws Exception {
        server.closesAtEnd();
        PeerRecord client = established();
        client.channel.close();
        // The client's FIN gets through; for a while nothing else does, and so the ACK of the server's FIN is lost.
        hosts.network.advance(MILLISECOND + MILLISECOND / 2);
        hosts.cable.first().impairment(Impairment.seeded(1).withLoss(1));
        hosts.network.advance(150 * MILLISECOND);
        assertThat(server.channel.status().state()).isEqualTo("LAST-ACK");
        hosts.cable.first().impairment(Impairment.NONE.withDelay(MILLISECOND, 0));
        after(2 * SECOND);
        assertThat(hosts.server.connectionCount()).isZero();
        assertThat(client.channel.status().state()).isEqualTo("TIME-WAIT");
    }

    @Test
    void linger_isToldWhenTheFinIsAcknowledged() throws Exception {
        PeerRecord client = established();
        boolean[] delivered = new boolean[1];
        client.sends(new byte[100_000]).thenCloses();
        client.channel.whenDelivered(() -> delivered[0] = true);
        client.writable(client.channel);
        assertThat(delivered[0]).isFalse();
        hosts.until("delivered", 10 * SECOND, () -> delivered[0]);
        assertThat(server.received.size()).isEqualTo(100_000);
    }

    @Test
    void lingerForNoTime_closeResetsThePeer() throws Exception {
        TcpConfig impatient = TwoHosts.config(1)
                .withParameters(Parameters.linux().toBuilder().lingerNanos(0).build());
        TwoHosts others = new TwoHosts(Impairment.NONE.withDelay(MILLISECOND, 0), impatient, TwoHosts.config(2));
        others.server.listen(80, 16, ConnectionOptions.DEFAULT, channel -> server);
        PeerRecord client = others.connect(80);
        others.until("established", SECOND, () -> client.connected && server.connected);
        assertThat(client.channel.lingerNanos()).isZero();
        client.channel.close();
        others.until("reset", SECOND, () -> server.closed);
        assertThat(server.cause).hasMessageStartingWith("connection reset");
        assertThat(others.client.connectionCount()).isZero();
        others.assertNoFaults();
    }

    @Test
    void orphanInFinWait2_isForgottenAfterItsTimeout() throws Exception {
        PeerRecord client = established();
        client.channel.close();
        after(SECOND);
        assertThat(client.channel.status().state()).isEqualTo("FIN-WAIT-2");
        after(61 * SECOND);
        assertThat(hosts.client.connectionCount())
                .as("fin_wait2_orphan_ms of the linux profile")
                .isZero();
    }

    @Test
    void shutdownOfTheHost_tellsEveryUser() throws Exception {
        PeerRecord client = established();
        hosts.client.shutdown();
        after(100 * MILLISECOND);
        assertThat(client.closed).isTrue();
        assertThat(server.cause).hasMessageStartingWith("connection reset");
        assertThat(hosts.client.connectionCount()).isZero();
    }

    @Test
    void handlerThatThrows_losesItsConnectionOnly() throws Exception {
        PeerRecord bystander = established();
        hosts.server.listen(81, 16, ConnectionOptions.DEFAULT, channel -> ignored -> {
            throw new IllegalStateException("of the test");
        });
        PeerRecord client = hosts.connect(81).sends(new byte[10]);
        hosts.network.advance(SECOND);
        assertThat(client.cause).hasMessageStartingWith("connection reset");
        assertThat(hosts.serverLoop.faults().first()).hasMessage("of the test");
        assertThat(bystander.closed).isFalse();
        assertThat(hosts.server.connectionCount()).isEqualTo(1);
    }
}
