package io.fourwave.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.machine.Octets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReceiveRingTest {
    private final BufferPool pool = new BufferPool(1 << 24);

    /** Every octet has a place of its own and a mark whether it is there: as slow and as plain as can be. */
    private static final class Model {
        final int capacity;
        final byte[] octets = new byte[1 << 20];
        final boolean[] held = new boolean[1 << 20];
        int taken;
        int edge;

        Model(int capacity) {
            this.capacity = capacity;
        }

        void place(int offset, byte[] data) {
            for (int i = 0; i < data.length; i++) {
                int at = edge + offset + i;
                if (at >= edge && at < taken + capacity && !held[at]) {
                    held[at] = true;
                    octets[at] = data[i];
                }
            }
        }

        int ready() {
            int at = edge;
            while (held[at]) {
                at++;
            }
            return at - edge;
        }
    }

    @Property(tries = 400)
    void anySegments_areReassembledAsByAPlainArray(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9000) int capacity) {
        Random random = new Random(seed);
        ReceiveRing ring = new ReceiveRing(pool, capacity);
        Model model = new Model(capacity);
        for (int step = 0; step < 80; step++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    int n = random.nextInt(ring.ready() + 1);
                    ring.commit(n);
                    model.edge += n;
                }
                case 1 -> {
                    int n = random.nextInt(ring.readable() + 1);
                    Octets view = ring.peek(n, new Octets());
                    byte[] expected = java.util.Arrays.copyOfRange(model.octets, model.taken, model.taken + n);
                    assertThat(ArrayOctets.read(view)).isEqualTo(expected);
                    ring.take(n);
                    model.taken += n;
                }
                default -> {
                    int offset = random.nextInt(capacity + capacity / 2 + 20) - capacity / 4 - 10;
                    // Each copy of an octet is different, so that the test sees which one was kept.
                    byte[] data = new byte[random.nextInt(capacity / 4 + 3)];
                    random.nextBytes(data);
                    ring.place(offset, ArrayOctets.of(data));
                    model.place(offset, data);
                }
            }
            compare(ring, model);
            if (step % 20 == 0) {
                ring = savedAndRestored(ring, capacity);
                compare(ring, model);
            }
        }
        ring.commit(ring.ready());
        model.edge += ring.readable() - (model.edge - model.taken);
        byte[] rest = java.util.Arrays.copyOfRange(model.octets, model.taken, model.edge);
        assertThat(ArrayOctets.read(ring.peek(ring.readable(), new Octets()))).isEqualTo(rest);
        ring.clear();
        assertThat(pool.heldOctets()).as("cleared streams give everything back").isZero();
    }

    private ReceiveRing savedAndRestored(ReceiveRing ring, int capacity) {
        ArrayOctets.State state = new ArrayOctets.State();
        ring.save(state);
        ReceiveRing restored = new ReceiveRing(pool, capacity);
        restored.restore(state);
        ArrayOctets.State first = new ArrayOctets.State();
        ring.save(first);
        ArrayOctets.State second = new ArrayOctets.State();
        restored.save(second);
        assertThat(second).isEqualTo(first);
        ring.clear();
        return restored;
    }

    private static void compare(ReceiveRing ring, Model model) {
        assertThat(ring.readable()).isEqualTo(model.edge - model.taken);
        assertThat(ring.free()).isEqualTo(model.capacity - ring.readable());
        int ready = model.ready();
        assertThat(ring.ready()).isEqualTo(ready);
        int ranges = 0;
        int ahead = 0;
        int at = model.edge + ready;
        int limit = model.taken + model.capacity;
        while (at < limit) {
            if (!model.held[at]) {
                at++;
                continue;
            }
            int start = at;
            while (at < limit && model.held[at]) {
                at++;
            }
            assertThat(ring.rangesAhead()).isGreaterThan(ranges);
            assertThat(ring.rangeOffset(ranges)).isEqualTo(start - model.edge);
            assertThat(ring.rangeLength(ranges)).isEqualTo(at - start);
            ahead += at - start;
            ranges++;
        }
        assertThat(ring.rangesAhead()).isEqualTo(ranges);
        assertThat(ring.ahead()).isEqualTo(ahead);
    }

    @Test
    void dataBeyondTheCapacity_isDroppedAndTheRestKept() {
        ReceiveRing ring = new ReceiveRing(pool, 10);
        ring.place(8, ArrayOctets.of(new byte[] {1, 2, 3, 4}));
        assertThat(ring.rangesAhead()).isEqualTo(1);
        assertThat(ring.rangeOffset(0)).isEqualTo(8);
        assertThat(ring.rangeLength(0)).isEqualTo(2);
    }

    @Test
    void overlappingSegments_theFirstCopyStays() {
        ReceiveRing ring = new ReceiveRing(pool, 10);
        ring.place(2, ArrayOctets.of(new byte[] {2, 3}));
        ring.place(0, ArrayOctets.of(new byte[] {9, 9, 9, 9, 9}));
        ring.commit(5);
        assertThat(ArrayOctets.read(ring.peek(5, new Octets()))).containsExactly(9, 9, 2, 3, 9);
    }

    @Test
    void commitOrTakeOfMoreThanIsThere_isRefused() {
        ReceiveRing ring = new ReceiveRing(pool, 10);
        ring.place(0, ArrayOctets.of(new byte[4]));
        assertThatThrownBy(() -> ring.commit(5)).hasMessage("5 octets are committed where 4 are ready");
        ring.commit(4);
        assertThatThrownBy(() -> ring.take(5)).hasMessage("5 octets are taken where 4 are readable");
        assertThatThrownBy(() -> ring.peek(5, new Octets())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyHoles_areKeptApart() {
        ReceiveRing ring = new ReceiveRing(pool, 4096);
        for (int i = 1; i < 4096; i += 2) {
            ring.place(i, ArrayOctets.of(new byte[] {(byte) i}));
        }
        assertThat(ring.rangesAhead()).isEqualTo(2048);
        ring.place(0, ArrayOctets.of(new byte[4096]));
        assertThat(ring.ready()).isEqualTo(4096);
        assertThat(ring.rangesAhead()).isZero();
    }

    @Test
    void restoreOfRangesOutOfOrder_isRefusedAndLeavesItEmpty() {
        ArrayOctets.State state = new ArrayOctets.State();
        state.value(0L);
        state.octets(new ArrayOctets(new byte[2]), 0, 2);
        state.value(1L);
        state.value(2L);
        state.octets(new ArrayOctets(new byte[2]), 0, 2);
        ReceiveRing ring = new ReceiveRing(pool, 100);
        assertThatThrownBy(() -> ring.restore(state)).hasMessageContaining("not a range ahead");
        assertThat(ring.ready()).isZero();
    }
}
