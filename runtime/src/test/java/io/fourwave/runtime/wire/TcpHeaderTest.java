package io.fourwave.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TcpHeaderTest {
    private final Ipv4Header ip = new Ipv4Header();
    private final TcpHeader tcp = new TcpHeader();

    @Test
    void wrongChecksum_isRefused() {
        Frame frame = Packets.frame(Packets.segment().payload(octets("hello"), 0, 5));
        int last = frame.end() - 1;
        frame.buffer().put(last, (byte) (frame.buffer().get(last) ^ 1));
        assertThat(parse(frame)).isEqualTo(DropReason.TCP_BAD_CHECKSUM);
        frame.markChecksumVerified();
        assertThat(parse(frame)).as("the device's word is taken").isEqualTo(DropReason.ACCEPTED);
    }

    @Test
    void partialChecksum_isThePseudoHeadersSum_andNotVerified() {
        OutgoingSegment segment = Packets.segment().ctl(TcpFlags.ACK).payload(octets("hello"), 0, 5);
        Frame frame = Packets.frame(segment);
        int complete = frame.buffer().getShort(Frame.NETWORK_OFFSET + 36) & 0xffff;
        segment.encode(frame, true);
        Packets.headers(frame, segment.source(), segment.destination(), Ipv4Header.PROTOCOL_TCP, segment.length());
        assertThat(frame.checksum()).isEqualTo(Frame.ChecksumState.PARTIAL);
        assertThat(parse(frame)).isEqualTo(DropReason.ACCEPTED);

        // What a device does: sum from the transport header on, the field included, and store the complement.
        int start = frame.transportOffset();
        long sum = Checksum.add(0, frame.buffer(), start, frame.end() - start);
        assertThat(Checksum.finish(sum)).isEqualTo(complete);
    }

    @Test
    void portZero_isRefused() {
        Frame frame = Packets.frame(new OutgoingSegment().path(Packets.PEER_ADDRESS, 0, Packets.STATION_ADDRESS, 7));
        assertThat(parse(frame)).isEqualTo(DropReason.TCP_PORT_ZERO);
    }

    @Test
    void segmentLength_countsSynAndFin() {
        parse(Packets.frame(Packets.segment().ctl(TcpFlags.SYN | TcpFlags.FIN).payload(octets("abc"), 0, 3)));
        assertThat(tcp.segmentLength()).isEqualTo(5);
        parse(Packets.frame(Packets.segment().ctl(TcpFlags.ACK | TcpFlags.PSH).payload(octets("abc"), 0, 3)));
        assertThat(tcp.segmentLength()).isEqualTo(3);
    }

    @Test
    void dataOffset_belowFiveOrBeyondTheEnd_isRefused() {
        Frame frame = Packets.frame(Packets.segment());
        int field = Frame.NETWORK_OFFSET + Ipv4Header.LENGTH + 12;
        frame.buffer().put(field, (byte) 0x40);
        assertThat(parse(frame)).isEqualTo(DropReason.TCP_BAD_DATA_OFFSET);
        frame.buffer().put(field, (byte) 0x60);
        assertThat(parse(frame)).isEqualTo(DropReason.TCP_BAD_DATA_OFFSET);
    }

    /** MUST-6, MUST-64: unknown kinds are skipped by their length, known ones found at any alignment. */
    @Test
    void options_unknownSkipped_anyAlignment() {
        TcpOptions options = options(1, (byte) 253, 4, 1, 2, 2, 4, 5, 0xb4, 3, 3, 7, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2);
        assertThat(options.mss()).isEqualTo(1460);
        assertThat(options.windowScale()).isEqualTo(7);
        assertThat(options.tsVal()).isEqualTo(1);
        assertThat(options.tsEcr()).isEqualTo(2);
        assertThat(options.malformed()).isFalse();
    }

    /** MUST-7. */
    @Test
    void options_bogusLength_keepsWhatWasBefore() {
        for (int bogus : new int[] {0, 1, 200}) {
            TcpOptions options = options(2, 4, 5, 0xb4, 8, bogus, 0, 0);
            assertThat(options.mss()).isEqualTo(1460);
            assertThat(options.hasTimestamps()).isFalse();
            assertThat(options.malformed()).isTrue();
        }
        assertThat(options(1, 1, 1, 2).malformed())
                .as("a kind without a length")
                .isTrue();
    }

    @Test
    void options_knownKindOfOtherLength_isSkipped() {
        TcpOptions options = options(2, 3, 9, 3, 3, 5, 0);
        assertThat(options.mss()).isEqualTo(-1);
        assertThat(options.windowScale()).isEqualTo(5);
        assertThat(options.malformed()).isTrue();
    }

    /** MUST-69: what follows the end of options is padding, whatever it holds. */
    @Test
    void options_nothingIsReadBehindTheEnd() {
        assertThat(options(0, 2, 4, 5).mss()).isEqualTo(-1);
    }

    @Property
    void options_totalOverArbitraryOctets(@ForAll @Size(max = 40) byte[] octets) {
        TcpOptions options = new TcpOptions();
        options.parse(ByteBuffer.wrap(octets), 0, octets.length);
        assertThat(options.sackBlocks()).isBetween(0, TcpOptions.MAX_SACK_BLOCKS);
    }

    @Test
    void outgoing_tooManyOptions_isAProgrammingError() {
        OutgoingSegment segment =
                Packets.segment().timestamps(1, 2).timestamps(1, 2).timestamps(1, 2);
        assertThatThrownBy(() -> segment.timestamps(1, 2)).hasMessageContaining("48 octets do not fit into 40");
    }

    @Test
    void outgoing_clear_leavesNothingOfTheLastSegment() {
        OutgoingSegment segment = Packets.segment()
                .mss(1460)
                .ctl(TcpFlags.SYN)
                .payload(octets("x"), 0, 1)
                .timeToLive(3);
        segment.clear();
        assertThat(segment.length()).isEqualTo(TcpHeader.LENGTH);
        assertThat(segment.timeToLive()).isEqualTo(OutgoingSegment.DEFAULT_TIME_TO_LIVE);
    }

    private DropReason parse(Frame frame) {
        assertThat(ip.parse(frame)).isEqualTo(DropReason.ACCEPTED);
        return tcp.parse(frame, ip);
    }

    private static TcpOptions options(int... octets) {
        ByteBuffer buffer = ByteBuffer.allocate(octets.length);
        for (int octet : octets) {
            buffer.put((byte) octet);
        }
        TcpOptions options = new TcpOptions();
        options.parse(buffer, 0, octets.length);
        return options;
    }

    private static OctetSource octets(String text) {
        return new BufferOctets(ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
}
