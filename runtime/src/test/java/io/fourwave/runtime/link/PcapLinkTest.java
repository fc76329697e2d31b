package io.fourwave.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pcap on the kernel's side of a TAP interface, whose other side is the wire. */
@Timeout(60)
class PcapLinkTest {
    @Test
    void framesForOurAddress_areReceived_othersAreNot_andOursAreSent() throws Exception {
        assumeTrue(libpcap(), "libpcap is not installed");
        OwnNetwork.run(() -> {
            try (TapLink wire = TapLink.open(TapConfig.of("tap1"))) {
                InterfaceConfig.bringUp("tap1");
                try (PcapLink link = PcapLink.open("tap1", Packets.STATION_ADDRESS)) {
                    assertThat(link.mtuOctets()).isEqualTo(1500);
                    assertThat(link.macAddress()).isEqualTo(InterfaceConfig.macAddress("tap1"));

                    wire.send(toAddress(link, "10.0.0.3"));
                    wire.send(toAddress(link, "10.0.0.2"));
                    Frame received = new Frame();
                    while (!link.receive(received)) {
                        link.poll(1_000_000_000);
                    }
                    assertThat(received.toArray())
                            .isEqualTo(toAddress(link, "10.0.0.2").toArray());
                    assertThat(link.receive(received)).isFalse();

                    Frame sent = Packets.frame(
                            new OutgoingSegment().path(Packets.STATION_ADDRESS, 7, Packets.PEER_ADDRESS, 9));
                    EthernetHeader.write(sent, Packets.PEER, link.macAddress(), EthernetHeader.TYPE_IPV4);
                    assertThat(link.send(sent)).isTrue();
                    do {
                        wire.poll(1_000_000_000);
                        // The kernel itself says a few things in IPv6.
                    } while (!wire.receive(received) || EthernetHeader.type(received) != EthernetHeader.TYPE_IPV4);
                    assertThat(received.toArray()).isEqualTo(sent.toArray());
                    assertThat(link.receive(received))
                            .as("what we send is not received")
                            .isFalse();
                    link.wakeUp();
                    link.poll(Long.MAX_VALUE);
                }
            }
            return null;
        });
    }

    @Test
    void interfaceThatIsNotThere_orNoEthernet_saysSo() throws Exception {
        assumeTrue(libpcap(), "libpcap is not installed");
        OwnNetwork.run(() -> {
            assertThatThrownBy(() -> PcapLink.open("nosuch0", Packets.STATION_ADDRESS))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("interface `nosuch0`: No such device");
            assertThatThrownBy(() -> PcapLink.open("lo", Packets.STATION_ADDRESS))
                    .hasMessageContaining("`lo` is no Ethernet interface");
            return null;
        });
    }

    @Test
    void withoutLibpcap_saysWhatToInstall() {
        assumeFalse(libpcap(), "libpcap is installed");
        assertThatThrownBy(() -> PcapLink.open("eth0", Packets.STATION_ADDRESS))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("libpcap is not installed")
                .hasMessageContaining("apt install libpcap0.8");
    }

    private static Frame toAddress(Link link, String address) {
        Frame frame = Packets.frame(new OutgoingSegment().path(Packets.PEER_ADDRESS, 9, Ipv4Address.parse(address), 7));
        EthernetHeader.write(frame, link.macAddress(), Packets.PEER, EthernetHeader.TYPE_IPV4);
        return frame;
    }

    private static boolean libpcap() {
        try {
            NativeLibrary.getInstance("pcap");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}
