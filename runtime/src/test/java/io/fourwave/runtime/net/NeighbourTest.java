package io.fourwave.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.wire.ArpPacket;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.MacAddress;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.Packets;
import org.junit.jupiter.api.Test;

class NeighbourTest {
    private static final long SECOND = 1_000_000_000;

    private final Station station = new Station();
    private final long own = station.stack.loop().link().macAddress();

    @Test
    void unknownNeighbour_isAskedFor_andGetsTheWaitingSegments() {
        assertThat(send(Packets.PEER_ADDRESS, 1)).isEqualTo(SendResult.QUEUED);
        assertThat(send(Packets.PEER_ADDRESS, 2)).isEqualTo(SendResult.QUEUED);
        Frame request = station.taken();
        assertThat(EthernetHeader.destination(request)).isEqualTo(MacAddress.BROADCAST);
        assertThat(ArpPacket.check(request)).isEqualTo(DropReason.ACCEPTED);
        assertThat(ArpPacket.operation(request)).isEqualTo(ArpPacket.REQUEST);
        assertThat(ArpPacket.targetAddress(request)).isEqualTo(Packets.PEER_ADDRESS);
        assertThat(ArpPacket.senderAddress(request)).isEqualTo(Packets.STATION_ADDRESS);
        assertThat(station.taken()).as("one request for both").isNull();

        station.introduce(Packets.PEER_ADDRESS);
        for (int seq = 1; seq <= 2; seq++) {
            Frame segment = station.taken();
            assertThat(EthernetHeader.destination(segment)).isEqualTo(Packets.PEER);
            assertThat(EthernetHeader.source(segment)).isEqualTo(own);
            assertThat(segment.buffer().getInt(Frame.NETWORK_OFFSET + 24)).isEqualTo(seq);
        }
        assertThat(send(Packets.PEER_ADDRESS, 3)).isEqualTo(SendResult.SENT);
    }

    @Test
    void silentNeighbour_isAskedThreeTimes_thenTheConnectionIsTold() {
        send(Packets.PEER_ADDRESS, 1);
        station.network.advance(10 * SECOND);
        assertThat(station.stack.counters().get(StackCounter.ARP_REQUESTS_SENT)).isEqualTo(3);
        assertThat(station.stack.counters().get(StackCounter.NEIGHBOURS_UNREACHABLE))
                .isOne();
        assertThat(station.received).contains("ICMP type 3 code 1 (SOFT) about 10.0.0.2:7>10.0.0.1:40000");
        send(Packets.PEER_ADDRESS, 1);
        assertThat(station.stack.counters().get(StackCounter.ARP_REQUESTS_SENT))
                .as("asked anew")
                .isEqualTo(4);
    }

    @Test
    void queueOfAnUnknownNeighbour_isBounded() {
        for (int seq = 0; seq < 16; seq++) {
            assertThat(send(Packets.PEER_ADDRESS, seq)).isEqualTo(SendResult.QUEUED);
        }
        assertThat(send(Packets.PEER_ADDRESS, 16)).isEqualTo(SendResult.DROPPED);
    }

    @Test
    void whatIsNotOnTheLink_goesToTheGateway() {
        Station routed = new Station("10.0.0.1");
        routed.introduce(Packets.PEER_ADDRESS);
        int far = Ipv4Address.parse("192.0.2.1");
        assertThat(routed.stack.send(new OutgoingSegment().path(Packets.STATION_ADDRESS, 7, far, 1)))
                .isEqualTo(SendResult.SENT);
        assertThat(EthernetHeader.destination(routed.taken())).isEqualTo(Packets.PEER);
    }

    @Test
    void requestForUs_isAnswered_andTheAskerIsKnownFromThenOn() {
        station.giveAsIs(arp(ArpPacket.REQUEST, Packets.PEER_ADDRESS, Packets.STATION_ADDRESS));
        Frame reply = station.taken();
        assertThat(ArpPacket.operation(reply)).isEqualTo(ArpPacket.REPLY);
        assertThat(EthernetHeader.destination(reply)).isEqualTo(Packets.PEER);
        assertThat(ArpPacket.senderMac(reply)).isEqualTo(own);
        assertThat(send(Packets.PEER_ADDRESS, 1)).isEqualTo(SendResult.SENT);
    }

