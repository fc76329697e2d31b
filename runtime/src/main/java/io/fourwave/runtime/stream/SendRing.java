package io.fourwave.runtime.stream;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.SendStream;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;

/** A send stream over a ring that grows up to its capacity. */
public final class SendRing implements SendStream {
    private final Ring ring;
    private final int capacity;
    private final Octets view = new Octets();
    /** Position of the first octet held. */
    private int head;

    private int length;

    /** @param capacity in octets, at most 2^30 */
    public SendRing(BufferPool pool, int capacity) {
        this.ring = new Ring(pool);
        this.capacity = capacity;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int free() {
        return capacity - length;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void append(Octets data) {
        int count = data.length();
        if (count > capacity - length) {
            throw new IllegalStateException(count + " octets are appended where there is room for " + free());
        }
        if (count == 0) {
            return;
        }
        ring.reserve(head, length, length + count);
        ring.write(head + length, data, 0, count);
        length += count;
    }

    @Override
    public void release(int n) {
        if (n < 0 || n > length) {
            throw new IllegalStateException(n + " octets are released where " + length + " are held");
        }
        head += n;
        length -= n;
        if (length == 0) {
            ring.empty();
        }
    }

    @Override
    public Octets slice(int offset, int count, Octets out) {
        if (offset < 0 || count < 0 || count > length - offset) {
            throw new IllegalStateException(
                    count + " octets from " + offset + " are asked for where " + length + " are held");
        }
        return ring.view(head + offset, count, out);
    }

    @Override
    public void clear() {
        head = 0;
        length = 0;
        ring.forget();
    }

    @Override
    public void save(StateSink sink) {
        slice(0, length, view);
        sink.octets(view.source(), view.offset(), view.length());
    }

    @Override
    public void restore(StateSource source) {
        clear();
        Octets held = source.octets();
        if (held.length() > capacity) {
            throw new IllegalArgumentException(held.length() + " octets do not fit a stream of " + capacity);
        }
        append(held);
    }
}
