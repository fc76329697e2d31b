package io.fourwave.conformance.rerun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is under way, to both ends. As in the model: a segment beyond the capacity, or on a path that is cut, is gone. */
final class Channel {
    private final boolean inOrder;
    private final long capacity;
    private final long lifetimeTicks;
    private final List<List<Packet>> toPeer = List.of(new ArrayList<>(), new ArrayList<>());
    private final int[] sent = new int[2];
    private boolean cut;

    /** @param lifetimeTicks age at which a segment has to arrive or to be lost before time goes on; or {@link Long#MAX_VALUE} */
    Channel(boolean inOrder, long capacity, long lifetimeTicks) {
        this.inOrder = inOrder;
        this.capacity = capacity;
        this.lifetimeTicks = lifetimeTicks;
    }

    /** The number the next segment of this end has. */
    int nextOf(int from) {
        return sent[from] + 1;
    }

    void send(Packet packet) {
        sent[packet.from]++;
        List<Packet> there = toPeer.get(1 - packet.from);
        if (!cut && taken(there) < capacity) {
            there.add(packet);
        }
    }

    /** On a channel that reorders, equal segments of one age are one. */
    private long taken(List<Packet> there) {
        if (inOrder) {
            return there.size();
        }
        Set<String> different = new HashSet<>();
        there.forEach(packet -> different.add(packet.ageTicks + " " + packet.key));
        return different.size();
    }

    /** The segment, if it is under way and it is its turn; else null. */
    Packet find(int from, int ofSender) {
        return deliverable(1 - from).stream()
                .filter(packet -> packet.ofSender == ofSender)
                .findFirst()
                .orElse(null);
    }

    /** What may arrive at this end now, the oldest first. */
    List<Packet> deliverable(int at) {
        List<Packet> there = toPeer.get(at);
        return inOrder && there.size() > 1 ? there.subList(0, 1) : there;
    }

    List<Packet> underWayTo(int at) {
        return List.copyOf(toPeer.get(at));
    }

    void remove(Packet packet) {
        toPeer.get(1 - packet.from).remove(packet);
    }

    boolean isEmpty() {
        return toPeer.get(0).isEmpty() && toPeer.get(1).isEmpty();
    }

    /** A segment that cannot get any older, or null. */
    Packet atItsEnd() {
        for (List<Packet> there : toPeer) {
            for (Packet packet : there) {
                if (packet.ageTicks >= lifetimeTicks) {
                    return inOrder ? there.get(0) : packet;
                }
            }
        }
        return null;
    }

    void older() {
        toPeer.forEach(there -> there.forEach(packet -> packet.ageTicks++));
    }

    boolean isCut() {
        return cut;
    }

    void cut() {
        cut = true;
        toPeer.forEach(List::clear);
    }

    /** Age and contents of all that is under way, in the order of arrival where there is one. */
    List<String> contents() {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            List<String> there = new ArrayList<>();
            for (Packet packet : toPeer.get(at)) {
                there.add("to " + at + ", age " + packet.ageTicks + ": " + packet.key);
            }
            if (!inOrder) {
                there.sort(null);
            }
            all.addAll(there);
        }
        return all;
    }
}
