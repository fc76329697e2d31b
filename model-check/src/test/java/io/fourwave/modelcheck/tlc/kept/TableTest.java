package io.fourwave.modelcheck.tlc.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

class TableTest {
    @Test
    void behavesAsAMap_thatKeepsTheFirst() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Table table = new Table();
        Map<Long, Value> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            // Few low bits: keys collide in their slots.
            long key = random.nextLong() & 0xFC00_0000_0000_FFFFL;
            Value value = IntValue.gen(i);
            Value known = expected.putIfAbsent(key, value);
            assertThat(table.add(key, value)).as("seed %d", seed).isSameAs(known == null ? value : known);
        }
        expected.forEach((key, value) -> assertThat(table.get(key)).isSameAs(value));
        assertThat(table.get(1L << 40)).isNull();
        table.clear();
        assertThat(table.get(expected.keySet().iterator().next())).isNull();
    }

    @Test
    void severalThreads_agreeOnTheFirst() throws InterruptedException {
        Table table = new Table();
        Value[][] got = new Value[2][50_000];
        Thread[] threads = new Thread[2];
        for (int t = 0; t < 2; t++) {
            Value[] mine = got[t];
            threads[t] = new Thread(() -> {
                for (int i = 0; i < mine.length; i++) {
                    long key = Keeper.mixed(7, i);
                    Value known = table.get(key);
                    mine[i] = known != null ? known : table.add(key, IntValue.gen(1_000_000 + i));
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < got[0].length; i++) {
            assertThat(got[0][i]).isSameAs(got[1][i]);
        }
    }
}
