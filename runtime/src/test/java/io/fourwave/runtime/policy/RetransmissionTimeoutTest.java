package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** RFC 6298 section 2, rule by rule. */
class RetransmissionTimeoutTest {
    private static final long MS = 1_000_000;

    private final RetransmissionTimeout timeout = new RetransmissionTimeout(1000 * MS, 200 * MS, 120_000 * MS, MS);

    @Test
    void r6298_2_1_beforeTheFirstSample_isTheInitialTimeout() {
        assertThat(timeout.rtoNanos()).isEqualTo(1000 * MS);
        assertThat(timeout.sampled()).isFalse();
    }

    @Test
    void r6298_2_2_firstSample_isSrttPlusFourTimesHalfOfIt() {
        timeout.sample(300 * MS);
        assertThat(timeout.srttNanos()).isEqualTo(300 * MS);
        assertThat(timeout.rttvarNanos()).isEqualTo(150 * MS);
        assertThat(timeout.rtoNanos()).isEqualTo(900 * MS);
    }

    @Test
    void r6298_2_3_laterSample_updatesTheVariationWithTheOldSrtt() {
        timeout.sample(400 * MS);
        timeout.sample(800 * MS);
        // RTTVAR = 3/4 * 200 + 1/4 * |400 - 800|; SRTT = 7/8 * 400 + 1/8 * 800
        assertThat(timeout.rttvarNanos()).isEqualTo(250 * MS);
        assertThat(timeout.srttNanos()).isEqualTo(450 * MS);
        assertThat(timeout.rtoNanos()).isEqualTo(1450 * MS);
    }

    @Test
    void r6298_2_4_shortRoundTrip_isRoundedUpToTheMinimum() {
        timeout.sample(MS / 10);
        assertThat(timeout.rtoNanos()).isEqualTo(200 * MS);
    }

    @Test
    void r6298_2_5_longRoundTrip_isCapped() {
        timeout.sample(100_000 * MS);
        assertThat(timeout.rtoNanos()).isEqualTo(120_000 * MS);
    }

    @Test
    void r6298_4_steadyRoundTrip_keepsTheClocksGranularity() {
        RetransmissionTimeout coarse = new RetransmissionTimeout(1000 * MS, MS, 120_000 * MS, 100 * MS);
        for (int i = 0; i < 200; i++) {
            coarse.sample(500 * MS);
        }
        assertThat(coarse.rttvarNanos()).isLessThan(10);
        assertThat(coarse.rtoNanos()).isEqualTo(600 * MS);
    }

    @Test
    void r6298_5_7_lostSyn_startsDataTransferWithThreeSeconds() {
        timeout.synWasRetransmitted();
        assertThat(timeout.rtoNanos()).isEqualTo(3000 * MS);
    }

    @Test
    void r6298_5_7_lostSynButASampleSince_keepsTheSample() {
        timeout.sample(10 * MS);
        timeout.synWasRetransmitted();
        assertThat(timeout.rtoNanos()).isEqualTo(200 * MS);
    }

    @Test
    void reset_forgetsThePath() {
        timeout.sample(10 * MS);
        timeout.reset();
        assertThat(timeout.rtoNanos()).isEqualTo(1000 * MS);
        assertThat(timeout.sampled()).isFalse();
    }

    @Test
    void boundsTheWrongWayRound_areRefused() {
        assertThatThrownBy(() -> new RetransmissionTimeout(MS, 2 * MS, MS, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anyHistory_keepsTheTimeoutBetweenItsBounds(@ForAll @LongRange(min = -5, max = 1L << 40) long[] samples) {
        RetransmissionTimeout any = new RetransmissionTimeout(1000 * MS, 200 * MS, 120_000 * MS, MS);
        for (long sample : samples) {
            any.sample(sample);
            assertThat(any.rtoNanos()).isBetween(200 * MS, 120_000 * MS);
            assertThat(any.srttNanos()).isNotNegative();
            assertThat(any.rttvarNanos()).isNotNegative();
        }
    }
}
