package io.fourwave.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpHeader;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.MacAddress;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.Packets;
import io.fourwave.runtime.wire.TcpFlags;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpStackTest {
    private static final int ICMP = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH;

    private final Station station = new Station();
    private final Ipv4Header ip = new Ipv4Header();

    @Test
    void segmentForUs_isHandedOver_andTheBatchEnds() {
        station.wire.send(toStation(Packets.segment().seq(1).ctl(TcpFlags.SYN)));
        station.wire.send(toStation(Packets.segment().seq(2).ctl(TcpFlags.ACK)));
        station.network.settle();
        assertThat(station.received)
                .containsExactly(
                        "40000>7 <SEQ=1><ACK=0><CTL=SYN><WND=0> 0 octets",
                        "40000>7 <SEQ=2><ACK=0><CTL=ACK><WND=0> 0 octets",
                        "batch end");
        assertThat(station.stack.counters().get(StackCounter.TRANSPORT_ACCEPTED))
                .isEqualTo(2);
    }

    @Test
    void frameForAnotherStation_isIgnored() {
        station.giveAsIs(Packets.frame(Packets.segment()));
        assertDropped(DropReason.ETHERNET_NOT_FOR_US);
    }

    /** MUST-57: a SYN to a broadcast or multicast address is dropped without an answer. */
    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "10.0.0.255", "224.0.0.1"})
    void synToABroadcastOrMulticastAddress_isDropped(String destination) {
        station.give(Packets.frame(new OutgoingSegment()
                .path(Packets.PEER_ADDRESS, 40000, Ipv4Address.parse(destination), 7)
                .ctl(TcpFlags.SYN)));
        assertDropped(DropReason.IP_NOT_UNICAST);
    }

    @Test
    void unicastDatagramInALinkBroadcast_isDropped() {
        Frame frame = Packets.frame(Packets.segment().ctl(TcpFlags.SYN));
        EthernetHeader.write(frame, MacAddress.BROADCAST, Packets.PEER, EthernetHeader.TYPE_IPV4);
        station.giveAsIs(frame);
        assertDropped(DropReason.IP_NOT_UNICAST);
    }

    /** MUST-63. */
    @ParameterizedTest
    @ValueSource(
            strings = {"255.255.255.255", "10.0.0.255", "224.0.0.1", "127.0.0.1", "0.0.0.0", "10.0.0.2", "240.0.0.1"})
    void synFromAnImpossibleSource_isDropped(String source) {
        station.give(Packets.frame(new OutgoingSegment()
                .path(Ipv4Address.parse(source), 40000, Packets.STATION_ADDRESS, 7)
                .ctl(TcpFlags.SYN)));
        assertDropped(DropReason.IP_BAD_SOURCE);
    }

    @Test
    void datagramForAnotherHost_orOfAnUnknownProtocol_isDropped() {
        station.give(
                Packets.frame(new OutgoingSegment().path(Packets.PEER_ADDRESS, 1, Ipv4Address.parse("10.0.0.3"), 7)));
        assertDropped(DropReason.IP_NOT_FOR_US);
        station.give(Packets.headers(new Frame(), Packets.PEER_ADDRESS, Packets.STATION_ADDRESS, 132, 20));
        assertDropped(DropReason.IP_UNKNOWN_PROTOCOL);
    }

    @Test
    void handlerThatFails_isCounted_andTheNextSegmentIsServed() {
        station.toThrow = new IllegalStateException("on purpose");
        station.give(Packets.frame(Packets.segment()));
        assertDropped(DropReason.HANDLER_FAILED);
        station.toThrow = null;
        station.give(Packets.frame(Packets.segment()));
        assertThat(station.received).hasSize(2);
        assertThat(station.stack.snapshot()).containsEntry("faults", 1L).containsEntry("drop.handler-failed", 1L);
    }

    @Test
    void echoRequest_isAnsweredWithItsOwnData() {
        station.introduce(Packets.PEER_ADDRESS);
        station.give(Packets.icmp(IcmpHeader.ECHO, 0, new byte[] {1, 2, 3, 4, 'd', 'a', 't', 'a', '!'}));
        Frame reply = station.taken();
        assertThat(ip.parse(reply)).isEqualTo(DropReason.ACCEPTED);
        assertThat(ip.destination()).isEqualTo(Packets.PEER_ADDRESS);
        assertThat(IcmpHeader.check(reply, ip)).isEqualTo(DropReason.ACCEPTED);
        assertThat(IcmpHeader.type(reply, ip)).isEqualTo(IcmpHeader.ECHO_REPLY);
        assertThat(reply.buffer().getInt(ICMP + 4)).isEqualTo(0x01020304);
        assertThat(reply.buffer().getInt(ICMP + 8)).isEqualTo('d' << 24 | 'a' << 16 | 't' << 8 | 'a');
        assertThat(ip.payloadLength()).isEqualTo(13);
    }

    @Test
    void datagramToAUdpPort_isAnsweredByPortUnreachable() {
        station.introduce(Packets.PEER_ADDRESS);
        Frame sent = Packets.udp(Packets.STATION_ADDRESS, new byte[] {1, 2, 3, 4, 5});
        station.give(sent);
        Frame reply = station.taken();
        assertThat(ip.parse(reply)).isEqualTo(DropReason.ACCEPTED);
        assertThat(IcmpHeader.check(reply, ip)).isEqualTo(DropReason.ACCEPTED);
        assertThat(reply.buffer().getShort(ICMP)).isEqualTo((short) 0x0303);
        byte[] quoted = new byte[28];
        reply.buffer().get(ICMP + 8, quoted);
        byte[] original = new byte[28];
        sent.buffer().get(Frame.NETWORK_OFFSET, original);
        assertThat(quoted).isEqualTo(original);
        assertThat(station.stack.drops().get(DropReason.UDP_NO_PORT)).isOne();
    }

    @Test
    void portUnreachable_isNotSentAboutBrokenOrBroadcastDatagrams_andNotWithoutLimit() {
        station.introduce(Packets.PEER_ADDRESS);
        station.give(Packets.udp(Ipv4Address.parse("10.0.0.255"), new byte[5]));
        Frame broken = Packets.udp(Packets.STATION_ADDRESS, new byte[5]);
        broken.buffer().put(broken.end() - 1, (byte) 7);
        station.give(broken);
        assertThat(station.taken()).isNull();
        for (int count = 0; count < 100; count++) {
            station.give(Packets.udp(Packets.STATION_ADDRESS, new byte[5]));
        }
        assertThat(station.stack.counters().get(StackCounter.ICMP_UNREACHABLE_SENT))
                .isEqualTo(50);
        assertThat(station.stack.counters().get(StackCounter.ICMP_RATE_LIMITED)).isEqualTo(50);
        station.network.advance(1_000_000_000);
        station.give(Packets.udp(Packets.STATION_ADDRESS, new byte[5]));
        assertThat(station.stack.counters().get(StackCounter.ICMP_UNREACHABLE_SENT))
                .isEqualTo(51);
    }

    /** MUST-54, MUST-56. */
    @ParameterizedTest
    @CsvSource({
        "3,0,SOFT",
        "3,1,SOFT",
        "3,2,HARD",
        "3,3,HARD",
        "3,4,TOO_LARGE",
        "3,5,SOFT",
        "3,13,SOFT",
        "11,0,SOFT",
        "12,0,SOFT"
    })
    void icmpError_reachesItsConnection_softOrHard(int type, int code, String severity) {
        station.give(Packets.icmp(type, code, quote(Packets.STATION_ADDRESS, 6, 28)));
        assertThat(station.received)
                .contains(
                        "ICMP type " + type + " code " + code + " (" + severity + ") about 10.0.0.2:7>10.0.0.1:40000");
    }

    @Test
    void icmpError_thatIsNotOurs_orQuotesTooLittle_isDropped() {
        station.give(Packets.icmp(3, 1, quote(Ipv4Address.parse("10.0.0.9"), 6, 28)));
        assertDropped(DropReason.ICMP_QUOTE_NOT_OURS);
        station.give(Packets.icmp(3, 1, quote(Packets.STATION_ADDRESS, 17, 28)));
        assertThat(station.stack.drops().get(DropReason.ICMP_QUOTE_NOT_OURS)).isEqualTo(2);
        station.give(Packets.icmp(3, 1, quote(Packets.STATION_ADDRESS, 6, 27)));
        assertDropped(DropReason.ICMP_BAD_QUOTE);
    }

    /** MUST-55. */
    @Test
    void sourceQuench_isDroppedSilently() {
        station.give(Packets.icmp(4, 0, quote(Packets.STATION_ADDRESS, 6, 28)));
        assertDropped(DropReason.ICMP_SOURCE_QUENCH);
    }

    @Test
    void send_withoutARoute_toNobody_orTooLarge_isRefused() {
        for (String nowhere :
                new String[] {"10.1.0.1", "10.0.0.255", "224.0.0.1", "10.0.0.2", "127.0.0.1", "255.255.255.255"}) {
            assertThat(station.stack.hasRoute(Ipv4Address.parse(nowhere)))
                    .as(nowhere)
                    .isFalse();
            assertThat(station.stack.send(toPeer(Ipv4Address.parse(nowhere)))).isEqualTo(SendResult.NO_ROUTE);
        }
        byte[] large = new byte[1461];
        OutgoingSegment segment =
                toPeer(Packets.PEER_ADDRESS).payload(new BufferOctets(ByteBuffer.wrap(large)), 0, 1461);
        assertThat(station.stack.send(segment)).isEqualTo(SendResult.TOO_LARGE);
        assertThat(station.stack.send(segment.segmentSize(1460)))
                .as("no offload here")
                .isEqualTo(SendResult.TOO_LARGE);
    }

    @Test
    void addressesAndTimeToLive_comeFromTheSegment() {
        station.introduce(Packets.PEER_ADDRESS);
        OutgoingSegment segment = toPeer(Packets.PEER_ADDRESS).timeToLive(3).differentiatedServices(46);
        assertThat(station.stack.send(segment)).isEqualTo(SendResult.SENT);
        assertThat(ip.parse(station.taken())).isEqualTo(DropReason.ACCEPTED);
        assertThat(ip.timeToLive()).isEqualTo(3);
        assertThat(ip.differentiatedServices()).isEqualTo(46);
        assertThat(ip.congestion()).isZero();
    }

    @Test
    void configuration_thatCannotWork_isRefused() {
        assertThatThrownBy(() -> IpConfig.of("10.0.0.255/24")).hasMessageContaining("cannot be the address of a host");
        assertThatThrownBy(() -> IpConfig.of("10.0.0.2/24").withGateway("10.0.1.1"))
                .hasMessageContaining("is not a neighbour");
    }

    private void assertDropped(DropReason reason) {
        assertThat(station.stack.drops().get(reason))
                .as(station.stack.drops().toString())
                .isOne();
        assertThat(station.received).isEmpty();
        assertThat(station.taken()).isNull();
    }

    private Frame toStation(OutgoingSegment segment) {
        Frame frame = Packets.frame(segment);
        EthernetHeader.destination(frame, station.stack.loop().link().macAddress());
        return frame;
    }

    private static OutgoingSegment toPeer(int destination) {
        return new OutgoingSegment()
                .path(Packets.STATION_ADDRESS, 7, destination, 40000)
                .ctl(TcpFlags.ACK);
    }

    /** The rest of an ICMP error that quotes so many octets of a segment from that source. */
    private static byte[] quote(int source, int protocol, int octets) {
        Frame sent = Packets.frame(new OutgoingSegment()
                .path(source, 7, Packets.PEER_ADDRESS, 40000)
                .seq(77));
        Packets.headers(sent, source, Packets.PEER_ADDRESS, protocol, 20);
        byte[] rest = new byte[4 + octets];
        sent.buffer().get(Frame.NETWORK_OFFSET, rest, 4, octets);
        return rest;
    }
}
