package io.fourwave.runtime.net;

import io.fourwave.runtime.link.FrameHandler;
import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.MacAddress;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.UdpHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The internet layer of one host on one link: what arrives is checked and handed to the transports, what they send gets its
 * headers and its next hop. Belongs to the loop's thread but for the counters.
 */
public final class IpStack implements FrameHandler {
    private static final int PROTOCOLS = 256;

    private final Loop loop;
    private final IpConfig config;
    private final EnumCounters<StackCounter> counters = new EnumCounters<>(StackCounter.class);
    private final EnumCounters<DropReason> drops = new EnumCounters<>(DropReason.class);
    private final TransportHandler[] transports = new TransportHandler[PROTOCOLS];
    private final ArrayList<TransportHandler> registered = new ArrayList<>();
    private final Ipv4Header ip = new Ipv4Header();
    private final Frame outgoing = new Frame();
    private final NeighbourCache neighbours;
    private final IcmpService icmp;
    private final boolean checksumOffload;
    private final boolean segmentationOffload;
    private int identification;

    private IpStack(Loop loop, IpConfig config) {
        this.loop = loop;
        this.config = config;
        icmp = new IcmpService(this, counters, loop.clock().nanoTime());
        neighbours = new NeighbourCache(
                loop,
                config,
                counters,
                frame -> icmp.neighbourUnreachable(frame, loop.clock().nanoTime()));
        checksumOffload = loop.link().capabilities().checksumOffload();
        segmentationOffload = loop.link().capabilities().segmentationOffload();
    }

    /** Puts a host on a link: the stack becomes the handler of the loop, which has not been started yet. */
    public static IpStack on(Loop loop, IpConfig config) {
        IpStack stack = new IpStack(loop, config);
        loop.handler(stack);
        return stack;
    }

    /** Who gets the datagrams of a protocol; once per protocol, before the loop runs. */
    public void register(int protocol, TransportHandler handler) {
        if (transports[protocol] != null || protocol == Ipv4Header.PROTOCOL_ICMP) {
            throw new IllegalStateException("protocol " + protocol + " already has a handler");
        }
        transports[protocol] = handler;
        registered.add(handler);
    }

    /** Who gets the TCP segments, decoded and verified. */
    public void registerTcp(SegmentHandler handler) {
        register(Ipv4Header.PROTOCOL_TCP, new TcpReceiver(handler, counters));
    }

    /** Sends a gratuitous ARP request. */
    public void announce() {
        neighbours.announce();
    }

    /**
     * Sends a segment whose source address is ours. With a segment size and a link that offers segmentation, the payload may be
     * as long as {@link #maxSuperSegmentOctets()} allows; else header and payload fit into the MTU.
     */
    public SendResult send(OutgoingSegment segment) {
        int length = Ipv4Header.LENGTH + segment.length();
        boolean large = segment.segmentSize() > 0 && segmentationOffload;
        if (length > (large ? maxSuperSegmentOctets() : mtuOctets())) {
            counters.increment(StackCounter.SENT_TOO_LARGE);
            return SendResult.TOO_LARGE;
        }
        int nextHop = nextHop(segment.destination());
        if (nextHop == Ipv4Address.ANY) {
            counters.increment(StackCounter.SENT_NO_ROUTE);
            return SendResult.NO_ROUTE;
        }
        segment.encode(outgoing, checksumOffload);
        Ipv4Header.write(
                outgoing,
                segment.source(),
                segment.destination(),
                Ipv4Header.PROTOCOL_TCP,
                length,
                identification++ & 0xffff,
                segment.timeToLive(),
                segment.typeOfService());
        counters.increment(StackCounter.SEGMENTS_SENT);
        return count(neighbours.send(outgoing, nextHop));
    }

    /** Whether a destination can be sent to: a unicast address on the link or behind the gateway, not our own (MUST-46). */
    public boolean hasRoute(int destination) {
        return nextHop(destination) != Ipv4Address.ANY;
    }

    /** Our address, big-endian. */
    public int localAddress() {
        return config.address().address();
    }

    public IpConfig config() {
        return config;
    }

    public Loop loop() {
        return loop;
    }

    /** Octets of the largest ordinary datagram. */
    public int mtuOctets() {
        return loop.link().mtuOctets();
    }

    /** Octets of the largest datagram that may be sent with a segment size; the MTU without segmentation offload. */
    public int maxSuperSegmentOctets() {
        return segmentationOffload ? loop.link().capabilities().maxSuperSegmentOctets() : mtuOctets();
    }

    /** Any thread. */
    public EnumCounters<StackCounter> counters() {
        return counters;
    }

    /** Any thread. */
    public EnumCounters<DropReason> drops() {
        return drops;
    }

    /** All counters of stack and link, drops as {@code drop.REASON}; any thread. */
    public Map<String, Long> snapshot() {
        Map<String, Long> all = new LinkedHashMap<>(counters.snapshot());
        drops.snapshot().forEach((name, value) -> all.put("drop." + name, value));
        all.remove("drop.accepted");
        loop.link().counters().snapshot().forEach((name, value) -> all.put("link." + name, value));
        all.put("faults", loop.faults().count());
        return all;
    }

