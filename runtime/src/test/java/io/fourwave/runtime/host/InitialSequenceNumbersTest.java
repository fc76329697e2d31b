package io.fourwave.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9293 3.4.1, RFC 6528. */
class InitialSequenceNumbersTest {
    private static final int LOCAL = 0x0a000002;
    private static final int REMOTE = 0x0a000001;

    private final InitialSequenceNumbers numbers = new InitialSequenceNumbers(1, 2);

    @Test
    void must8_sameFourTuple_risesWithTheFourMicrosecondClock() {
        int first = numbers.next(LOCAL, 80, REMOTE, 4000, 0);
        int later = numbers.next(LOCAL, 80, REMOTE, 4000, 4_000_000);
        assertThat(later - first).isEqualTo(1000);
    }

    @Test
    void r6528_2_otherSecret_otherNumbers() {
        InitialSequenceNumbers other = new InitialSequenceNumbers(1, 3);
        assertThat(numbers.next(LOCAL, 80, REMOTE, 4000, 0)).isNotEqualTo(other.next(LOCAL, 80, REMOTE, 4000, 0));
    }

    @Test
    void r6528_1_eachPartOfTheFourTupleCounts() {
        int base = numbers.next(LOCAL, 80, REMOTE, 4000, 0);
        assertThat(numbers.next(LOCAL + 1, 80, REMOTE, 4000, 0)).isNotEqualTo(base);
        assertThat(numbers.next(LOCAL, 81, REMOTE, 4000, 0)).isNotEqualTo(base);
        assertThat(numbers.next(LOCAL, 80, REMOTE + 1, 4000, 0)).isNotEqualTo(base);
        assertThat(numbers.next(LOCAL, 80, REMOTE, 4001, 0)).isNotEqualTo(base);
    }

    @Test
    void hostsOwnSecret_differsFromOneToTheNext() {
        int one = new InitialSequenceNumbers().next(LOCAL, 80, REMOTE, 4000, 0);
        int two = new InitialSequenceNumbers().next(LOCAL, 80, REMOTE, 4000, 0);
        assertThat(one).isNotEqualTo(two);
    }
}
