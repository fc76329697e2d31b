package io.fourwave.runtime.policy;

import static io.fourwave.runtime.policy.SegmentSizing.newDataOctets;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 3.8.6.2.1 and 3.7.4. */
class SegmentSizingTest {
    private static final int MSS = 1460;
    private static final int MAX_WINDOW = 65535;

    @Test
    void fullSegment_goesAtOnce_evenWithNagleAndDataInFlight() {
        assertThat(newDataOctets(5000, 20000, MSS, MAX_WINDOW, false, true)).isEqualTo(MSS);
    }

    @Test
    void nagle_smallSegmentWaitsWhileDataAreInFlight() {
        assertThat(newDataOctets(10, 20000, MSS, MAX_WINDOW, false, true)).isZero();
        assertThat(newDataOctets(10, 20000, MSS, MAX_WINDOW, true, true)).isEqualTo(10);
    }

    @Test
    void must17_nagleOff_smallSegmentGoesAtOnce() {
        assertThat(newDataOctets(10, 20000, MSS, MAX_WINDOW, false, false)).isEqualTo(10);
    }

    @Test
    void must38_smallOpeningOfTheWindow_isNotUsed() {
        assertThat(newDataOctets(5000, 100, MSS, MAX_WINDOW, true, true)).isZero();
    }

    @Test
    void must38_halfOfTheLargestWindow_isUsed() {
        assertThat(newDataOctets(5000, 600, MSS, 1000, true, true)).isEqualTo(600);
        assertThat(newDataOctets(5000, 499, MSS, 1000, true, true)).isZero();
    }

    @Test
    void closedWindow_orNothingQueued_sendsNothing() {
        assertThat(newDataOctets(5000, 0, MSS, MAX_WINDOW, true, true)).isZero();
        assertThat(newDataOctets(0, 5000, MSS, MAX_WINDOW, true, true)).isZero();
        assertThat(newDataOctets(5, -7, MSS, MAX_WINDOW, true, false)).isZero();
    }
}
