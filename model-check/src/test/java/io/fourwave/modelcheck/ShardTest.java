package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.modelcheck.report.ReportJson;
import io.fourwave.modelcheck.report.ReportReader;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.spec.Compilation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts of a check, made on several machines, are the whole. */
class ShardTest {
    @Test
    void parts_areDisjointAndComplete_andAboutAsHeavy() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            int count = 1 + random.nextInt(6);
            List<Shard.Item> items = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                items.add(new Shard.Item("item " + i, 1 + random.nextInt(1000)));
            }
            List<String> union = new ArrayList<>();
            List<Long> loads = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                Set<String> part = new Shard(number, count).pick(items);
                union.addAll(part);
                loads.add(items.stream()
                        .filter(item -> part.contains(item.name()))
                        .mapToLong(Shard.Item::weight)
                        .sum());
            }
            assertThat(union)
                    .as("seed " + seed)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(items.stream().map(Shard.Item::name).toList());
            long heaviest = items.stream().mapToLong(Shard.Item::weight).max().orElse(0);
            assertThat(loads.stream().mapToLong(x -> x).max().orElse(0)
                            - loads.stream().mapToLong(x -> x).min().orElse(0))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(heaviest);
        }
    }

    @Test
    void whatIsNoPart_isToldSo() {
        assertThat(Shard.of("2/3")).isEqualTo(new Shard(2, 3));
        for (String wrong : List.of("0/3", "4/3", "2", "a/b", "1/0")) {
            assertThatThrownBy(() -> Shard.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void merged_theVerdictIsThatOfTheWhole_withTheClaimsOfSets() throws IOException {
        // The set's claim is kept by neither part alone, and by both together only because of the first.
        String set = "scenario lonely of street \"what is asked for does not happen\" {";
        Compilation street = Knock.compile(
                set,
                "set small { covers state GONE }\n" + set + "\n  sets small",
                "reach both-inside, host-knocks",
                "reach both-inside");
        Selection all = Selection.of().withTlc(Knock.tlc()).withAllMutants();
        Report whole = ModelCheck.run(street, all, ProgressListener.NONE);
        List<Report> parts = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Report part = ModelCheck.run(street, all.withShard(new Shard(number, 2)), ProgressListener.NONE);
            assertThat(part.sets()).isEmpty();
            Report read = ReportReader.part(ReportJson.render(part));
            assertThat(read).isEqualTo(part);
            parts.add(0, read);
        }
        Report merged = Merge.of(street, parts);

        assertThat(whole.sets()).hasSize(1);
        assertThat(withoutTimes(merged)).isEqualTo(withoutTimes(whole));
        assertThat(merged.exitStatus()).isEqualTo(whole.exitStatus());
        Set<String> asked = new HashSet<>();
        parts.forEach(part -> asked.addAll(part.circumstances().asked()));
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(whole.circumstances().asked());

        assertThatThrownBy(() -> Merge.of(street, List.of(parts.get(0)))).hasMessage("part 1/2 is missing");
        assertThatThrownBy(() -> Merge.of(street, List.of(parts.get(0), parts.get(1), parts.get(0))))
                .hasMessage("part 2/2 is there twice");
        assertThatThrownBy(() -> Merge.of(Knock.compile(), parts))
                .hasMessageContaining("part 2/2 is of another specification");
    }

    private static String withoutTimes(Report report) {
        return ReportText.render(report)
                .replaceAll("(?m) +seconds.*$", "")
                .replaceAll("(?m) +\\d+\\.\\d( +[\\d,]+)?$", "")
                .replaceAll("in \\d+\\.\\d s", "");
    }
}
