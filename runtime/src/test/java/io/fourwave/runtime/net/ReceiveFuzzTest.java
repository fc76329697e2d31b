package io.fourwave.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.wire.ArpPacket;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.Checksum;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.Packets;
import io.fourwave.runtime.wire.PcapFile;
import io.fourwave.runtime.wire.TcpFlags;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A million broken frames through the whole receive path: each is counted once, none throws. */
class ReceiveFuzzTest {
    private static final int FRAMES = 1_000_000;
    private static final long SEED = Long.getLong("fourwave.seed", 0x4457_4156_4531L);

    private final Station station = new Station();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Frame frame = new Frame();

    @Test
    void brokenFrames_areCounted_andNeverThrow() {
        System.out.println("ReceiveFuzzTest: seed " + SEED + " (-Dfourwave.seed=… for another)");
        List<byte[]> corpus = corpus();
        station.introduce(Packets.PEER_ADDRESS);
        long before = station.stack.counters().get(StackCounter.FRAMES_RECEIVED);
        for (int round = 0; round < FRAMES; round++) {
            mutate(corpus.get(random.nextInt(corpus.size())));
            station.stack.onFrame(frame, round * 1000L);
            if (round % 64 == 0) {
                station.received.clear();
                drainWire();
            }
        }
        var counters = station.stack.counters();
        var drops = station.stack.drops();
        assertThat(station.stack.loop().faults().first()).as("seed " + SEED).isNull();
        assertThat(counters.get(StackCounter.FRAMES_RECEIVED) - before).isEqualTo(FRAMES);
        long accepted = counters.get(StackCounter.ARP_ACCEPTED)
                + counters.get(StackCounter.ICMP_ECHO_ACCEPTED)
                + counters.get(StackCounter.ICMP_ERROR_ACCEPTED)
                + counters.get(StackCounter.TRANSPORT_ACCEPTED);
        assertThat(accepted + drops.total()).isEqualTo(counters.get(StackCounter.FRAMES_RECEIVED));
        assertThat(drops.get(DropReason.ACCEPTED) + drops.get(DropReason.HANDLER_FAILED))
                .isZero();
        // The mutations get everywhere: a path that no frame reaches would prove nothing.
        for (DropReason reason : DropReason.values()) {
            if (reason != DropReason.ACCEPTED
                    && reason != DropReason.HANDLER_FAILED
                    && reason != DropReason.ICMP_ECHO_TOO_LARGE) {
                assertThat(drops.get(reason)).as(reason.name()).isPositive();
            }
        }
        assertThat(counters.get(StackCounter.TRANSPORT_ACCEPTED)).isGreaterThan(FRAMES / 100);
        assertThat(counters.get(StackCounter.TCP_MALFORMED_OPTIONS)).isPositive();
    }

    private void mutate(byte[] original) {
        frame.set(original, 0, original.length);
        int kind = random.nextInt(8);
        if (kind == 0) {
            frame.length(random.nextInt(frame.length() + 1));
        } else if (kind == 1) {
            frame.length(Math.min(Frame.MAX_LENGTH, frame.length() + random.nextInt(64)));
        }
        int flips = kind < 2 ? random.nextInt(2) : 1 + random.nextInt(4);
        // Most flips in the headers, where the decisions are.
        int range = Math.min(frame.length(), random.nextInt(4) == 0 ? frame.length() : 74);
        for (int flip = 0; flip < flips && range > 0; flip++) {
            int index = Frame.ETHERNET_OFFSET + random.nextInt(range);
            frame.buffer().put(index, (byte) (frame.buffer().get(index) ^ 1 << random.nextInt(8)));
        }
        if (random.nextInt(3) > 0 && frame.length() > 34) {
            repair();
        }
        if (random.nextInt(16) == 0) {
            frame.markChecksumVerified();
        }
    }

