package io.fourwave.runtime.net;

import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.wire.ArpPacket;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.Packets;
import io.fourwave.runtime.wire.TcpHeader;
import java.util.ArrayList;
import java.util.List;

/** A stack at 10.0.0.2/24 in virtual time, and the bare other end of its cable. */
final class Station implements SegmentHandler {
    final VirtualNetwork network = new VirtualNetwork();
    final MemoryLink wire;
    final IpStack stack;
    final List<String> received = new ArrayList<>();
    RuntimeException toThrow;

    Station(String gateway) {
        MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, Impairment.NONE, Impairment.NONE);
        Loop loop = network.loop(pair.first());
        IpConfig config = IpConfig.of("10.0.0.2/24");
        stack = IpStack.on(loop, gateway == null ? config : config.withGateway(gateway));
        stack.registerTcp(this);
        wire = pair.second();
    }

    Station() {
        this(null);
    }

    /** Delivers a frame to the station, addressed to it on the link. */
    void give(Frame frame) {
        EthernetHeader.write(frame, stack.loop().link().macAddress(), Packets.PEER, EthernetHeader.type(frame));
        giveAsIs(frame);
    }

    void giveAsIs(Frame frame) {
        wire.send(frame);
        network.settle();
    }

    /** The next frame the station sent, or null. */
    Frame taken() {
        network.settle();
        Frame frame = new Frame();
        return wire.receive(frame) ? frame : null;
    }

    /** Tells the station the peer's Ethernet address, as an answer to its question would. */
    void introduce(int address) {
        Frame frame = new Frame();
        long own = stack.loop().link().macAddress();
        ArpPacket.write(frame, ArpPacket.REPLY, Packets.PEER, address, own, Packets.STATION_ADDRESS);
        giveAsIs(frame);
    }

    @Override
    public void segment(Ipv4Header ip, TcpHeader tcp, long nowNanos) {
        if (toThrow != null) {
            throw toThrow;
        }
        received.add(tcp.toString());
    }

    @Override
    public void icmpError(IcmpError error, long nowNanos) {
        received.add(error.toString());
    }

    @Override
    public void batchEnd(long nowNanos) {
        if (!received.isEmpty() && !received.get(received.size() - 1).equals("batch end")) {
            received.add("batch end");
        }
    }
}
