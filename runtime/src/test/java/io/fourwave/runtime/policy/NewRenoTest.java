package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 5681 and RFC 6582, rule by rule; sequence numbers are placed so that they wrap. */
class NewRenoTest {
    private static final int MSS = 1000;
    private static final int ISS = -5000;
    private static final int FIRST = ISS + 1;

    private final NewReno reno = new NewReno(InitialWindow.RFC6928);

    private void established() {
        reno.established(MSS, ISS, false);
    }

    private void grow(int segments) {
        for (int i = 0; i < segments; i++) {
            reno.acknowledged(MSS, FIRST + (i + 1) * MSS, FIRST + 50 * MSS);
        }
    }

    @Test
    void r5681_3_1_initialWindow_dependsOnTheSegmentSize() {
        assertThat(InitialWindow.RFC5681.octets(536)).isEqualTo(4 * 536);
        assertThat(InitialWindow.RFC5681.octets(1460)).isEqualTo(3 * 1460);
        assertThat(InitialWindow.RFC5681.octets(4000)).isEqualTo(2 * 4000);
    }

    @Test
    void r6928_initialWindow_isTenSegmentsBounded() {
        assertThat(InitialWindow.RFC6928.octets(1000)).isEqualTo(10_000);
        assertThat(InitialWindow.RFC6928.octets(1460)).isEqualTo(14_600);
        assertThat(InitialWindow.RFC6928.octets(9000)).isEqualTo(18_000);
    }

    @Test
    void r5681_3_1_lostSyn_startsWithOneSegment() {
        reno.established(MSS, ISS, true);
        assertThat(reno.windowOctets()).isEqualTo(MSS);
    }

