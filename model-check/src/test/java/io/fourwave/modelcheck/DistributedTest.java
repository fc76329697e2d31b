package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.tlc.Distribution;
import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two processes on loopback find what one finds alone. */
class DistributedTest {
    private static TlcOptions two() throws IOException {
        return Knock.tlc().withMemory(768).withWorkers(2).withDistribution(Distribution.onLoopback(2));
    }

    @Test
    void twoWorkers_findTheSameStates_andCountAndReachTheSame() throws IOException {
        ScenarioResult one = ModelCheck.run(
                        Knock.compile(), Selection.of("evening").withTlc(Knock.tlc()), ProgressListener.NONE)
                .scenarios()
                .get(0);
        Report report = ModelCheck.run(Knock.compile(), Selection.of("evening").withTlc(two()), ProgressListener.NONE);
        ScenarioResult both = report.scenarios().get(0);

        assertThat(both.error()).isEmpty();
        assertThat(both.states()).isEqualTo(one.states()).isEqualTo(84);
        assertThat(both.generated()).isEqualTo(one.generated());
        assertThat(both.counts()).isEqualTo(one.counts());
        assertThat(both.witnesses()).isEqualTo(one.witnesses());
        assertThat(both.coverage().keySet()).isEqualTo(one.coverage().keySet());
        assertThat(both.coverage()).doesNotContainValue(null);
        assertThat(both.properties()).isEqualTo(one.properties());
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void violation_hasTheLadderOfALocalRun() throws IOException {
        String[] change = {"p.ASKED or q.ASKED", "p.ASKED"};
        Report one = ModelCheck.run(
                Knock.compile(change), Selection.of("evening").withTlc(Knock.tlc()), ProgressListener.NONE);
        Report both =
                ModelCheck.run(Knock.compile(change), Selection.of("evening").withTlc(two()), ProgressListener.NONE);

        List<ScenarioResult.PropertyResult> found = both.scenarios().get(0).properties();
        assertThat(found)
                .filteredOn(result -> result.verdict() == Verdict.VIOLATED)
                .hasSize(1);
        assertThat(found.stream()
                        .filter(result -> result.counterexample() != null)
                        .map(result -> result.counterexample().text())
                        .toList())
                .isEqualTo(one.scenarios().get(0).properties().stream()
                        .filter(result -> result.counterexample() != null)
                        .map(result -> result.counterexample().text())
                        .toList());
        assertThat(both.scenarios().get(0).counts())
                .isEqualTo(one.scenarios().get(0).counts());
    }
}
