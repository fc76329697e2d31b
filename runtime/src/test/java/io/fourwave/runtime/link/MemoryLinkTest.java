package io.fourwave.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.time.VirtualClock;
import io.fourwave.runtime.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLinkTest {
    private static final long MILLI = 1_000_000;

    private final VirtualClock clock = new VirtualClock(Long.MAX_VALUE - MILLI);
    private final Frame frame = new Frame();

    @Test
    void undisturbed_deliversAllInOrder_bothWays() {
        MemoryLink.Pair pair = MemoryLink.pair(clock, 1500, Impairment.NONE, Impairment.NONE);
        send(pair.first(), 1, 2, 3);
        send(pair.second(), 9);
        assertThat(receive(pair.second())).containsExactly(1, 2, 3);
        assertThat(receive(pair.first())).containsExactly(9);
        assertThat(pair.second().counters().get(LinkCounter.RECEIVED_FRAMES)).isEqualTo(3);
    }

    @Test
    void delay_holdsFramesUntilTheirTime_evenWhereTheClockOverflows() {
        MemoryLink.Pair pair =
                MemoryLink.pair(clock, 1500, Impairment.seeded(1).withDelay(5 * MILLI, 0), Impairment.NONE);
        send(pair.first(), 1);
        assertThat(pair.second().nextEventNanos()).isEqualTo(clock.nanoTime() + 5 * MILLI);
        clock.advanceTo(clock.nanoTime() + 5 * MILLI - 1);
        assertThat(receive(pair.second())).isEmpty();
        clock.advanceTo(clock.nanoTime() + 1);
        assertThat(receive(pair.second())).containsExactly(1);
    }

    @Test
    void sameSeed_sameFate_otherSeed_otherFate() {
        assertThat(fate(7)).isEqualTo(fate(7)).isNotEqualTo(fate(8));
    }

    @Test
    void impairments_happenAsOftenAsAsked_andAreCounted() {
        Impairment bad = Impairment.seeded(3).withLoss(0.2).withDuplication(0.1).withReordering(0.3, MILLI);
        MemoryLink.Pair pair = MemoryLink.pair(clock, 1500, bad, Impairment.NONE);
        List<Integer> received = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            send(pair.first(), number);
            clock.advanceTo(clock.nanoTime() + MILLI / 5);
            received.addAll(receive(pair.second()));
        }
        clock.advanceTo(clock.nanoTime() + 2 * MILLI);
        received.addAll(receive(pair.second()));
        var counters = pair.first().outwardCounters();
        assertThat(counters.get(ImpairmentCounter.LOST)).isBetween(1800L, 2200L);
        assertThat(counters.get(ImpairmentCounter.DUPLICATED)).isBetween(650L, 950L);
        assertThat(counters.get(ImpairmentCounter.REORDERED)).isBetween(2100L, 2700L);
        assertThat(counters.get(ImpairmentCounter.OFFERED) + counters.get(ImpairmentCounter.DUPLICATED))
                .isEqualTo(counters.get(ImpairmentCounter.LOST) + counters.get(ImpairmentCounter.DELIVERED));
        assertThat((long) received.size()).isEqualTo(counters.get(ImpairmentCounter.DELIVERED));
        long overtaken = IntStream.range(1, received.size())
                .filter(index -> received.get(index) < received.get(index - 1))
                .count();
        assertThat(overtaken).isGreaterThan(1000);
    }

    @Test
    void rule_losesExactlyTheChosenFrames() {
        Impairment bad = Impairment.seeded(1).withDrop((candidate, ordinal) -> ordinal == 1 || content(candidate) == 5);
        MemoryLink.Pair pair = MemoryLink.pair(clock, 1500, bad, Impairment.NONE);
        send(pair.first(), 1, 2, 3, 4, 5, 6);
        assertThat(receive(pair.second())).containsExactly(1, 3, 4, 6);
        assertThat(pair.first().outwardCounters().get(ImpairmentCounter.DROPPED_BY_RULE))
                .isEqualTo(2);
    }

    @Test
    void impairment_canBeChangedUnderway() {
        MemoryLink.Pair pair = MemoryLink.pair(clock, 1500, Impairment.NONE, Impairment.NONE);
        send(pair.first(), 1);
        pair.first().impairment(Impairment.seeded(1).withLoss(1));
        send(pair.first(), 2);
        pair.first().impairment(Impairment.NONE);
        send(pair.first(), 3);
        assertThat(receive(pair.second())).containsExactly(1, 3);
    }

    @Test
    void closedEnd_refusesFrames() {
        MemoryLink.Pair pair = MemoryLink.pair(clock, 1500, Impairment.NONE, Impairment.NONE);
        pair.second().close();
        frame.length(60);
        assertThat(pair.first().send(frame)).isFalse();
        assertThat(pair.first().counters().get(LinkCounter.SEND_DROPS)).isOne();
    }

    @Test
    void probabilityOutOfRange_isRefused() {
        assertThatThrownBy(() -> Impairment.NONE.withLoss(1.5)).hasMessageContaining("loss is 1.5, not in 0..1");
        assertThatThrownBy(() -> Impairment.NONE.withLoss(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Impairment.NONE.withDelay(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impairedLink_impairsBothWays_andDelaysTimeItsPoll() {
        NanoClock now = clock;
        MemoryLink.Pair pair = MemoryLink.pair(now, 1500, Impairment.NONE, Impairment.NONE);
        Impairment second = Impairment.seeded(1).withDrop((candidate, ordinal) -> ordinal % 2 == 1);
        ImpairedLink impaired =
                new ImpairedLink(pair.first(), now, second.withDelay(MILLI, 0), second.withDelay(2 * MILLI, 0));
        send(impaired, 1, 2, 3);
        assertThat(receive(pair.second())).isEmpty();
        assertThat(impaired.nextEventNanos()).isEqualTo(clock.nanoTime() + 2 * MILLI);
        clock.advanceTo(impaired.nextEventNanos());
        assertThat(receive(impaired)).isEmpty();
        assertThat(receive(pair.second())).containsExactly(1, 3);

        send(pair.second(), 4, 5, 6);
        assertThat(receive(impaired)).isEmpty();
        clock.advanceTo(clock.nanoTime() + MILLI);
        assertThat(receive(impaired)).containsExactly(4, 6);
        assertThat(impaired.inwardCounters().get(ImpairmentCounter.DROPPED_BY_RULE))
                .isOne();
        assertThat(impaired.outwardCounters().get(ImpairmentCounter.DROPPED_BY_RULE))
                .isOne();
    }

    private List<Integer> fate(long seed) {
        VirtualClock own = new VirtualClock();
        Impairment bad = Impairment.seeded(seed)
                .withLoss(0.3)
                .withDuplication(0.2)
                .withReordering(0.3, MILLI)
                .withDelay(MILLI, MILLI);
        MemoryLink.Pair pair = MemoryLink.pair(own, 1500, bad, Impairment.NONE);
        for (int number = 0; number < 100; number++) {
            send(pair.first(), number);
        }
        own.advanceTo(10 * MILLI);
        return receive(pair.second());
    }

    private void send(Link link, int... numbers) {
        for (int number : numbers) {
            frame.length(60);
            frame.buffer().putInt(Frame.ETHERNET_OFFSET, number);
            link.send(frame);
        }
    }

    private List<Integer> receive(Link link) {
        List<Integer> numbers = new ArrayList<>();
        while (link.receive(frame)) {
            numbers.add(content(frame));
        }
        return numbers;
    }

    private static int content(Frame frame) {
        return frame.buffer().getInt(Frame.ETHERNET_OFFSET);
    }
}