    @Test
    void probeForOurAddress_isAnswered_andNothingLearnt() {
        station.giveAsIs(arp(ArpPacket.REQUEST, Ipv4Address.ANY, Packets.STATION_ADDRESS));
        assertThat(ArpPacket.operation(station.taken())).isEqualTo(ArpPacket.REPLY);
        assertThat(send(Ipv4Address.parse("10.0.0.77"), 1)).isEqualTo(SendResult.QUEUED);
    }

    @Test
    void requestForAnother_updatesWhatIsKnown_butTeachesNothingNew() {
        int other = Ipv4Address.parse("10.0.0.9");
        station.giveAsIs(arp(ArpPacket.REQUEST, Packets.PEER_ADDRESS, other));
        assertThat(station.taken()).isNull();
        assertThat(station.stack.drops().get(DropReason.ARP_NOT_FOR_US)).isOne();
        assertThat(send(Packets.PEER_ADDRESS, 1)).isEqualTo(SendResult.QUEUED);

        station.introduce(Packets.PEER_ADDRESS);
        long moved = MacAddress.parse("02:00:00:00:00:99");
        Frame gratuitous = new Frame();
        ArpPacket.write(gratuitous, ArpPacket.REQUEST, moved, Packets.PEER_ADDRESS, 0, Packets.PEER_ADDRESS);
        station.giveAsIs(gratuitous);
        while (station.taken() != null) {
            // what was sent before
        }
        send(Packets.PEER_ADDRESS, 2);
        assertThat(EthernetHeader.destination(station.taken())).isEqualTo(moved);
    }

    @Test
    void senderThatCannotBe_isIgnored() {
        for (String sender : new String[] {"10.0.1.1", "224.0.0.1", "10.0.0.255"}) {
            station.giveAsIs(arp(ArpPacket.REQUEST, Ipv4Address.parse(sender), Packets.STATION_ADDRESS));
        }
        Frame group = new Frame();
        ArpPacket.write(
                group, ArpPacket.REQUEST, MacAddress.BROADCAST, Packets.PEER_ADDRESS, 0, Packets.STATION_ADDRESS);
        station.giveAsIs(group);
        station.giveAsIs(arp(ArpPacket.REQUEST, Packets.STATION_ADDRESS, Packets.STATION_ADDRESS));
        assertThat(station.stack.drops().get(DropReason.ARP_BAD_SENDER)).isEqualTo(5);
        assertThat(station.stack.counters().get(StackCounter.ARP_CONFLICTS)).isOne();
        assertThat(station.taken()).isNull();
    }

    @Test
    void entryInUse_isConfirmedAfterAWhile_andForgottenIfNobodyAnswers() {
        station.introduce(Packets.PEER_ADDRESS);
        send(Packets.PEER_ADDRESS, 1);
        station.network.advance(61 * SECOND);
        assertThat(station.stack.counters().get(StackCounter.ARP_REQUESTS_SENT)).isBetween(1L, 2L);
        assertThat(send(Packets.PEER_ADDRESS, 2))
                .as("used while being confirmed")
                .isEqualTo(SendResult.SENT);
        station.introduce(Packets.PEER_ADDRESS);
        send(Packets.PEER_ADDRESS, 3);
        station.network.advance(70 * SECOND);
        assertThat(send(Packets.PEER_ADDRESS, 4)).isEqualTo(SendResult.QUEUED);
    }

    @Test
    void entryNotInUse_isForgottenSilently() {
        station.introduce(Packets.PEER_ADDRESS);
        station.network.advance(61 * SECOND);
        assertThat(station.stack.counters().get(StackCounter.ARP_REQUESTS_SENT)).isZero();
        assertThat(send(Packets.PEER_ADDRESS, 1)).isEqualTo(SendResult.QUEUED);
    }

    private SendResult send(int destination, int seq) {
        return station.stack.send(new OutgoingSegment()
                .path(Packets.STATION_ADDRESS, 7, destination, 40000)
                .seq(seq));
    }

    private static Frame arp(int operation, int sender, int target) {
        Frame frame = new Frame();
        ArpPacket.write(frame, operation, Packets.PEER, sender, 0, target);
        return frame;
    }
}
