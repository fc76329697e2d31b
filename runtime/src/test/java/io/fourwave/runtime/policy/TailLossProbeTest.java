package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 8985 sections 7.2 to 7.4; sequence numbers are placed so that they wrap. */
class TailLossProbeTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final int END = 500;

    private final TailLossProbe probe = new TailLossProbe();
    private final RetransmissionTimeout timeout =
            new RetransmissionTimeout(1000 * MILLISECOND, 200 * MILLISECOND, 60_000 * MILLISECOND, MILLISECOND);

    @BeforeEach
    void asNew() {
        probe.reset();
    }

    @Test
    void r8985_08_worthwhile_withSackWhileNothingIsMissing() {
        assertThat(probe.worthwhile(true, false)).isTrue();
        assertThat(probe.worthwhile(false, false)).isFalse();
        assertThat(probe.worthwhile(true, true)).isFalse();
        probe.duplicate(END - 100);
        assertThat(probe.worthwhile(true, false)).isFalse();
        probe.acknowledged(END - 50);
        assertThat(probe.worthwhile(true, false)).isTrue();
    }

    @Test
    void r8985_09_timeout_isTwiceTheRoundTrip_longerForOneSegment_shorterThanTheRto() {
        assertThat(probe.timeoutNanos(timeout, false, 0)).isEqualTo(999 * MILLISECOND);
        timeout.sample(10 * MILLISECOND);
        assertThat(probe.timeoutNanos(timeout, false, 50 * MILLISECOND)).isEqualTo(20 * MILLISECOND);
        assertThat(probe.timeoutNanos(timeout, true, 50 * MILLISECOND)).isEqualTo(70 * MILLISECOND);
        assertThat(probe.timeoutNanos(timeout, true, 500 * MILLISECOND)).isEqualTo(199 * MILLISECOND);
    }

    @Test
    void r8985_10_oneAtATime_andASampleBetweenTwo() {
        probe.sent(END, true);
        assertThat(probe.worthwhile(true, false)).isFalse();
        probe.acknowledged(END + 10);
        assertThat(probe.worthwhile(true, false)).isFalse();
        probe.sampled();
        assertThat(probe.worthwhile(true, false)).isTrue();
    }

    @Test
    void r8985_13_acknowledgmentBeyondARepeatedSegment_isARepairedLoss_once() {
        probe.sent(END, true);
        assertThat(probe.acknowledged(END - 1)).isFalse();
        assertThat(probe.acknowledged(END)).isFalse();
        assertThat(probe.acknowledged(END + 1)).isTrue();
        assertThat(probe.acknowledged(END + 2)).isFalse();
    }

    @Test
    void r8985_13_twoAcknowledgmentsOfIt_areNoLoss() {
        probe.sent(END, true);
        probe.acknowledged(END);
        probe.duplicate(END);
        assertThat(probe.acknowledged(END + 1)).isFalse();
        probe.sampled();
        assertThat(probe.worthwhile(true, false)).isTrue();
    }

    @Test
    void newDataAsAProbe_areLetOutOnce_andTheirAcknowledgmentTellsNoLoss() {
        probe.sent(END, false);
        assertThat(probe.newDataDue()).isTrue();
        probe.newDataSent(END + 100);
        assertThat(probe.newDataDue()).isFalse();
        assertThat(probe.acknowledged(END + 100)).isFalse();
    }

    @Test
    void timeoutOfTheRetransmission_endsIt() {
        probe.sent(END, true);
        probe.timedOut();
        assertThat(probe.acknowledged(END + 1)).isFalse();
    }
}
