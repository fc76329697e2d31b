package io.fourwave.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.net.SegmentHandler;
import io.fourwave.runtime.net.SendResult;
import io.fourwave.runtime.net.StackCounter;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.Ipv4Prefix;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.TcpFlags;
import io.fourwave.runtime.wire.TcpHeader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real TAP interface, in a network namespace that ends with the test. The other side is the kernel of this machine. */
@Timeout(60)
@SuppressWarnings("try") // a loop is ended before its counters are read
class TapLinkTest {
    private static final Ipv4Prefix KERNEL = Ipv4Prefix.parse("10.9.8.1/24");
    private static final String OURS = "10.9.8.2";

    @Test
    void kernelPings_andIsAnswered() throws Exception {
        OwnNetwork.run(() -> {
            try (Host host = new Host(tap("tap0"))) {
                assertThat(InetAddress.getByName(OURS).isReachable(5000)).isTrue();
                // The kernel may have the answer before our thread has counted it.
                host.close();
                assertThat(host.stack.counters().get(StackCounter.ICMP_ECHO_REPLIES_SENT))
                        .isPositive();
                assertThat(host.stack.counters().get(StackCounter.ARP_REPLIES_SENT))
                        .isPositive();
            }
            return null;
        });
    }

    /** Held-back frames leave although nothing arrives that would wake the loop. */
    @Test
    void impairedInterface_delaysBothWays_andForgetsNothing() throws Exception {
        OwnNetwork.run(() -> {
            Impairment slow = Impairment.seeded(1).withReordering(1, 3_000_000).withDelay(2_000_000, 0);
            ImpairedLink link = new ImpairedLink(TapLink.open(tap("tap0")), NanoClock.system(), slow, slow);
            try (Host host = new Host(link)) {
                assertThat(InetAddress.getByName(OURS).isReachable(5000)).isTrue();
                host.close();
                assertThat(link.inwardCounters().get(ImpairmentCounter.REORDERED))
                        .isPositive();
                assertThat(link.outwardCounters().get(ImpairmentCounter.DELIVERED))
                        .isPositive();
            }
            return null;
        });
    }

    @Test
    void datagramOfTheKernel_drawsPortUnreachable() throws Exception {
        OwnNetwork.run(() -> {
            try (Host host = new Host(tap("tap0"));
                    DatagramSocket socket = new DatagramSocket()) {
                socket.connect(InetAddress.getByName(OURS), 9999);
                socket.setSoTimeout(5000);
                socket.send(new DatagramPacket(new byte[100], 100));
                assertThatThrownBy(() -> socket.receive(new DatagramPacket(new byte[10], 10)))
                        .isInstanceOf(PortUnreachableException.class);
                host.close();
                assertThat(host.stack.drops().get(DropReason.UDP_NO_PORT)).isPositive();
            }
            return null;
        });
    }

