package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 6298 section 3: what may be measured. */
class RoundTripSamplerTest {
    private final RoundTripSampler sampler = new RoundTripSampler();

    @Test
    void acknowledgedSegment_isASample() {
        sampler.sent(2000, 100);
        assertThat(sampler.acknowledged(1999, 150)).isEqualTo(RoundTripSampler.NONE);
        assertThat(sampler.acknowledged(2000, 180)).isEqualTo(80);
    }

    @Test
    void oneSegmentAtATime_theFirstOfTheFlightIsTimed() {
        sampler.sent(2000, 100);
        sampler.sent(3000, 120);
        assertThat(sampler.acknowledged(3000, 200)).isEqualTo(100);
        assertThat(sampler.acknowledged(3000, 210)).isEqualTo(RoundTripSampler.NONE);
    }

    @Test
    void karn_retransmittedSegment_isNoSample() {
        sampler.sent(2000, 100);
        sampler.retransmitted(1000);
        assertThat(sampler.acknowledged(2000, 180)).isEqualTo(RoundTripSampler.NONE);
    }

    @Test
    void karn_earlierSegmentRetransmitted_isNoSampleEither() {
        // The acknowledgment of the timed segment waits for the hole before it to be filled.
        sampler.sent(3000, 100);
        sampler.retransmitted(1000);
        assertThat(sampler.acknowledged(3000, 900)).isEqualTo(RoundTripSampler.NONE);
    }

    @Test
    void afterARetransmission_newDataAreTimedAgain() {
        sampler.sent(2000, 100);
        sampler.retransmitted(1000);
        sampler.sent(4000, 300);
        assertThat(sampler.acknowledged(4000, 340)).isEqualTo(40);
    }

    @Test
    void sequenceNumbersWrap() {
        sampler.sent(0x00000010, 100);
        assertThat(sampler.acknowledged(0xfffffff0, 110)).isEqualTo(RoundTripSampler.NONE);
        assertThat(sampler.acknowledged(0x00000010, 120)).isEqualTo(20);
    }
}
