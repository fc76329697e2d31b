package io.fourwave.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures from samples, and how they are told. */
class BenchTableTest {
    private static final BenchOptions OPTIONS = new BenchOptions(
            EnumSet.allOf(Measure.class),
            3,
            1,
            0.5,
            2,
            false,
            "octet",
            Optional.empty(),
            Path.of("."),
            "fourwave test");

    private final BenchResults results = new BenchResults();

    private static Samples samples(Double... values) {
        return new Samples(List.of(values));
    }

    @Test
    void median_isTheMiddle_orBetweenTheTwo() {
        assertThat(samples(9.0, 1.0, 2.0).median()).isEqualTo(2.0);
        assertThat(samples(4.0, 1.0, 2.0, 9.0).median()).isEqualTo(3.0);
        assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A round in which the machine was slow counts as much as any other: both of the pair were slow. */
    @Test
    void ratio_isOfPairs_notOfMedians() {
        Samples ratio = samples(2.0, 0.2, 3.0).dividedBy(samples(4.0, 0.4, 4.0));
        assertThat(ratio.values().get(1)).isCloseTo(0.5, within(1e-9));
        assertThat(ratio.median()).isCloseTo(0.5, within(1e-9));
        assertThat(ratio.greatest()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void table_hasABlockPerMeasure_withBaselineAndRatio() {
        results.add(new Figure(
                Measure.GOODPUT, "Fourwave -> kernel", "Gbit/s", samples(1.0, 2.0, 3.0), samples(4.0, 4.0, 4.0)));
        results.add(Figure.alone(Measure.MODEL, "distinct states", "", samples(56325.0)));
        results.add(Figure.alone(Measure.REPLAY, "steps replayed", "/s", samples(80000.0, 90000.0, 70000.0)));
        results.skip(Measure.CONNECTIONS, "there is no /dev/net/tun");
        List<String> lines = new BenchTable(results, OPTIONS).lines();
        assertThat(lines.get(1)).startsWith("3 rounds; over a wire 0.5 s each after 2 s of warm-up");
        assertThat(lines.subList(2, lines.size()))
                .extracting(line -> line.replaceAll(" {2,}", " | "))
                .containsExactly(
                        "",
                        "goodput over a TAP | kernel to kernel | ratio",
                        " | Fourwave -> kernel | 2.00 Gbit/s [1.00 .. 3.00] | 4.00 Gbit/s | 0.50 [0.25 .. 0.75]",
                        "",
                        "TLC",
                        " | distinct states | 56,325",
                        "",
                        "replay on the interpreter",
                        " | steps replayed | 80,000/s [70,000 .. 90,000]",
                        "",
                        "not measured: connections: there is no /dev/net/tun");
    }

    @Test
    void table_columnsAreUnderTheirHeads() {
        results.add(new Figure(Measure.RECORDING, "x", "/s", samples(1.0), samples(2.0)));
        List<String> lines = new BenchTable(results, OPTIONS).lines();
        assertThat(lines.get(4).indexOf("2.00/s")).isEqualTo(lines.get(3).indexOf("not recorded"));
    }

    @Test
    void json_holdsEverySample() {
        results.add(new Figure(Measure.GOODPUT, "a \"b\"", "Gbit/s", samples(1.5, 2.0), samples(3.0, 4.0)));
        results.skip(Measure.MODEL, "why");
        assertThat(BenchJson.render(results, OPTIONS))
                .contains("\"name\":\"a \\\"b\\\"\"")
                .contains("\"samples\":[1.500000,2.000000]")
                .contains("\"ratio\":{\"median\":0.500000")
                .contains("\"skipped\":[{\"measure\":\"model\",\"reason\":\"why\"}]");
    }

    @Test
    void probe_isReadBackFromItsText() {
        Probe probe = Probe.of(Probe.Kind.CONNECTIONS, Probe.Way.KERNEL_TO_STACK)
                .asRecorded()
                .offloaded();
        assertThat(Probe.parse(probe.toString())).isEqualTo(probe);
    }
}