    /** Header, checksums (with offload: half-finished ones in both directions) and options are right for Linux, and Linux's for us. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void segmentsCross_withAndWithoutOffload(boolean offload) throws Exception {
        OwnNetwork.run(() -> {
            try (Host host = new Host(tap("tap0").withOffload(offload));
                    ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("10.9.8.1"))) {
                host.destinationPort = server.getLocalPort();
                host.loop.execute(host::connect);
                try (Socket accepted = server.accept()) {
                    accepted.setSoTimeout(10_000);
                    byte[] read = accepted.getInputStream().readNBytes(Host.PAYLOAD.length);
                    assertThat(read).isEqualTo(Host.PAYLOAD);
                    accepted.getOutputStream().write("answer".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    assertThat(host.answer.get(10, TimeUnit.SECONDS)).isEqualTo("answer");
                }
                assertThat(host.stack.drops().get(DropReason.TCP_BAD_CHECKSUM)).isZero();
                assertThat(host.loop.faults().first()).isNull();
            }
            return null;
        });
    }

    @Test
    void interfaceInUse_saysSo() throws Exception {
        OwnNetwork.run(() -> {
            TapLink first = TapLink.open(tap("tap0"));
            assertThatThrownBy(() -> TapLink.open(tap("tap0")))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("cannot attach to the TAP interface `tap0`")
                    .hasMessageContaining("another process uses that interface");
            first.close();
            first.close();
            TapLink.open(tap("tap0")).close();
            return null;
        });
    }

    @Test
    void interfaceOfAnotherKind_orNone_orABadName_saysSo() throws Exception {
        OwnNetwork.run(() -> {
            assertThatThrownBy(() -> TapLink.open(tap("lo"))).hasMessageContaining("is no TAP interface");
            assertThatThrownBy(() -> TapLink.open(tap("a-name-that-is-too-long")))
                    .hasMessageContaining("cannot be the name");
            assertThatThrownBy(() -> InterfaceConfig.bringUp("nosuch0"))
                    .hasMessageContaining("cannot read the state of interface `nosuch0`")
                    .hasMessageContaining("/sys/class/net");
            return null;
        });
    }

    @Test
    void interfaceIsConfigured_byIoctlAlone() throws Exception {
        OwnNetwork.run(() -> {
            InterfaceConfig.bringUp("lo");
            assertThat(InetAddress.getByName("127.0.0.1").isReachable(2000)).isTrue();
            try (TapLink link = TapLink.open(tap("tap7").withMtu(1400))) {
                NetworkInterface tap = NetworkInterface.getByName("tap7");
                assertThat(tap.isUp()).isTrue();
                assertThat(tap.getMTU()).isEqualTo(1400);
                assertThat(link.mtuOctets()).isEqualTo(1400);
                assertThat(tap.getInterfaceAddresses()).anySatisfy(address -> {
                    assertThat(address.getAddress().getHostAddress()).isEqualTo("10.9.8.1");
                    assertThat(address.getNetworkPrefixLength()).isEqualTo((short) 24);
                });
                assertThat(InterfaceConfig.macAddress("tap7")).isNotEqualTo(link.macAddress());
            }
            return null;
        });
    }

    @Test
    void wakeUp_endsAPoll_beforeOrDuringIt() throws Exception {
        OwnNetwork.run(() -> {
            try (TapLink link = TapLink.open(TapConfig.of("tap0"))) {
                link.wakeUp();
                link.poll(Long.MAX_VALUE);
                Thread waker = new Thread(link::wakeUp);
                waker.start();
                link.poll(Long.MAX_VALUE);
                waker.join();
                assertThat(link.counters().get(LinkCounter.WAKE_UPS)).isEqualTo(2);
                assertThat(link.receive(new Frame())).isFalse();
                Frame lost = new Frame();
                lost.length(60);
                assertThat(link.send(lost)).as("the interface is down").isFalse();
            }
            return null;
        });
    }

    @Test
    void errors_sayWhatToDo() {
        assertThat(TapErrors.opening(LibC.ENOENT)).hasMessageContaining("modprobe tun");
        assertThat(TapErrors.opening(LibC.EACCES))
                .hasMessageContaining("run as root")
                .hasMessageContaining("unshare -Urn");
        assertThat(TapErrors.attaching("tap0", LibC.EPERM)).hasMessageContaining("ip tuntap add");
        assertThat(TapErrors.gone("tap0", LibC.EBADFD).help()).contains("deleted");
    }

    private static TapConfig tap(String name) {
        return TapConfig.of(name).withKernelAddress(KERNEL);
    }

    /** A stack on a TAP interface with the few lines of client that one connection to the kernel needs. */
    private static final class Host implements SegmentHandler, AutoCloseable {
        static final byte[] PAYLOAD = payload();

        final EventLoop loop;
        final IpStack stack;
        final CompletableFuture<String> answer = new CompletableFuture<>();
        final OutgoingSegment out = new OutgoingSegment();
        volatile int destinationPort;

        Host(TapConfig config) {
            this(TapLink.open(config));
        }

        Host(Link link) {
            loop = new EventLoop(link, NanoClock.system());
            stack = IpStack.on(loop, IpConfig.of(OURS + "/24"));
            stack.registerTcp(this);
            loop.start();
        }

        void connect() {
            send(TcpFlags.SYN, 1000, 0, 0, 0);
        }

        @Override
        public void segment(Ipv4Header ip, TcpHeader tcp, long nowNanos) {
            if (tcp.has(TcpFlags.SYN)) {
                assertThat(tcp.options().mss()).isEqualTo(1460);
                // One super-segment where the link takes it, ordinary ones elsewhere.
                boolean large = stack.maxSuperSegmentOctets() > stack.mtuOctets();
                int step = large ? PAYLOAD.length : 1400;
                for (int offset = 0; offset < PAYLOAD.length; offset += step) {
                    int length = Math.min(step, PAYLOAD.length - offset);
                    send(TcpFlags.ACK | TcpFlags.PSH, 1001 + offset, tcp.seq() + 1, offset, length);
                }
            } else if (tcp.payloadLength() > 0) {
                byte[] octets = new byte[tcp.payloadLength()];
                tcp.octets().copyTo(tcp.payloadOffset(), octets, 0, octets.length);
                answer.complete(new String(octets, java.nio.charset.StandardCharsets.US_ASCII));
            }
        }

        private void send(int ctl, int seq, int ack, int offset, int length) {
            out.clear()
                    .path(stack.localAddress(), 5000, KERNEL.address(), destinationPort)
                    .seq(seq)
                    .ack(ack)
                    .ctl(ctl)
                    .window(65535)
                    .payload(new BufferOctets(ByteBuffer.wrap(PAYLOAD)), offset, length)
                    .segmentSize(1400);
            if ((ctl & TcpFlags.SYN) != 0) {
                out.mss(1400);
            }
            assertThat(stack.send(out)).isIn(SendResult.SENT, SendResult.QUEUED);
        }

        @Override
        public void icmpError(IcmpError error, long nowNanos) {
            answer.completeExceptionally(new AssertionError(error.toString()));
        }

        @Override
        public void batchEnd(long nowNanos) {}

        @Override
        public void close() {
            loop.close();
        }

        private static byte[] payload() {
            byte[] octets = new byte[20_000];
            new java.util.SplittableRandom(1).nextBytes(octets);
            return octets;
        }
    }
}
