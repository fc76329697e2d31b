package io.fourwave.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.machine.Octets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SendRingTest {
    private final BufferPool pool = new BufferPool(1 << 24);

    @Property(tries = 300)
    void anyAppendsAndReleases_holdWhatAPlainArrayHolds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20_000) int capacity) {
        Random random = new Random(seed);
        SendRing ring = new SendRing(pool, capacity);
        byte[] model = new byte[0];
        for (int step = 0; step < 60; step++) {
            if (random.nextBoolean()) {
                byte[] data = new byte[random.nextInt(Math.min(6000, ring.free() + 1))];
                random.nextBytes(data);
                ring.append(ArrayOctets.of(data));
                model = joined(model, data);
            } else {
                int n = random.nextInt(model.length + 1);
                ring.release(n);
                model = Arrays.copyOfRange(model, n, model.length);
            }
            assertThat(ring.length()).isEqualTo(model.length);
            assertThat(ring.free()).isEqualTo(capacity - model.length);
            int offset = random.nextInt(model.length + 1);
            int length = random.nextInt(model.length - offset + 1);
            assertThat(ArrayOctets.read(ring.slice(offset, length, new Octets())))
                    .isEqualTo(Arrays.copyOfRange(model, offset, offset + length));
            if (step % 10 == 0) {
                ArrayOctets.State state = new ArrayOctets.State();
                ring.save(state);
                SendRing restored = new SendRing(pool, capacity);
                restored.restore(state);
                assertThat(ArrayOctets.read(restored.slice(0, restored.length(), new Octets())))
                        .isEqualTo(model);
                restored.clear();
            }
        }
        ring.clear();
        assertThat(pool.heldOctets()).as("cleared streams give everything back").isZero();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void appendBeyondTheCapacity_isRefusedAndChangesNothing() {
        SendRing ring = new SendRing(pool, 10);
        ring.append(ArrayOctets.of(new byte[8]));
        assertThatThrownBy(() -> ring.append(ArrayOctets.of(new byte[3])))
                .hasMessage("3 octets are appended where there is room for 2");
        assertThat(ring.length()).isEqualTo(8);
    }

    @Test
    void releaseOrSliceOfMoreThanIsHeld_isRefused() {
        SendRing ring = new SendRing(pool, 10);
        ring.append(ArrayOctets.of(new byte[8]));
        assertThatThrownBy(() -> ring.release(9)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.release(-1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.slice(5, 4, new Octets())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.slice(Integer.MAX_VALUE, 2, new Octets()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void restoreOfMoreThanTheCapacity_isRefused() {
        ArrayOctets.State state = new ArrayOctets.State();
        state.octets(new ArrayOctets(new byte[11]), 0, 11);
        assertThatThrownBy(() -> new SendRing(pool, 10).restore(state)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void busyStream_takesItsStorageFromThePoolAndNotFromTheHeap() {
        BufferPool own = new BufferPool(1 << 24);
        SendRing ring = new SendRing(own, 1 << 16);
        Octets data = ArrayOctets.of(new byte[30_000]);
        ring.append(data);
        ring.release(30_000);
        byte[] reused = own.take(30_000);
        own.give(reused);
        ring.append(data);
        assertThat(own.heldOctets()).isEqualTo(1 << 15);
        assertThat(own.take(30_000)).as("the ring holds the pooled array again").isNotSameAs(reused);
    }
}
