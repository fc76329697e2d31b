package io.fourwave.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // some tests look at a loop after its end
class LoopTest {
    private static final long MILLI = 1_000_000;

    /** Sends every frame back, up to a number. */
    private static final class Echo implements FrameHandler {
        private final Loop loop;
        private final int limit;
        final List<Long> times = new ArrayList<>();
        final CountDownLatch down = new CountDownLatch(1);
        int batches;

        Echo(Loop loop, int limit) {
            this.loop = loop;
            this.limit = limit;
            loop.handler(this);
        }

        @Override
        public void onFrame(Frame frame, long nowNanos) {
            times.add(nowNanos);
            if (times.size() < limit) {
                loop.link().send(frame);
            }
        }

        @Override
        public void onBatchEnd(long nowNanos) {
            batches++;
        }

        @Override
        public void onLinkDown(LinkException cause) {
            down.countDown();
        }
    }

    @Test
    void virtualTime_framesAndTimersHappenAtTheirInstant() {
        VirtualNetwork network = new VirtualNetwork(1000);
        Impairment delay = Impairment.NONE.withDelay(3 * MILLI, 0);
        MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, delay, delay);
        Loop first = network.loop(pair.first());
        Echo left = new Echo(first, 3);
        Echo right = new Echo(network.loop(pair.second()), 3);
        List<Long> timers = new ArrayList<>();
        first.timers().schedule(1000 + 7 * MILLI, (key, now) -> timers.add(now), 0);
        Frame frame = new Frame();
        frame.length(60);
        first.execute(() -> pair.first().send(frame));
        network.advance(100 * MILLI);
        assertThat(right.times).containsExactly(1000 + 3 * MILLI, 1000 + 9 * MILLI, 1000 + 15 * MILLI);
        assertThat(left.times).containsExactly(1000 + 6 * MILLI, 1000 + 12 * MILLI);
        assertThat(timers).containsExactly(1000 + 7 * MILLI);
        assertThat(network.clock().nanoTime()).isEqualTo(1000 + 100 * MILLI);
    }

    @Test
    void virtualTime_advanceUntil_stopsWhenTheConditionHolds() {
        VirtualNetwork network = new VirtualNetwork();
        MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, Impairment.NONE, Impairment.NONE);
        Loop loop = network.loop(pair.first());
        loop.handler(new Echo(network.loop(pair.second()), 0));
        boolean[] rung = new boolean[1];
        loop.timers().schedule(3_600_000 * MILLI, (key, now) -> rung[0] = true, 0);
        assertThat(network.advanceUntil(() -> rung[0], Long.MAX_VALUE)).isTrue();
        assertThat(network.clock().nanoTime()).isEqualTo(3_600_000 * MILLI);
        assertThat(network.advanceUntil(() -> false, MILLI)).isFalse();
    }

    @Test
    void virtualTime_aStormIsToldOf() {
        VirtualNetwork network = new VirtualNetwork();
        MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, Impairment.NONE, Impairment.NONE);
        new Echo(network.loop(pair.first()), Integer.MAX_VALUE);
        new Echo(network.loop(pair.second()), Integer.MAX_VALUE);
        pair.first().send(new Frame());
        assertThatThrownBy(network::settle).hasMessageContaining("storm");
    }

    @Test
    void nothingThrownLeavesTheLoop_andAllOthersAreServed() {
        VirtualNetwork network = new VirtualNetwork();
        MemoryLink.Pair pair = MemoryLink.pair(network.clock(), 1500, Impairment.NONE, Impairment.NONE);
        Loop loop = network.loop(pair.first());
        List<String> served = new ArrayList<>();
        loop.handler(new FrameHandler() {
            @Override
            public void onFrame(Frame frame, long nowNanos) {
                served.add("frame");
                throw new IllegalStateException("on purpose: frame");
            }

            @Override
            public void onBatchEnd(long nowNanos) {
                throw new IllegalStateException("on purpose: batch");
            }
        });
        loop.timers()
                .schedule(
                        0,
                        (key, now) -> {
                            throw new AssertionError("on purpose: timer");
                        },
                        0);
        loop.timers().schedule(0, (key, now) -> served.add("timer"), 0);
        loop.execute(() -> {
            throw new IllegalStateException("on purpose: task");
        });
        loop.execute(() -> served.add("task"));
        pair.second().send(new Frame());
        pair.second().send(new Frame());
        network.settle();
        assertThat(served).containsExactly("task", "frame", "frame", "timer");
        assertThat(loop.faults().count()).isGreaterThanOrEqualTo(5);
        assertThat(loop.faults().first()).hasMessage("on purpose: task");
    }

    @Test
    void threads_echoEachOther_wakeForTasks_andEnd() throws Exception {
        MemoryLink.Pair pair = MemoryLink.pair(NanoClock.system(), 1500, Impairment.NONE, Impairment.NONE);
        try (EventLoop left = new EventLoop(pair.first(), NanoClock.system());
                EventLoop right = new EventLoop(pair.second(), NanoClock.system())) {
            Echo last = new Echo(left, 5000);
            new Echo(right, Integer.MAX_VALUE);
            left.start();
            right.start();
            assertThatThrownBy(left::start).isInstanceOf(IllegalStateException.class);
            Frame frame = new Frame();
            frame.length(60);
            left.execute(() -> pair.first().send(frame));
            CompletableFuture<Long> rung = new CompletableFuture<>();
            left.execute(
                    () -> left.timers().schedule(left.nowNanos() + 20 * MILLI, (key, now) -> rung.complete(key), 42));
            assertThat(rung.get(30, TimeUnit.SECONDS)).isEqualTo(42);
            for (int count = 0; count < 5000; ) {
                CompletableFuture<Integer> asked = new CompletableFuture<>();
                left.execute(() -> asked.complete(last.times.size()));
                count = asked.get(30, TimeUnit.SECONDS);
            }
            assertThat(left.inLoop()).isFalse();
            assertThat(left.faults().count() + right.faults().count()).isZero();
            left.close();
            assertThat(left.running()).isFalse();
            assertThat(left.failure()).isNull();
            assertThatThrownBy(() -> left.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void linkThatIsGone_endsTheLoopAndTellsTheHandler() throws Exception {
        MemoryLink.Pair pair = MemoryLink.pair(NanoClock.system(), 1500, Impairment.NONE, Impairment.NONE);
        LinkException gone = new LinkException("the link is gone", "plug it in");
        Link link = new ForwardingLink(pair.first()) {
            @Override
            public boolean receive(Frame into) {
                throw gone;
            }
        };
        try (EventLoop loop = new EventLoop(link, NanoClock.system())) {
            Echo echo = new Echo(loop, 0);
            loop.start();
            assertThat(echo.down.await(30, TimeUnit.SECONDS)).isTrue();
            loop.close();
            assertThat(loop.failure()).isSameAs(gone).hasMessageContaining("help: plug it in");
        }
    }

    @Test
    void loopWithoutAHandler_doesNotStart() {
        MemoryLink.Pair pair = MemoryLink.pair(NanoClock.system(), 1500, Impairment.NONE, Impairment.NONE);
        try (EventLoop loop = new EventLoop(pair.first(), NanoClock.system())) {
            assertThatThrownBy(loop::start).hasMessageContaining("no handler");
        }
    }
}