    @Override
    public void onFrame(Frame frame, long nowNanos) {
        counters.increment(StackCounter.FRAMES_RECEIVED);
        DropReason reason;
        try {
            reason = dispatch(frame, nowNanos);
        } catch (Throwable fault) {
            reason = DropReason.HANDLER_FAILED;
            loop.faults().report("packet", fault);
        }
        if (!reason.accepted()) {
            drops.increment(reason);
        }
    }

    @Override
    public void onBatchEnd(long nowNanos) {
        // By index: a for-each would allocate an iterator in every turn.
        for (int index = 0; index < registered.size(); index++) {
            registered.get(index).batchEnd(nowNanos);
        }
    }

    @Override
    public void onLinkDown(LinkException cause) {
        registered.forEach(transport -> transport.linkDown(cause));
    }

    private DropReason dispatch(Frame frame, long nowNanos) {
        if (frame.length() < EthernetHeader.LENGTH) {
            return DropReason.ETHERNET_TRUNCATED;
        }
        long destination = EthernetHeader.destination(frame);
        boolean group = MacAddress.isGroup(destination);
        if (!group && destination != loop.link().macAddress()) {
            return DropReason.ETHERNET_NOT_FOR_US;
        }
        int type = EthernetHeader.type(frame);
        if (type == EthernetHeader.TYPE_IPV4) {
            return datagram(frame, group, nowNanos);
        }
        if (type != EthernetHeader.TYPE_ARP) {
            return DropReason.ETHERNET_UNKNOWN_TYPE;
        }
        DropReason reason = neighbours.receive(frame);
        if (reason.accepted()) {
            counters.increment(StackCounter.ARP_ACCEPTED);
        }
        return reason;
    }

    private DropReason datagram(Frame frame, boolean linkGroup, long nowNanos) {
        DropReason reason = ip.parse(frame);
        if (!reason.accepted()) {
            return reason;
        }
        reason = checkAddresses(linkGroup);
        if (!reason.accepted()) {
            return reason;
        }
        int protocol = ip.protocol();
        if (protocol == Ipv4Header.PROTOCOL_ICMP) {
            return icmp.receive(frame, ip, nowNanos);
        }
        TransportHandler transport = transports[protocol];
        if (transport != null) {
            reason = transport.receive(ip, frame, nowNanos);
            if (reason.accepted()) {
                counters.increment(StackCounter.TRANSPORT_ACCEPTED);
            }
            return reason;
        }
        if (protocol != Ipv4Header.PROTOCOL_UDP) {
            return DropReason.IP_UNKNOWN_PROTOCOL;
        }
        reason = UdpHeader.check(frame, ip);
        if (reason.accepted()) {
            icmp.portUnreachable(frame, ip, nowNanos);
            reason = DropReason.UDP_NO_PORT;
        }
        return reason;
    }

    private DropReason checkAddresses(boolean linkGroup) {
        int source = ip.source();
        int destination = ip.destination();
        if (!Ipv4Address.isUnicast(source) || config.address().isBroadcast(source) || source == localAddress()) {
            return DropReason.IP_BAD_SOURCE;
        }
        boolean group = destination == Ipv4Address.BROADCAST
                || Ipv4Address.isMulticast(destination)
                || config.address().isBroadcast(destination);
        if (group) {
            return DropReason.IP_NOT_UNICAST;
        }
        if (destination != localAddress()) {
            return DropReason.IP_NOT_FOR_US;
        }
        // RFC 1122 3.3.6: a link-layer broadcast must not carry what is addressed to one station.
        return linkGroup ? DropReason.IP_NOT_UNICAST : DropReason.ACCEPTED;
    }

    private int nextHop(int destination) {
        if (!Ipv4Address.isUnicast(destination)
                || destination == localAddress()
                || config.address().isBroadcast(destination)) {
            return Ipv4Address.ANY;
        }
        return config.address().contains(destination) ? destination : config.gateway();
    }

    private SendResult count(SendResult result) {
        if (result == SendResult.QUEUED) {
            counters.increment(StackCounter.SENT_QUEUED);
        } else if (result == SendResult.DROPPED) {
            counters.increment(StackCounter.SENT_DROPPED);
        }
        return result;
    }

    // What ICMP needs of the stack.

    Frame outgoingFrame() {
        return outgoing;
    }

    TransportHandler transport(int protocol) {
        return transports[protocol];
    }

    /** Sends a frame whose payload of that length is written behind an ordinary header. */
    SendResult sendDatagram(Frame frame, int destination, int protocol, int payloadLength) {
        int nextHop = nextHop(destination);
        if (nextHop == Ipv4Address.ANY) {
            counters.increment(StackCounter.SENT_NO_ROUTE);
            return SendResult.NO_ROUTE;
        }
        Ipv4Header.write(
                frame,
                localAddress(),
                destination,
                protocol,
                Ipv4Header.LENGTH + payloadLength,
                identification++ & 0xffff,
                config.timeToLive(),
                0);
        return count(neighbours.send(frame, nextHop));
    }
}