    @Test
    void r5681_3_1_slowStart_growsByWhatIsAcknowledgedAtMostASegment() {
        established();
        reno.acknowledged(MSS, FIRST + MSS, FIRST + 10 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(11 * MSS);
        reno.acknowledged(5 * MSS, FIRST + 6 * MSS, FIRST + 10 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(12 * MSS);
        // A receiver that acknowledges in pieces gains nothing by it.
        reno.acknowledged(10, FIRST + 6 * MSS + 10, FIRST + 10 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(12 * MSS + 10);
    }

    @Test
    void r5681_3_1_avoidance_growsOneSegmentPerWindow() {
        established();
        reno.timedOut(FIRST, FIRST + 8 * MSS, true);
        for (int i = 1; i <= 3; i++) {
            reno.acknowledged(MSS, FIRST + i * MSS, FIRST + 8 * MSS);
        }
        assertThat(reno.ssthreshOctets()).isEqualTo(4 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(4 * MSS);
        for (int i = 4; i <= 7; i++) {
            reno.acknowledged(MSS, FIRST + i * MSS, FIRST + 8 * MSS);
        }
        assertThat(reno.windowOctets()).isEqualTo(5 * MSS);
    }

    @Test
    void r5681_3_2_thirdDuplicate_retransmitsOnceAndHalves() {
        established();
        int nxt = FIRST + 10 * MSS;
        assertThat(reno.duplicate(FIRST, nxt, 0)).isFalse();
        assertThat(reno.duplicate(FIRST, nxt, 0)).isFalse();
        assertThat(reno.duplicate(FIRST, nxt, 0)).isTrue();
        assertThat(reno.recovering()).isTrue();
        assertThat(reno.ssthreshOctets()).isEqualTo(5 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(8 * MSS);
        assertThat(reno.duplicate(FIRST, nxt, 0)).isFalse();
        assertThat(reno.windowOctets()).as("step 4: inflated by one segment").isEqualTo(9 * MSS);
    }

    @Test
    void r3042_firstTwoDuplicates_letOneSegmentEachOut() {
        established();
        int nxt = FIRST + 10 * MSS;
        reno.duplicate(FIRST, nxt, 0);
        assertThat(reno.windowOctets()).isEqualTo(11 * MSS);
        reno.duplicate(FIRST, nxt, 0);
        assertThat(reno.windowOctets()).isEqualTo(12 * MSS);
    }

    @Test
    void r5827_twoSegmentsInFlight_oneDuplicateIsEnough() {
        established();
        assertThat(reno.duplicate(FIRST, FIRST + 2 * MSS, 0)).isTrue();
    }

    @Test
    void r6582_step3_partialAcknowledgment_retransmitsTheNextHoleAndDeflates() {
        established();
        int nxt = FIRST + 10 * MSS;
        for (int i = 0; i < 3; i++) {
            reno.duplicate(FIRST, nxt, 0);
        }
        int before = reno.windowOctets();
        assertThat(reno.acknowledged(4 * MSS, FIRST + 4 * MSS, nxt)).isTrue();
        assertThat(reno.recovering()).isTrue();
        assertThat(reno.windowOctets()).isEqualTo(before - 4 * MSS + MSS);
    }

    @Test
    void r6582_step3_fullAcknowledgment_endsRecoveryWithoutABurst() {
        established();
        int nxt = FIRST + 10 * MSS;
        for (int i = 0; i < 3; i++) {
            reno.duplicate(FIRST, nxt, 0);
        }
        assertThat(reno.acknowledged(10 * MSS, nxt, nxt)).isFalse();
        assertThat(reno.recovering()).isFalse();
        assertThat(reno.windowOctets()).isEqualTo(2 * MSS);
    }

    @Test
    void r6582_step2_duplicatesBelowRecover_doNotHalveTwice() {
        established();
        int nxt = FIRST + 10 * MSS;
        reno.timedOut(FIRST, nxt, true);
        // The receiver had what came behind the hole: its acknowledgment leaps, and what is sent again now is only
        // echoed.
        reno.acknowledged(6 * MSS, FIRST + 6 * MSS, nxt);
        for (int i = 0; i < 5; i++) {
            assertThat(reno.duplicate(FIRST + 6 * MSS, nxt, 0)).isFalse();
        }
        assertThat(reno.recovering()).isFalse();
    }

    @Test
    void r6582_4_1_duplicatesBelowRecover_withoutALeap_areANewLoss() {
        established();
        int nxt = FIRST + 10 * MSS;
        reno.timedOut(FIRST, nxt, true);
        reno.acknowledged(MSS, FIRST + MSS, nxt);
        assertThat(reno.duplicate(FIRST + MSS, nxt, 0)).isFalse();
        assertThat(reno.duplicate(FIRST + MSS, nxt, 0)).isFalse();
        assertThat(reno.duplicate(FIRST + MSS, nxt, 0)).isTrue();
    }

    @Test
    void r5681_3_1_timeout_closesTheWindowToOneSegment() {
        established();
        reno.timedOut(FIRST, FIRST + 10 * MSS, true);
        assertThat(reno.windowOctets()).isEqualTo(MSS);
        assertThat(reno.ssthreshOctets()).isEqualTo(5 * MSS);
    }

    @Test
    void r5681_3_1_timeoutOfARetransmission_keepsTheThreshold() {
        established();
        reno.timedOut(FIRST, FIRST + 10 * MSS, true);
        reno.timedOut(FIRST, FIRST + 3 * MSS, false);
        assertThat(reno.ssthreshOctets()).isEqualTo(5 * MSS);
    }

    @Test
    void timeout_repairsUntilAllThatWasSentIsAcknowledged() {
        established();
        int nxt = FIRST + 10 * MSS;
        reno.timedOut(FIRST, nxt, true);
        assertThat(reno.repairing()).isTrue();
        reno.acknowledged(9 * MSS, FIRST + 9 * MSS, nxt);
        assertThat(reno.repairing()).isTrue();
        reno.acknowledged(MSS, nxt, nxt);
        assertThat(reno.repairing()).isFalse();
    }

    @Test
    void r5681_4_1_idle_fallsBackToTheRestartWindow() {
        established();
        grow(30);
        assertThat(reno.windowOctets()).isEqualTo(40 * MSS);
        reno.idle();
        assertThat(reno.windowOctets()).isEqualTo(10 * MSS);
    }

    @Test
    void firstDataSegmentLost_isRetransmittedFast() {
        established();
        int nxt = FIRST + 5 * MSS;
        reno.duplicate(FIRST, nxt, 0);
        reno.duplicate(FIRST, nxt, 0);
        assertThat(reno.duplicate(FIRST, nxt, 0)).isTrue();
    }

    @Test
    void r8985_7_4_2_lossRepairedByAProbe_halvesTheWindow() {
        established();
        grow(10);
        reno.probeRepaired(2 * MSS);
        assertThat(reno.windowOctets()).isEqualTo(10 * MSS);
        assertThat(reno.ssthreshOctets()).isEqualTo(10 * MSS);
    }

    @Test
    void lostRetransmission_isToldByDuplicatesOfWhatWasSentAfterIt() {
        established();
        grow(10);
        int una = FIRST + 10 * MSS;
        int nxt = una + 10 * MSS;
        assertThat(reno.duplicate(una, nxt, 0)).isFalse();
        assertThat(reno.duplicate(una, nxt, 0)).isFalse();
        assertThat(reno.duplicate(una, nxt, 0)).isTrue();
        // Nine segments are behind the lost one, three of them have been heard of.
        for (int i = 0; i < 6; i++) {
            assertThat(reno.duplicate(una, nxt + i * MSS, 0)).isFalse();
        }
        int before = reno.ssthreshOctets();
        assertThat(reno.duplicate(una, nxt + 6 * MSS, 0)).isTrue();
        assertThat(reno.ssthreshOctets()).isEqualTo(before / 2);
        // And now all sixteen in flight may come first.
        assertThat(reno.duplicate(una, nxt + 7 * MSS, 0)).isFalse();
    }

    @Test
    void r6675_5_lossBehindTheLastRecovery_isRepairedAtOnce_whenSacked() {
        established();
        grow(10);
        int una = FIRST + 10 * MSS;
        int recover = una + 10 * MSS;
        for (int i = 0; i < 3; i++) {
            reno.duplicate(una, recover, (i + 1) * MSS);
        }
        // Everything up to recover in one leap: the next segment was sent during the recovery, and is lost too.
        reno.acknowledged(10 * MSS, recover, recover + 5 * MSS);
        assertThat(reno.recovering()).isFalse();
        reno.duplicate(recover, recover + 5 * MSS, MSS);
        reno.duplicate(recover, recover + 5 * MSS, 2 * MSS);
        assertThat(reno.duplicate(recover, recover + 5 * MSS, 3 * MSS)).isTrue();
    }

    @Test
    void r6582_3_2_withoutSack_duplicatesBehindTheLastRecovery_mayBeAnEcho() {
        established();
        grow(10);
        int una = FIRST + 10 * MSS;
        int recover = una + 10 * MSS;
        for (int i = 0; i < 3; i++) {
            reno.duplicate(una, recover, 0);
        }
        reno.acknowledged(10 * MSS, recover, recover + 5 * MSS);
        for (int i = 0; i < 4; i++) {
            assertThat(reno.duplicate(recover, recover + 5 * MSS, 0)).isFalse();
        }
    }

    @Test
    void r6675_4_threeSegmentsInOneReport_areThreeDuplicates() {
        established();
        grow(10);
        int una = FIRST + 10 * MSS;
        assertThat(reno.duplicate(una, una + 10 * MSS, 3 * MSS)).isTrue();
        assertThat(reno.recovering()).isTrue();
    }
}
