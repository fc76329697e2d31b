package io.fourwave.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Ipv4HeaderTest {
    private static final int BASE = Frame.NETWORK_OFFSET;

    private final Ipv4Header ip = new Ipv4Header();

    @Test
    void wrongHeaderChecksum_isRefused() {
        Frame frame = datagram();
        frame.buffer().put(BASE + 8, (byte) 63);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_BAD_CHECKSUM);
    }

    /** MUST-50: options are skipped, the payload begins behind them. */
    @Test
    void optionsAreSkipped() {
        Frame frame = new Frame();
        Packets.headers(frame, Packets.PEER_ADDRESS, Packets.STATION_ADDRESS, 6, 24);
        frame.buffer().put(BASE, (byte) 0x46);
        frame.buffer().putInt(BASE + 20, 0x01010100);
        checksum(frame, 24);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.ACCEPTED);
        assertThat(ip.payloadOffset()).isEqualTo(BASE + 24);
        assertThat(ip.payloadLength()).isEqualTo(20);
    }

    @Test
    void fragments_areRefused() {
        for (int field : new int[] {0x2000, 0x0001, 0x3fff}) {
            Frame frame = datagram();
            frame.buffer().putShort(BASE + 6, (short) field);
            checksum(frame, 20);
            assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_FRAGMENT);
        }
    }

    @Test
    void lengths_thatCannotBe_areRefused() {
        Frame frame = datagram();
        frame.buffer().putShort(BASE + 2, (short) 19);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_BAD_TOTAL_LENGTH);
        frame = datagram();
        frame.buffer().putShort(BASE + 2, (short) 41);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_BAD_TOTAL_LENGTH);
        frame = datagram();
        frame.buffer().put(BASE, (byte) 0x44);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_BAD_HEADER_LENGTH);
        frame = datagram();
        frame.buffer().put(BASE, (byte) 0x65);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_BAD_VERSION);
        frame = datagram();
        frame.length(33);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.IP_TRUNCATED);
    }

    @Test
    void paddingOfAShortFrame_isNoPayload() {
        Frame frame = datagram();
        frame.length(60);
        assertThat(ip.parse(frame)).isEqualTo(DropReason.ACCEPTED);
        assertThat(ip.payloadLength()).isEqualTo(20);
    }

    @Test
    void addresses() {
        Ipv4Prefix prefix = Ipv4Prefix.parse("10.1.2.3/20");
        assertThat(prefix).hasToString("10.1.2.3/20");
        assertThat(prefix.contains(Ipv4Address.parse("10.1.15.1"))).isTrue();
        assertThat(prefix.contains(Ipv4Address.parse("10.1.16.1"))).isFalse();
        assertThat(prefix.isBroadcast(Ipv4Address.parse("10.1.15.255"))).isTrue();
        assertThat(prefix.isBroadcast(Ipv4Address.parse("10.1.0.0"))).isTrue();
        assertThat(Ipv4Prefix.parse("10.0.0.1/31").isBroadcast(Ipv4Address.parse("10.0.0.1")))
                .isFalse();
        for (String bad : new String[] {
            "10.0.0/24", "10.0.0.256/24", "10.0.0.1", "10.0.0.1/33", "10.0.0.1/0", "a.b.c.d/8", "1.2.3.+4/8"
        }) {
            assertThatThrownBy(() -> Ipv4Prefix.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(MacAddress.format(MacAddress.parse("02:0a:ff:00:10:99"))).isEqualTo("02:0a:ff:00:10:99");
        assertThat(MacAddress.isGroup(MacAddress.ofName("tap0"))).isFalse();
        assertThat(MacAddress.ofName("tap0"))
                .isEqualTo(MacAddress.ofName("tap0"))
                .isNotEqualTo(MacAddress.ofName("tap1"));
    }

    private static Frame datagram() {
        return Packets.headers(new Frame(), Packets.PEER_ADDRESS, Packets.STATION_ADDRESS, 6, 20);
    }

    private static void checksum(Frame frame, int headerLength) {
        frame.buffer().putShort(BASE + 10, (short) 0);
        frame.buffer()
                .putShort(BASE + 10, (short) Checksum.finish(Checksum.add(0, frame.buffer(), BASE, headerLength)));
    }
}
