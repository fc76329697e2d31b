package io.fourwave.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 5961 section 7. */
class ChallengeThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void r5961_15_noMoreThanTheLimitInAnInterval() {
        ChallengeThrottle throttle = new ChallengeThrottle(10, 5 * SECOND);
        int permitted = 0;
        for (int i = 0; i < 1000; i++) {
            permitted += throttle.permit(i) ? 1 : 0;
        }
        assertThat(permitted).isEqualTo(10);
        assertThat(throttle.permit(5 * SECOND - 1)).isFalse();
        assertThat(throttle.permit(5 * SECOND)).isTrue();
    }

    @Test
    void r5961_17_connectionsDoNotShareTheCounter() {
        ChallengeThrottle one = new ChallengeThrottle(1, SECOND);
        ChallengeThrottle other = new ChallengeThrottle(1, SECOND);
        assertThat(one.permit(0)).isTrue();
        assertThat(other.permit(0)).isTrue();
    }
}
