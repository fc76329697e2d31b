package io.fourwave.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpSackOption;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;

/** Our codecs against those of pcap4j, which share no line with them. */
class CodecOracleTest {
    private final Ipv4Header ip = new Ipv4Header();
    private final TcpHeader tcp = new TcpHeader();

    @Test
    void whatWeWrite_pcap4jReads() throws IllegalRawDataException {
        long seed = 20240917;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] payload = octets(random, random.nextInt(1461));
            OutgoingSegment segment = randomSegment(random, payload);
            Frame frame = Packets.frame(segment);
            EthernetPacket ethernet = EthernetPacket.newPacket(frame.toArray(), 0, frame.length());
            IpV4Packet packet = ethernet.get(IpV4Packet.class);
            TcpPacket theirs = ethernet.get(TcpPacket.class);
            String round0 = "seed " + seed + " round " + round;

            assertThat(packet.getHeader().hasValidChecksum(false)).as(round0).isTrue();
            assertThat(theirs.hasValidChecksum(
                            packet.getHeader().getSrcAddr(), packet.getHeader().getDstAddr(), false))
                    .as(round0)
                    .isTrue();
            assertThat(ip.parse(frame)).isEqualTo(DropReason.ACCEPTED);
            assertThat(tcp.parse(frame, ip)).isEqualTo(DropReason.ACCEPTED);
            assertSame(packet, theirs, round0);
            assertThat(
                            theirs.getPayload() == null
                                    ? new byte[0]
                                    : theirs.getPayload().getRawData())
                    .as(round0)
                    .isEqualTo(payload);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a02_ack_lost_once.client.pcap",
                "c10_cut_icmp_hostunreach_retries2_3.client.pcap",
                "h01_half_close_bulk.client.pcap",
                "h03_data_lost_fin_arrives.server.pcap",
            })
    void whatLinuxSent_bothReadAlike(String file) throws IllegalRawDataException {
        int compared = 0;
        for (byte[] octets : PcapFile.read(file)) {
            EthernetPacket ethernet = EthernetPacket.newPacket(octets, 0, octets.length);
            IpV4Packet packet = ethernet.get(IpV4Packet.class);
            TcpPacket theirs = packet == null ? null : packet.get(TcpPacket.class);
            boolean whole = packet != null && packet.getHeader().getTotalLengthAsInt() + 14 <= octets.length;
            if (theirs == null || !whole || packet.getHeader().getProtocol().value() != Ipv4Header.PROTOCOL_TCP) {
                continue;
            }
            Frame frame = Packets.of(octets);
            assertThat(ip.parse(frame)).isEqualTo(DropReason.ACCEPTED);
            assertThat(tcp.parse(frame.buffer(), ip.payloadOffset(), ip.payloadLength()))
                    .isEqualTo(DropReason.ACCEPTED);
            assertSame(packet, theirs, file + " frame " + compared);
            // The captures were taken where checksums were still partial or already right: both must see the same.
            boolean right = theirs.hasValidChecksum(
                    packet.getHeader().getSrcAddr(), packet.getHeader().getDstAddr(), false);
            assertThat(tcp.parse(frame, ip) == DropReason.ACCEPTED).isEqualTo(right);
            compared++;
        }
        assertThat(compared).isGreaterThan(5);
    }

    private void assertSame(IpV4Packet packet, TcpPacket theirs, String where) {
        IpV4Packet.IpV4Header header = packet.getHeader();
        assertThat(Ipv4Address.format(ip.source()))
                .as(where)
                .isEqualTo(header.getSrcAddr().getHostAddress());
        assertThat(Ipv4Address.format(ip.destination()))
                .as(where)
                .isEqualTo(header.getDstAddr().getHostAddress());
        assertThat(ip.totalLength()).as(where).isEqualTo(header.getTotalLengthAsInt());
        assertThat(ip.timeToLive()).as(where).isEqualTo(header.getTtlAsInt());
        assertThat(ip.differentiatedServices() << 2 | ip.congestion())
                .isEqualTo(header.getTos().value() & 0xff);

        TcpPacket.TcpHeader expected = theirs.getHeader();
        assertThat(tcp.srcPort()).as(where).isEqualTo(expected.getSrcPort().valueAsInt());
        assertThat(tcp.dstPort()).as(where).isEqualTo(expected.getDstPort().valueAsInt());
        assertThat(tcp.seq()).as(where).isEqualTo(expected.getSequenceNumber());
        assertThat(tcp.ack()).as(where).isEqualTo(expected.getAcknowledgmentNumber());
        assertThat(tcp.window()).as(where).isEqualTo(expected.getWindowAsInt());
        assertThat(tcp.urgentPointer()).as(where).isEqualTo(expected.getUrgentPointerAsInt());
        assertThat(tcp.has(TcpFlags.SYN)).as(where).isEqualTo(expected.getSyn());
        assertThat(tcp.has(TcpFlags.FIN)).as(where).isEqualTo(expected.getFin());
        assertThat(tcp.has(TcpFlags.RST)).as(where).isEqualTo(expected.getRst());
        assertThat(tcp.has(TcpFlags.ACK)).as(where).isEqualTo(expected.getAck());
        assertThat(tcp.has(TcpFlags.PSH)).as(where).isEqualTo(expected.getPsh());
        assertThat(tcp.has(TcpFlags.URG)).as(where).isEqualTo(expected.getUrg());
        assertThat(tcp.payloadLength())
                .as(where)
                .isEqualTo(theirs.getPayload() == null ? 0 : theirs.getPayload().length());
        assertThat(describe(tcp.options())).as(where).isEqualTo(describe(expected));
    }

    private static String describe(TcpOptions options) {
        StringBuilder text = new StringBuilder(
                "mss " + options.mss() + " ws " + options.windowScale() + " sackOk " + options.sackPermitted());
        if (options.hasTimestamps()) {
            text.append(" ts ")
                    .append(Integer.toUnsignedLong(options.tsVal()))
                    .append('/')
                    .append(Integer.toUnsignedLong(options.tsEcr()));
        }
        for (int block = 0; block < options.sackBlocks(); block++) {
            text.append(" sack ").append(Integer.toUnsignedLong(options.sackLeft(block)));
            text.append('-').append(Integer.toUnsignedLong(options.sackRight(block)));
        }
        return text.toString();
    }

    private static String describe(TcpPacket.TcpHeader header) {
        int mss = -1;
        int windowScale = -1;
        boolean sackPermitted = false;
        StringBuilder timestamps = new StringBuilder();
        StringBuilder sack = new StringBuilder();
        for (TcpPacket.TcpOption option : header.getOptions()) {
            if (option instanceof TcpMaximumSegmentSizeOption size) {
                mss = size.getMaxSegSizeAsInt();
            } else if (option instanceof TcpWindowScaleOption scale) {
                windowScale = scale.getShiftCountAsInt();
            } else if (option instanceof TcpSackPermittedOption) {
                sackPermitted = true;
            } else if (option instanceof TcpTimestampsOption stamps) {
                timestamps
                        .append(" ts ")
                        .append(stamps.getTsValueAsLong())
                        .append('/')
                        .append(stamps.getTsEchoReplyAsLong());
            } else if (option instanceof TcpSackOption blocks) {
                // The class has no accessor for its blocks.
                ByteBuffer raw = ByteBuffer.wrap(blocks.getRawData());
                for (int index = 2; index < blocks.length(); index += 8) {
                    sack.append(" sack ").append(Integer.toUnsignedLong(raw.getInt(index)));
                    sack.append('-').append(Integer.toUnsignedLong(raw.getInt(index + 4)));
                }
            }
        }
        return "mss " + mss + " ws " + windowScale + " sackOk " + sackPermitted + timestamps + sack;
    }

    private static OutgoingSegment randomSegment(SplittableRandom random, byte[] payload) {
        OutgoingSegment segment = Packets.segment()
                .seq(random.nextInt())
                .ack(random.nextInt())
                .ctl(random.nextInt(64))
                .window(random.nextInt(65536))
                .urgentPointer(random.nextInt(65536))
                .payload(new BufferOctets(ByteBuffer.wrap(payload)), 0, payload.length);
        if (random.nextBoolean()) {
            segment.mss(random.nextInt(65536));
        }
        if (random.nextBoolean()) {
            segment.windowScale(random.nextInt(15));
        }
        if (random.nextBoolean()) {
            segment.sackPermitted();
        }
        if (random.nextBoolean()) {
            segment.timestamps(random.nextInt(), random.nextInt());
        }
        int blocks = random.nextInt(segment.sackRoom() + 1);
        if (blocks > 0) {
            segment.sack(blocks);
            for (int block = 0; block < blocks; block++) {
                segment.sackBlock(random.nextInt(), random.nextInt());
            }
        }
        return segment;
    }

    private static byte[] octets(SplittableRandom random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Arrays.copyOf(octets, length);
    }
}