    /** Makes the checksums right again, so that the layers behind them see broken fields too. */
    private void repair() {
        int base = Frame.NETWORK_OFFSET;
        int headerLength = (frame.buffer().get(base) & 0xf) * 4;
        int total = frame.buffer().getShort(base + 2) & 0xffff;
        if (base + Math.max(headerLength, total) > frame.end() || headerLength < 20 || total < headerLength + 18) {
            return;
        }
        frame.buffer().putShort(base + 10, (short) 0);
        frame.buffer()
                .putShort(base + 10, (short) Checksum.finish(Checksum.add(0, frame.buffer(), base, headerLength)));
        int protocol = frame.buffer().get(base + 9);
        int field = base + headerLength + (protocol == 6 ? 16 : protocol == 17 ? 6 : 2);
        int length = total - headerLength;
        long pseudo = protocol == 1
                ? 0
                : Checksum.pseudoHeader(
                        frame.buffer().getInt(base + 12), frame.buffer().getInt(base + 16), protocol & 0xff, length);
        frame.buffer().putShort(field, (short) 0);
        long sum = Checksum.add(pseudo, frame.buffer(), base + headerLength, length);
        frame.buffer().putShort(field, (short) Checksum.finish(sum));
    }

    private List<byte[]> corpus() {
        List<Frame> frames = new ArrayList<>();
        frames.add(Packets.frame(Packets.segment()
                .ctl(TcpFlags.SYN)
                .mss(1460)
                .sackPermitted()
                .timestamps(1, 0)
                .windowScale(7)));
        frames.add(Packets.frame(Packets.segment()
                .ctl(TcpFlags.ACK)
                .timestamps(5, 6)
                .sack(2)
                .sackBlock(1, 2)
                .sackBlock(3, 4)));
        frames.add(Packets.frame(Packets.segment()
                .ctl(TcpFlags.ACK | TcpFlags.PSH)
                .payload(new BufferOctets(ByteBuffer.allocate(1400)), 0, 1400)));
        frames.add(
                Packets.frame(new OutgoingSegment().path(Packets.PEER_ADDRESS, 1, Ipv4Address.parse("10.0.0.255"), 2)));
        frames.add(Packets.frame(
                new OutgoingSegment().path(Ipv4Address.parse("224.0.0.5"), 1, Packets.STATION_ADDRESS, 2)));
        frames.add(Packets.frame(new OutgoingSegment().path(Packets.PEER_ADDRESS, 0, Packets.STATION_ADDRESS, 2)));
        frames.add(Packets.udp(Packets.STATION_ADDRESS, new byte[40]));
        frames.add(Packets.icmp(8, 0, new byte[60]));
        frames.add(Packets.icmp(4, 0, new byte[60]));
        for (int protocol : new int[] {1, 6, 17, 50}) {
            frames.add(Packets.headers(new Frame(), Packets.PEER_ADDRESS, Packets.STATION_ADDRESS, protocol, 7));
        }
        for (int type : new int[] {3, 11, 12}) {
            byte[] rest = new byte[4 + 40];
            Frame sent =
                    Packets.frame(new OutgoingSegment().path(Packets.STATION_ADDRESS, 7, Packets.PEER_ADDRESS, 40000));
            sent.buffer().get(Frame.NETWORK_OFFSET, rest, 4, 40);
            frames.add(Packets.icmp(type, 1, rest));
        }
        for (int operation : new int[] {ArpPacket.REQUEST, ArpPacket.REPLY}) {
            Frame arp = new Frame();
            ArpPacket.write(
                    arp, operation, Packets.PEER, Packets.PEER_ADDRESS, Packets.STATION, Packets.STATION_ADDRESS);
            frames.add(arp);
        }
        List<byte[]> octets = new ArrayList<>();
        for (Frame each : frames) {
            EthernetHeader.destination(each, station.stack.loop().link().macAddress());
            octets.add(each.toArray());
        }
        for (byte[] captured : PcapFile.read("c10_cut_icmp_hostunreach_retries2_3.client.pcap")) {
            frame.set(captured, 0, captured.length);
            EthernetHeader.destination(frame, station.stack.loop().link().macAddress());
            octets.add(frame.toArray());
        }
        return octets;
    }

    private void drainWire() {
        while (station.wire.receive(frame)) {
            // answers
        }
    }
}
