package io.fourwave.runtime.net;

import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.time.TimerHandler;
import io.fourwave.runtime.time.TimerWheel;
import io.fourwave.runtime.wire.ArpPacket;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.FramePool;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.MacAddress;
import java.util.function.Consumer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The Ethernet addresses of our neighbours, by ARP (RFC 826, RFC 1122 2.3.2): requests with repetition, a bounded queue of
 * frames per unresolved neighbour (2.3.2.2), confirmation of old entries, answers to requests for our address.
 */
final class NeighbourCache implements TimerHandler {
    private static final long REQUEST_INTERVAL_NANOS = 1_000_000_000L;
    private static final int MAX_REQUESTS = 3;
    private static final long REACHABLE_NANOS = 60_000_000_000L;
    private static final int MAX_WAITING = 16;
    private static final int MAX_NEIGHBOURS = 1024;

    private final Loop loop;
    private final IpConfig config;
    private final EnumCounters<StackCounter> counters;
    private final Consumer<Frame> undeliverable;
    private final FramePool pool = new FramePool();
    private final Frame arpFrame = new Frame();
    private final Int2ObjectHashMap<Neighbour> neighbours = new Int2ObjectHashMap<>();
    private Neighbour lastUsed;

    /** @param undeliverable told of each waiting frame whose neighbour did not answer */
    NeighbourCache(Loop loop, IpConfig config, EnumCounters<StackCounter> counters, Consumer<Frame> undeliverable) {
        this.loop = loop;
        this.config = config;
        this.counters = counters;
        this.undeliverable = undeliverable;
    }

    /** Sends a frame that is ready but for its Ethernet header. */
    SendResult send(Frame frame, int nextHop) {
        Neighbour neighbour = lastUsed;
        if (neighbour == null || neighbour.address != nextHop) {
            neighbour = neighbours.get(nextHop);
            if (neighbour == null) {
                neighbour = begin(nextHop);
            }
            lastUsed = neighbour;
        }
        EthernetHeader.write(frame, neighbour.macAddress, loop.link().macAddress(), EthernetHeader.TYPE_IPV4);
        if (neighbour.state == Neighbour.State.RESOLVING) {
            return enqueue(neighbour, frame);
        }
        neighbour.used = true;
        return loop.link().send(frame) ? SendResult.SENT : SendResult.DROPPED;
    }

    /** A received ARP packet. */
    DropReason receive(Frame frame) {
        DropReason reason = ArpPacket.check(frame);
        if (!reason.accepted()) {
            return reason;
        }
        int sender = ArpPacket.senderAddress(frame);
        long senderMac = ArpPacket.senderMac(frame);
        int own = config.address().address();
        if (senderMac == 0 || MacAddress.isGroup(senderMac)) {
            return DropReason.ARP_BAD_SENDER;
        }
        if (sender == own) {
            counters.increment(StackCounter.ARP_CONFLICTS);
            return DropReason.ARP_BAD_SENDER;
        }
        boolean forUs = ArpPacket.targetAddress(frame) == own;
        // An all-zeros sender probes whether an address is taken (RFC 5227): to be answered, nothing to be learnt.
        boolean probe = sender == Ipv4Address.ANY;
        if (!probe && !isNeighbour(sender)) {
            return DropReason.ARP_BAD_SENDER;
        }
        Neighbour known = probe ? null : neighbours.get(sender);
        if (known != null) {
            confirm(known, senderMac);
        } else if (forUs && !probe) {
            confirm(create(sender), senderMac);
        }
        if (!forUs) {
            return known == null ? DropReason.ARP_NOT_FOR_US : DropReason.ACCEPTED;
        }
        if (ArpPacket.operation(frame) == ArpPacket.REQUEST) {
            ArpPacket.write(arpFrame, ArpPacket.REPLY, loop.link().macAddress(), own, senderMac, sender);
            counters.increment(StackCounter.ARP_REPLIES_SENT);
            loop.link().send(arpFrame);
        }
        return DropReason.ACCEPTED;
    }

    /** Tells all neighbours our address, so that they correct what they remember of an earlier station. */
    void announce() {
        int own = config.address().address();
        ArpPacket.write(arpFrame, ArpPacket.REQUEST, loop.link().macAddress(), own, 0, own);
        counters.increment(StackCounter.ARP_REQUESTS_SENT);
        loop.link().send(arpFrame);
    }

    int size() {
        return neighbours.size();
    }

    @Override
    public void onTimer(long key, long nowNanos) {
        Neighbour neighbour = neighbours.get((int) key);
        if (neighbour == null) {
            return;
        }
        neighbour.timer = TimerWheel.NO_TIMER;
        if (neighbour.state == Neighbour.State.REACHABLE) {
            if (!neighbour.used) {
                remove(neighbour);
                return;
            }
            neighbour.state = Neighbour.State.REFRESHING;
            neighbour.requests = 0;
        }
        if (neighbour.requests == MAX_REQUESTS) {
            counters.increment(StackCounter.NEIGHBOURS_UNREACHABLE);
            remove(neighbour);
            return;
        }
        request(neighbour);
    }

    private Neighbour begin(int address) {
        Neighbour neighbour = create(address);
        request(neighbour);
        return neighbour;
    }

    private Neighbour create(int address) {
        if (neighbours.size() >= MAX_NEIGHBOURS) {
            remove(neighbours.values().iterator().next());
        }
        Neighbour neighbour = new Neighbour(address);
        neighbours.put(address, neighbour);
        return neighbour;
    }

    private void request(Neighbour neighbour) {
        neighbour.requests++;
        int own = config.address().address();
        ArpPacket.write(arpFrame, ArpPacket.REQUEST, loop.link().macAddress(), own, 0, neighbour.address);
        counters.increment(StackCounter.ARP_REQUESTS_SENT);
        loop.link().send(arpFrame);
        arm(neighbour, REQUEST_INTERVAL_NANOS);
    }

    private void confirm(Neighbour neighbour, long macAddress) {
        neighbour.macAddress = macAddress;
        neighbour.state = Neighbour.State.REACHABLE;
        neighbour.used = false;
        arm(neighbour, REACHABLE_NANOS);
        for (Frame frame = neighbour.waiting.poll(); frame != null; frame = neighbour.waiting.poll()) {
            EthernetHeader.destination(frame, macAddress);
            neighbour.used = true;
            loop.link().send(frame);
            pool.release(frame);
        }
    }

    private void arm(Neighbour neighbour, long nanos) {
        loop.timers().cancel(neighbour.timer);
        neighbour.timer = loop.timers().schedule(loop.clock().nanoTime() + nanos, this, neighbour.address);
    }

    private SendResult enqueue(Neighbour neighbour, Frame frame) {
        if (neighbour.waiting.size() == MAX_WAITING) {
            return SendResult.DROPPED;
        }
        neighbour.waiting.add(pool.copyOf(frame));
        return SendResult.QUEUED;
    }

    private void remove(Neighbour neighbour) {
        neighbours.remove(neighbour.address);
        loop.timers().cancel(neighbour.timer);
        if (lastUsed == neighbour) {
            lastUsed = null;
        }
        // The entry is gone before anyone is told: what they send in answer starts a new resolution.
        for (Frame frame = neighbour.waiting.poll(); frame != null; frame = neighbour.waiting.poll()) {
            try {
                undeliverable.accept(frame);
            } finally {
                pool.release(frame);
            }
        }
    }

    private boolean isNeighbour(int address) {
        return config.address().contains(address)
                && Ipv4Address.isUnicast(address)
                && !config.address().isBroadcast(address);
    }
}
