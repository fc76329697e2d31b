package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.Frame;

/** A link in front of another that changes what a subclass says: to record frames, to count them, to lose them. */
public abstract class ForwardingLink implements Link {
    private final Link link;

    protected ForwardingLink(Link link) {
        this.link = link;
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
    public boolean receive(Frame into) {
        return link.receive(into);
    }

    @Override
    public boolean send(Frame frame) {
        return link.send(frame);
    }

    @Override
    public void poll(long timeoutNanos) {
        link.poll(timeoutNanos);
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
        link.close();
    }
}
