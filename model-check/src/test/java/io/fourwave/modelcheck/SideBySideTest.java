package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final TlcOptions FOUR = new TlcOptions(4, 2048, null, null, List.of());

    @Test
    void threads_asManyAsWorkers_ifThereIsMemoryForThem() {
        assertThat(SideBySide.threads(FOUR)).isEqualTo(4);
        assertThat(SideBySide.threads(FOUR.withMemory(1200))).isEqualTo(2);
        assertThat(SideBySide.threads(FOUR.withMemory(64))).isEqualTo(1);
    }

    @Test
    void share_isOneWorker_withTheSameMemoryHoweverManyThereAre() {
        assertThat(SideBySide.share(FOUR).workers()).isEqualTo(1);
        assertThat(SideBySide.share(FOUR).memoryMegabytes()).isEqualTo(512);
        assertThat(SideBySide.share(FOUR.withWorkers(2)).memoryMegabytes()).isEqualTo(512);
        assertThat(SideBySide.share(FOUR.withMemory(64)).memoryMegabytes()).isEqualTo(64);
    }

    @Test
    void run_severalAtOnce_andAllOfThem() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger done = new AtomicInteger();
        List<SideBySide.Task> tasks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            tasks.add(() -> {
                both.countDown();
                try {
                    // Comes to an end only if the other one is running, too.
                    both.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                done.incrementAndGet();
            });
        }
        SideBySide.run(tasks, 2, () -> {});

        assertThat(done).hasValue(2);
    }

    @Test
    void run_oneThrows_theOthersAreToldToStop() {
        AtomicBoolean stopped = new AtomicBoolean();
        List<SideBySide.Task> tasks = List.of(() -> {
            throw new IOException("no space left");
        });

        assertThatThrownBy(() -> SideBySide.run(tasks, 1, () -> stopped.set(true)))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        assertThat(stopped).isTrue();
    }

    @Test
    void run_interrupted_stopsThemWaitsAndStaysInterrupted() throws IOException {
        CountDownLatch stop = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Thread.currentThread().interrupt();
        SideBySide.run(
                List.of(() -> {
                    try {
                        stop.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    ended.set(true);
                }),
                1,
                stop::countDown);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }
}
