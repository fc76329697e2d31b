package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.Frame;

/**
 * A device that carries Ethernet frames. All methods but {@link #wakeUp} and {@link #counters} belong to the thread of
 * the loop that drives the link.
 *
 * <p>{@code receive} and {@code send} copy: a link never keeps a reference to a frame it was given.
 */
public interface Link extends AutoCloseable {
    /** The interface's name, for messages. */
    String name();

    /** Octets of the largest IP datagram in an ordinary frame. */
    int mtuOctets();

    /** The Ethernet address our station has on this link, in the low 48 bits. */
    long macAddress();

    LinkCapabilities capabilities();

    /**
     * Takes the next frame, without waiting.
     *
     * @return false if there is none now
     * @throws LinkException if the device is gone for good
     */
    boolean receive(Frame into);

    /**
     * Sends a frame, without waiting.
     *
     * @return false if the device refused it; counted, and to be treated as a loss on the wire
     */
    boolean send(Frame frame);

    /**
     * Waits until a frame can be received, {@link #wakeUp} is called, or the time is over, whichever comes first; may
     * return early without any reason.
     *
     * @param timeoutNanos longest wait; 0 or less does not wait, {@link Long#MAX_VALUE} is without limit
     */
    void poll(long timeoutNanos);

    /** Ends a present or the next {@link #poll}; any thread. */
    void wakeUp();

    /**
     * The clock reading at which this link will have something to do that {@link #poll} on the device cannot see (a delayed
     * frame), or {@link Long#MAX_VALUE}. In virtual time this is when the next frame arrives.
     */
    default long nextEventNanos() {
        return Long.MAX_VALUE;
    }

    EnumCounters<LinkCounter> counters();

    /** Releases the device; idempotent. */
    @Override
    void close();
}
