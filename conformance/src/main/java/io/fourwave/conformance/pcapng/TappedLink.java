package io.fourwave.conformance.pcapng;

import io.fourwave.runtime.link.ForwardingLink;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.wire.Frame;

/** A link whose frames somebody else sees too. Put it around an impaired link to see what our stack sees, inside one to see the wire. */
public final class TappedLink extends ForwardingLink {
    private final LinkTap tap;

    public TappedLink(Link link, LinkTap tap) {
        super(link);
        this.tap = tap;
    }

    @Override
    public boolean receive(Frame into) {
        boolean received = super.receive(into);
        if (received) {
            tap.received(into);
        }
        return received;
    }

    @Override
    public boolean send(Frame frame) {
        boolean accepted = super.send(frame);
        tap.sent(frame, accepted);
        return accepted;
    }

    @Override
    public void poll(long timeoutNanos) {
        tap.idle();
        super.poll(timeoutNanos);
    }

    @Override
    public void close() {
        tap.idle();
        super.close();
    }
}
