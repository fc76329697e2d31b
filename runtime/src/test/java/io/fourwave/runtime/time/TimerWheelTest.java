package io.fourwave.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerWheelTest {
    private static final long MILLI = 1_000_000;

    private final List<Long> fired = new ArrayList<>();
    private final TimerHandler collect = (key, now) -> fired.add(key);

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 1000, Long.MIN_VALUE, Long.MIN_VALUE + 7})
    void firesAtItsDeadline_neverEarly_whereverTheClockStands(long origin) {
        TimerWheel wheel = new TimerWheel(origin);
        wheel.schedule(origin + 200 * MILLI, collect, 1);
        assertThat(wheel.nextDeadlineNanos()).isEqualTo(origin + 200 * MILLI);
        assertThat(wheel.poll(origin + 200 * MILLI - 1)).isZero();
        assertThat(wheel.nextDeadlineNanos()).isEqualTo(origin + 200 * MILLI);
        assertThat(wheel.poll(origin + 200 * MILLI)).isOne();
        assertThat(wheel.nextDeadlineNanos()).isEqualTo(TimerWheel.NEVER);
        assertThat(fired).containsExactly(1L);
    }

    @Test
    void cancelled_doesNotFire_andItsIdIsDead() {
        TimerWheel wheel = new TimerWheel(0);
        long id = wheel.schedule(10, collect, 1);
        assertThat(id).isNotEqualTo(TimerWheel.NO_TIMER);
        assertThat(wheel.cancel(TimerWheel.NO_TIMER)).isFalse();
        assertThat(wheel.cancel(id)).isTrue();
        assertThat(wheel.cancel(id)).isFalse();
        long reused = wheel.schedule(10, collect, 2);
        assertThat(wheel.cancel(id))
                .as("an old id does not cancel the timer that took its place")
                .isFalse();
        wheel.poll(10);
        assertThat(fired).containsExactly(2L);
        assertThat(wheel.cancel(reused)).isFalse();
        assertThat(wheel.size()).isZero();
    }

    @Test
    void deadlineInThePast_firesAtTheNextPoll() {
        TimerWheel wheel = new TimerWheel(100);
        wheel.poll(5000);
        wheel.schedule(50, collect, 1);
        assertThat(wheel.nextDeadlineNanos()).isLessThanOrEqualTo(5000);
        wheel.poll(5000);
        assertThat(fired).containsExactly(1L);
    }

    @Test
    void timerThatSchedulesItselfForNow_doesNotHoldThePoll() {
        TimerWheel wheel = new TimerWheel(0);
        TimerHandler again = new TimerHandler() {
            @Override
            public void onTimer(long key, long now) {
                fired.add(key);
                wheel.schedule(now, this, key + 1);
            }
        };
        wheel.schedule(10, again, 0);
        wheel.poll(10);
        assertThat(fired).containsExactly(0L);
        wheel.poll(10);
        assertThat(fired).containsExactly(0L, 1L);
    }

    @Test
    void handlerCancelsATimerDueAtTheSameInstant() {
        TimerWheel wheel = new TimerWheel(0);
        long[] second = new long[1];
        wheel.schedule(10, (key, now) -> assertThat(wheel.cancel(second[0])).isTrue(), 0);
        second[0] = wheel.schedule(10, collect, 1);
        assertThat(wheel.poll(10)).isOne();
        assertThat(fired).isEmpty();
    }

    @Test
    void handlerThatThrows_leavesTheOthersDue() {
        TimerWheel wheel = new TimerWheel(0);
        wheel.schedule(
                10,
                (key, now) -> {
                    throw new IllegalStateException("on purpose");
                },
                0);
        wheel.schedule(10, collect, 1);
        wheel.schedule(900 * MILLI, collect, 2);
        assertThatThrownBy(() -> wheel.poll(1000 * MILLI)).hasMessage("on purpose");
        wheel.poll(1000 * MILLI);
        assertThat(fired).containsExactly(1L, 2L);
    }

    @Test
    void farFuture_doesNotOverflow() {
        TimerWheel wheel = new TimerWheel(-10);
        wheel.schedule(Long.MAX_VALUE, collect, 1);
        wheel.poll(1L << 61);
        assertThat(fired).isEmpty();
        assertThat(wheel.size()).isOne();
    }

    /** Against a plain list, with random steps from nanoseconds to hours. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithASortedList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long now = random.nextLong();
        TimerWheel wheel = new TimerWheel(now);
        Map<Long, Long> deadlineOfKey = new HashMap<>();
        Map<Long, Long> idOfKey = new HashMap<>();
        for (long step = 0; step < 20_000; step++) {
            int action = random.nextInt(10);
            if (action < 5) {
                long deadline = now + (random.nextLong() >>> 17 + random.nextInt(46));
                deadlineOfKey.put(step, deadline);
                idOfKey.put(step, wheel.schedule(deadline, collect, step));
            } else if (action < 7 && !idOfKey.isEmpty()) {
                Long key = idOfKey.keySet().iterator().next();
                assertThat(wheel.cancel(idOfKey.remove(key))).isTrue();
                deadlineOfKey.remove(key);
            } else {
                now += random.nextLong() >>> 20 + random.nextInt(43);
                long present = now;
                List<Long> due = deadlineOfKey.entrySet().stream()
                        .filter(entry -> entry.getValue() - present <= 0)
                        .map(Map.Entry::getKey)
                        .toList();
                fired.clear();
                assertThat(wheel.poll(now)).isEqualTo(due.size());
                assertThat(fired).as("seed " + seed).containsExactlyInAnyOrderElementsOf(due);
                assertThat(fired).isSortedAccordingTo(Comparator.comparing(key -> deadlineOfKey.get(key) - present));
                due.forEach(deadlineOfKey::remove);
                due.forEach(idOfKey::remove);
            }
            assertThat(wheel.size()).isEqualTo(deadlineOfKey.size());
            long present = now;
            long expected = deadlineOfKey.values().stream()
                    .mapToLong(value -> value - present)
                    .min()
                    .orElse(Long.MAX_VALUE);
            long next = wheel.nextDeadlineNanos();
            assertThat(next == TimerWheel.NEVER ? Long.MAX_VALUE : next - present)
                    .isEqualTo(Math.max(expected, 0));
        }
    }
}
