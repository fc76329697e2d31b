package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.ladder.LadderSvg;
import io.fourwave.modelcheck.ladder.LadderText;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the channel, the hosts and the users may do: a queue whose segments age, crashes, cuts, several entries of the same call. */
class FaultsTest {
    private static final String USER = "user A { SPEAK at most WORDS eventually }";

    private static ScenarioResult talk(String... replacements) throws IOException {
        String text;
        try (InputStream in = FaultsTest.class.getResourceAsStream("numbers.wave")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Compilation compilation = Compiler.compile(SourceSet.ofText("numbers.wave", text));
        Report report = ModelCheck.run(compilation, Selection.of("talk").withTlc(Knock.tlc()), ProgressListener.NONE);
        assertThat(report.scenarios().get(0).error()).isEmpty();
        return report.scenarios().get(0);
    }

    private static PropertyResult property(ScenarioResult scenario, String name) {
        return scenario.properties().stream()
                .filter(result -> result.property().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(ScenarioResult scenario, String name) {
        return property(scenario, name).verdict();
    }

    private static String ladder(ScenarioResult scenario, String property) {
        return LadderText.render(property(scenario, property).counterexample().ladder());
    }

    private static String svg(ScenarioResult scenario, String property) {
        return LadderSvg.render(property(scenario, property).counterexample().ladder());
    }

    @Test
    void queueWithLifetime_nothingOvertakes_andAllArrivesInTime() throws IOException {
        ScenarioResult talk = talk();

        assertThat(talk.properties()).extracting(PropertyResult::verdict).containsOnly(Verdict.HOLDS);
        assertThat(talk.ok()).isTrue();
    }

    @Test
    void reordering_somethingOvertakes() throws IOException {
        ScenarioResult talk = talk("in order; lifetime", "reordering; lifetime");

        assertThat(verdict(talk, "in-order")).isEqualTo(Verdict.VIOLATED);
        assertThat(verdict(talk, "heard-in-time")).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void queueWithLifetime_arrivesAtAgesUpToTheLifetimeIncluded() throws IOException {
        // What ends in the instant of the last arrival may end before it.
        ScenarioResult sameInstant = talk("patience_ms = 3 ticks", "patience_ms = 2 ticks");
        // Without a lifetime it may take any time.
        ScenarioResult ageless = talk("; lifetime LIFE", "", "in-order, heard-in-time", "heard-in-time");

        assertThat(verdict(sameInstant, "heard-in-time")).isEqualTo(Verdict.VIOLATED);
        assertThat(ladder(sameInstant, "heard-in-time").split("one tick passes", -1))
                .hasSize(3);
        assertThat(verdict(ageless, "heard-in-time")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void queueWithLoss_whatIsLostIsNotHeard() throws IOException {
        ScenarioResult talk = talk("LOSSES = 0", "LOSSES = 2");

        assertThat(verdict(talk, "in-order")).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(talk, "heard-in-the-end")).isEqualTo(Verdict.VIOLATED);
        assertThat(ladder(talk, "heard-in-the-end")).contains("LOST");
    }

    @Test
    void cut_nothingArrivesAfterwards_ladderSaysSo() throws IOException {
        ScenarioResult talk = talk(USER, USER + "\n  cut at most 1");

        assertThat(verdict(talk, "heard-in-the-end")).isEqualTo(Verdict.VIOLATED);
        assertThat(verdict(talk, "in-order")).isEqualTo(Verdict.HOLDS);
        assertThat(ladder(talk, "heard-in-the-end")).contains("the path is cut for good");
        assertThat(svg(talk, "heard-in-the-end")).contains("the path is cut for good");
    }

    @Test
    void cutOfABag_nothingArrivesEither() throws IOException {
        ScenarioResult talk = talk("in order; lifetime", "reordering; lifetime", USER, USER + "\n  cut at most 1");

        assertThat(verdict(talk, "heard-in-the-end")).isEqualTo(Verdict.VIOLATED);
        assertThat(ladder(talk, "heard-in-the-end")).contains("the path is cut for good");
    }

    @Test
    void crash_forgetsTheTcb_ladderSaysSo() throws IOException {
        ScenarioResult talk = talk(USER, USER + "\n  crash A at most 1");

        assertThat(verdict(talk, "said-is-kept")).isEqualTo(Verdict.VIOLATED);
        assertThat(ladder(talk, "said-is-kept")).contains("the host crashes and comes back");
        assertThat(svg(talk, "said-is-kept")).contains("the host crashes and comes back");
    }

    @Test
    void crash_ghostsSurviveIt() throws IOException {
        // Histories are of the world, not of the host.
        ScenarioResult talk = talk(
                "tcb {\n    SAID : 0..3",
                "tcb {\n    ghost SPOKEN : 0..3\n    SAID : 0..3",
                "    send <NUMBER=SAID>",
                "    SPOKEN := SAID\n    send <NUMBER=SAID>",
                "step for all p: next(p.SAID) >= p.SAID",
                "step for all p: next(p.SPOKEN) >= p.SPOKEN or p.SAID < p.SPOKEN",
                USER,
                USER + "\n  crash A at most 1");

        assertThat(verdict(talk, "said-is-kept")).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void crashWithACondition_happensOnlyWhereItHolds() throws IOException {
        ScenarioResult never = talk(USER, USER + "\n  crash A at most 1 when SAID > WORDS");
        ScenarioResult late = talk(USER, USER + "\n  crash A at most 1 when SAID = WORDS");

        assertThat(verdict(never, "said-is-kept")).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(late, "said-is-kept")).isEqualTo(Verdict.VIOLATED);
        assertThat(ladder(late, "said-is-kept").split("user: SPEAK", -1)).hasSize(3);
    }

    @Test
    void sameCallTwice_eachOnItsOwnTerms_labelsTellThemApart() throws IOException {
        String twice =
                "user A { SPEAK as opening once; SPEAK as afterthought once when SAID > 0; HANG-UP as bored once }";
        ScenarioResult talk =
                talk(USER, twice, "check in-order, heard-in-time, heard-in-the-end", "check told-apart, never-over");

        // Both are spent, the second only after the first.
        assertThat(ladder(talk, "told-apart")).containsSubsequence("opening: SPEAK", "afterthought: SPEAK");
        assertThat(ladder(talk, "told-apart")).doesNotContain("user: SPEAK");
        assertThat(ladder(talk, "never-over")).contains("bored: HANG-UP");
    }

    @Test
    void sameCallTwiceWithoutLabels_hasTwoBudgets() throws IOException {
        ScenarioResult once = talk(
                USER,
                "user A { SPEAK once }",
                "check in-order, heard-in-time, heard-in-the-end",
                "check told-apart",
                "B.HEARD = WORDS",
                "true");
        ScenarioResult twice = talk(
                USER,
                "user A { SPEAK once; SPEAK once when SAID > 0 }",
                "check in-order, heard-in-time, heard-in-the-end",
                "check told-apart");

        assertThat(verdict(once, "told-apart")).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(twice, "told-apart")).isEqualTo(Verdict.VIOLATED);
        assertThat(List.of(ladder(twice, "told-apart").split("user: SPEAK", -1)))
                .hasSize(3);
    }
}
