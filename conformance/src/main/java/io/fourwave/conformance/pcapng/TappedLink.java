package io.fourwave.conformance.pcapng;

import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.LinkCapabilities;
import io.fourwave.runtime.link.LinkCounter;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.Frame;

/** A link whose frames somebody else sees too. Put it around an impaired link to see what our stack sees, inside one to see the wire. */
public final class TappedLink implements Link {
    private final Link link;
    private final LinkTap tap;

    public TappedLink(Link link, LinkTap tap) {
        this.link = link;
        this.tap = tap;
    }

    @Override
    public boolean receive(Frame into) {
        boolean received = link.receive(into);
        if (received) {
            tap.received(into);
        }
        return received;
    }

    @Override
    public boolean send(Frame frame) {
        boolean accepted = link.send(frame);
        tap.sent(frame, accepted);
        return accepted;
    }

    @Override
    public void poll(long timeoutNanos) {
        tap.idle();
        link.poll(timeoutNanos);
    }

    @Override
    public String name() {
        return link.name();
    }

    @Override
    public int mtuOctets() {
        return link.mtuOctets();
    }

    @Override
    public long macAddress() {
        return link.macAddress();
    }

    @Override
    public LinkCapabilities capabilities() {
        return link.capabilities();
    }

    @Override
    public void wakeUp() {
        link.wakeUp();
    }

    @Override
    public long nextEventNanos() {
        return link.nextEventNanos();
    }

    @Override
    public EnumCounters<LinkCounter> counters() {
        return link.counters();
    }

    @Override
    public void close() {
        tap.idle();
        link.close();
    }
}
