package io.fourwave.runtime.stream;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.ReceiveStream;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;

/**
 * A receive stream over a ring that grows up to its capacity. What arrives out of order is written to where it belongs at once: reassembly moves no octet
 * twice. Of data that arrive twice the first copy stays.
 */
public final class ReceiveRing implements ReceiveStream {
    private final Ring ring;
    private final int capacity;
    private final AheadRanges ahead = new AheadRanges();
    private final Octets view = new Octets();
    /** Position of the edge; the readable octets lie before it. */
    private int edge;

    private int readable;
    private int ready;
    /** Position of what came last and lies ahead. */
    private int newest;

    /** @param capacity in octets, at most 2^30 */
    public ReceiveRing(BufferPool pool, int capacity) {
        this.ring = new Ring(pool);
        this.capacity = capacity;
    }

    @Override
    public void place(int offset, Octets data) {
        long end = Math.min((long) offset + data.length(), free());
        int from = Math.max(offset, ready);
        if (from >= end) {
            return;
        }
        int to = (int) end;
        int held = readable + ready;
        if (ahead.count() > 0) {
            held = readable + (ahead.end(ahead.count() - 1) - edge);
        }
        ring.reserve(edge - readable, held, Math.max(held, readable + to));
        if (ahead.count() == 0) {
            ring.write(edge + from, data, from - offset, to - from);
        } else {
            fillHoles(from, to, offset, data);
        }
        if (from == ready && ahead.count() == 0) {
            ready = to;
            return;
        }
        ahead.add(edge + from, edge + to);
        newest = edge + from;
        joinReady();
    }

    private void fillHoles(int from, int to, int offset, Octets data) {
        int at = from;
        for (int i = ahead.firstEndingAfter(edge + from); at < to; i++) {
            boolean last = i >= ahead.count() || ahead.start(i) - edge >= to;
            int holeEnd = last ? to : ahead.start(i) - edge;
            if (holeEnd > at) {
                ring.write(edge + at, data, at - offset, holeEnd - at);
            }
            if (last) {
                return;
            }
            at = Math.max(at, ahead.end(i) - edge);
        }
    }

    private void joinReady() {
        if (ahead.start(0) - edge <= ready) {
            ready = ahead.end(0) - edge;
            ahead.removeFirst();
        }
    }

    @Override
    public int ready() {
        return ready;
    }

    @Override
    public void commit(int n) {
        if (n < 0 || n > ready) {
            throw new IllegalStateException(n + " octets are committed where " + ready + " are ready");
        }
        edge += n;
        ready -= n;
        readable += n;
    }

    @Override
    public int readable() {
        return readable;
    }

    /** Points a view at the first readable octets. */
    public Octets peek(int length, Octets out) {
        if (length < 0 || length > readable) {
            throw new IllegalStateException(length + " octets are asked for where " + readable + " are readable");
        }
        return ring.view(edge - readable, length, out);
    }

    @Override
    public void take(int n) {
        if (n < 0 || n > readable) {
            throw new IllegalStateException(n + " octets are taken where " + readable + " are readable");
        }
        readable -= n;
        if (readable + ready + ahead.count() == 0) {
            ring.empty();
        }
    }

    @Override
    public int ahead() {
        return ahead.octets();
    }

    @Override
    public int rangesAhead() {
        return ahead.count();
    }

    @Override
    public int rangeOffset(int i) {
        return ahead.start(i) - edge;
    }

    @Override
    public int rangeLength(int i) {
        return ahead.end(i) - ahead.start(i);
    }

    /** The range ahead that the latest octets belong to: what RFC 2018 wants to be told first. 0 when that is not known any more. */
    public int newestRange() {
        int range = ahead.firstEndingAfter(newest);
        return range < ahead.count() && ahead.start(range) - newest <= 0 ? range : 0;
    }

    @Override
    public int free() {
        return capacity - readable;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void clear() {
        edge = 0;
        readable = 0;
        ready = 0;
        ahead.clear();
        ring.forget();
    }

    @Override
    public void save(StateSink sink) {
        sink.value(readable);
        ring.view(edge - readable, readable + ready, view);
        sink.octets(view.source(), view.offset(), view.length());
        sink.value(ahead.count());
        for (int i = 0; i < ahead.count(); i++) {
            sink.value(rangeOffset(i));
            ring.view(ahead.start(i), rangeLength(i), view);
            sink.octets(view.source(), view.offset(), view.length());
        }
    }

    @Override
    public void restore(StateSource source) {
        clear();
        long wasReadable = source.value();
        Octets contiguous = source.octets();
        if (wasReadable < 0 || wasReadable > contiguous.length() || contiguous.length() > capacity) {
            throw new IllegalArgumentException(
                    wasReadable + " of " + contiguous.length() + " octets readable do not fit a stream of " + capacity);
        }
        place(0, contiguous);
        commit((int) wasReadable);
        long ranges = source.value();
        long least = ready + 1L;
        for (long i = 0; i < ranges; i++) {
            long offset = source.value();
            Octets data = source.octets();
            if (offset < least || data.length() == 0 || offset + data.length() > free()) {
                clear();
                throw new IllegalArgumentException(data.length() + " octets at " + offset
                        + " are not a range ahead, in order and within " + capacity);
            }
            place((int) offset, data);
            least = offset + data.length() + 1L;
        }
    }
}
