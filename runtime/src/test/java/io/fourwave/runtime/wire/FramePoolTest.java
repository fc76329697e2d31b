package io.fourwave.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramePoolTest {
    private final FramePool pool = new FramePool();
    private final Frame original = new Frame();

    @Test
    void copies_areReused_perSize() {
        original.length(1514);
        original.markChecksumPartial(84, 16).segmentSize(1448);
        Frame ordinary = pool.copyOf(original);
        assertThat(ordinary.toArray()).isEqualTo(original.toArray());
        assertThat(ordinary.checksum()).isEqualTo(Frame.ChecksumState.PARTIAL);
        assertThat(ordinary.segmentSize()).isEqualTo(1448);
        assertThat(ordinary.maxLength()).isLessThan(2048);
        original.length(Frame.MAX_LENGTH);
        Frame large = pool.copyOf(original);
        pool.release(ordinary);
        pool.release(large);
        assertThat(pool.copyOf(original)).isSameAs(large);
        original.length(60);
        assertThat(pool.copyOf(original)).isSameAs(ordinary);
        assertThat(pool.created()).isEqualTo(2);
        assertThat(pool.inUse()).isEqualTo(2);
    }

    @Test
    void fullSizedFrame_holdsTheLargestDatagram_atACacheLine() {
        assertThat(original.maxLength()).isGreaterThanOrEqualTo(EthernetHeader.LENGTH + 65535);
        assertThat((original.nativeAddress() + Frame.NETWORK_OFFSET) % 64).isZero();
        assertThatThrownBy(() -> original.length(Frame.MAX_LENGTH + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
