package io.fourwave.modelcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.modelcheck.trace.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many scenarios and many properties are still a table that fits a page. */
class PropertyTableTest {
    private static ScenarioResult scenario(String name, PropertyResult... properties) {
        return new ScenarioResult(
                name,
                "",
                List.of(properties),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                1234567,
                56365,
                30,
                6.5,
                6.5,
                "",
                "");
    }

    private static PropertyResult result(String name, Verdict verdict) {
        Ladder.End end = new Ladder.End("S", "");
        Ladder ladder = new Ladder("", "A", "B", List.of(end, end), List.of(), -1, "");
        Course course = new Course(List.of("A", "B"), List.of(), List.of(), List.of(), -1, false);
        boolean way = verdict == Verdict.REFUTED;
        return new PropertyResult(
                name, verdict, way ? new Counterexample(name, List.of(), course, ladder, true) : null);
    }

    private static String render(List<ScenarioResult> scenarios) {
        return PropertyTable.render(new Report("P", scenarios, List.of(), List.of(), 1, false));
    }

    private static List<ScenarioResult> many(int count) {
        List<ScenarioResult> scenarios = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            scenarios.add(scenario(
                    "scenario-with-a-name-" + i,
                    result("what-they-all-check", Verdict.HOLDS),
                    result(i % 2 == 0 ? "checked-by-every-other" : "and-by-the-others", Verdict.HOLDS),
                    result("only-in-" + i, i == 3 ? Verdict.VIOLATED : Verdict.HOLDS)));
        }
        return scenarios;
    }

    @Test
    void fewScenarios_standOverTheirColumnsByName() {
        assertThat(render(List.of(
                        scenario("one", result("p", Verdict.HOLDS)),
                        scenario("two", result("p", Verdict.VACUOUS), result("q", Verdict.REFUTED)))))
                .isEqualTo("""
                           one  two
                        p  ok   untested
                        q       refuted (0)

                        scenario  generated  distinct  depth  seconds  distinct/s
                        one       1,234,567    56,365     30      6.5       8,672
                        two       1,234,567    56,365     30      6.5       8,672

                        """);
    }

    @Test
    void manyScenarios_areNumbered_andNoLineIsTooLong() {
        String text = render(many(60));

        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        assertThat(text)
                .contains(" 7  scenario-with-a-name-7   1,234,567    56,365     30      6.5       8,672\n")
                .containsPattern("(?m)^what-they-all-check +ok ok ok( ok)*$")
                .containsPattern("(?m)^checked-by-every-other +\\. ok  \\. ok")
                .contains("in one scenario\n", ".: not checked there\n")
                .containsPattern("(?m)^only-in-3 +scenario-with-a-name-3 +FAILS$");
    }

    @Test
    void numberedTable_explainsItsMarks() {
        List<ScenarioResult> scenarios = many(20);
        scenarios.add(scenario(
                "odd",
                result("what-they-all-check", Verdict.REFUTED),
                result("checked-by-every-other", Verdict.UNFOUNDED),
                result("and-by-the-others", Verdict.UNDECIDED)));

        assertThat(render(scenarios))
                .containsPattern("(?m)^what-they-all-check .* x0$")
                .contains("unf: holds, but where the scenario does not reach what it claims; "
                        + "xN: refuted, as it must be, in N steps; ?: undecided; .: not checked there\n");
    }
}
