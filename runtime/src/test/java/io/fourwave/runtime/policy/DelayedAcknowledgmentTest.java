package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelayedAcknowledgmentTest {
    private static final int MSS = 1460;

    private final DelayedAcknowledgment delayed = new DelayedAcknowledgment();

    private void pastTheQuickOnes() {
        for (int i = 0; i < 16; i++) {
            assertThat(delayed.now(MSS, MSS, true)).isTrue();
            delayed.acknowledged();
        }
    }

    @Test
    void shld19_everySecondFullSegment_isAcknowledged() {
        pastTheQuickOnes();
        for (int i = 0; i < 3; i++) {
            assertThat(delayed.now(MSS, MSS, true)).isFalse();
            assertThat(delayed.now(MSS, MSS, true)).isTrue();
            delayed.acknowledged();
        }
    }

    @Test
    void smallSegments_waitForTheTimer() {
        pastTheQuickOnes();
        for (int i = 0; i < 10; i++) {
            assertThat(delayed.now(100, MSS, true)).isFalse();
        }
    }

    @Test
    void r5681_4_2_outOfOrder_isAcknowledgedAtOnce() {
        pastTheQuickOnes();
        assertThat(delayed.now(100, MSS, false)).isTrue();
    }

    @Test
    void offloadedSegmentOfManyFullOnes_isAcknowledgedAtOnce() {
        pastTheQuickOnes();
        assertThat(delayed.now(20 * MSS, MSS, true)).isTrue();
    }
}
