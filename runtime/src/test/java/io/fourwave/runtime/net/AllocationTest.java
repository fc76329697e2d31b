package io.fourwave.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.fourwave.runtime.link.ForwardingLink;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.time.TimerHandler;
import io.fourwave.runtime.wire.ArpPacket;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.OctetSource;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.Packets;
import io.fourwave.runtime.wire.TcpFlags;
import io.fourwave.runtime.wire.TcpHeader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** The steady path: a segment in, its acknowledgment out, a timer moved; nothing is allocated. */
class AllocationTest implements SegmentHandler {
    private static final int SEGMENTS = 50_000;

    private final OctetSource payload = new BufferOctets(ByteBuffer.allocateDirect(1400));
    private final OutgoingSegment out = new OutgoingSegment();
    private final TimerHandler nothing = (key, now) -> {};
    private final VirtualNetwork network = new VirtualNetwork();
    private final MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, Impairment.NONE, Impairment.NONE);
    private final Loop loop = network.loop(new ForwardingLink(pair.first()) {
        @Override
        public boolean send(Frame frame) {
            sent++;
            return true;
        }
    });
    private final IpStack stack = IpStack.on(loop, IpConfig.of("10.0.0.2/24"));
    private long timer;
    private int sent;

    @Test
    void segmentInAndOut_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not measure allocation");
        stack.registerTcp(this);
        Frame arp = new Frame();
        ArpPacket.write(arp, 2, Packets.PEER, Packets.PEER_ADDRESS, loop.link().macAddress(), Packets.STATION_ADDRESS);
        stack.onFrame(arp, 0);
        Frame frame = Packets.frame(
                Packets.segment().ctl(TcpFlags.ACK).timestamps(1, 2).payload(payload, 0, 1400));
        EthernetHeader.destination(frame, loop.link().macAddress());
        run(frame);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run(frame);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(sent).isEqualTo(2 * SEGMENTS);
        // The measurement itself and the interpreter's odd boxing are not per segment.
        assertThat(allocated).isLessThan(SEGMENTS);
    }

    private void run(Frame frame) {
        for (int count = 0; count < SEGMENTS; count++) {
            stack.onFrame(frame, count);
            stack.onBatchEnd(count);
        }
    }

    @Override
    public void segment(Ipv4Header ip, TcpHeader tcp, long nowNanos) {
        loop.timers().cancel(timer);
        timer = loop.timers().schedule(nowNanos + 200_000_000, nothing, 1);
        out.clear()
                .path(ip.destination(), tcp.dstPort(), ip.source(), tcp.srcPort())
                .seq(tcp.ack())
                .ack(tcp.seq() + tcp.segmentLength())
                .ctl(TcpFlags.ACK)
                .timestamps(tcp.options().tsEcr(), tcp.options().tsVal())
                .payload(payload, 0, 1400);
        stack.send(out);
    }

    @Override
    public void icmpError(IcmpError error, long nowNanos) {
        throw new AssertionError(error);
    }

    @Override
    public void batchEnd(long nowNanos) {}
}
