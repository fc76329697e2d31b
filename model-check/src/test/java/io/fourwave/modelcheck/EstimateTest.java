package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static TlcProgress at(double seconds, long distinct, long queue) {
        return new TlcProgress(4 * distinct, distinct, queue, 9, seconds);
    }

    @Test
    void pinnedStates_whatIsMissingAtTheRateOfTheLastMinute() {
        Estimate estimate = new Estimate(100_000);
        assertThat(estimate.seconds(at(0, 0, 1))).isEmpty();
        assertThat(estimate.seconds(at(1, 10, 5))).isEmpty();
        // A slow beginning does not count any more after a minute.
        assertThat(estimate.seconds(at(50, 1_000, 400))).hasValue(50 * 99_000 / 1_000.0);
        assertThat(estimate.seconds(at(100, 51_000, 400))).hasValue(50 * 49_000 / 50_000.0);
        assertThat(estimate.seconds(at(110, 100_001, 400))).isEmpty();
    }

    @Test
    void nothingPinned_theQueueMustGetShorter() {
        Estimate estimate = new Estimate(-1);
        assertThat(estimate.seconds(at(0, 0, 1))).isEmpty();
        assertThat(estimate.seconds(at(10, 5_000, 3_000))).isEmpty();
        estimate.seconds(at(65, 20_000, 4_000));
        OptionalDouble left = estimate.seconds(at(85, 30_000, 2_000));
        assertThat(left).hasValue(20 * 2_000 / 2_000.0);
    }
}
