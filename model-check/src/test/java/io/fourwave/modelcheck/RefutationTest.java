package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.report.ReportJson;
import io.fourwave.modelcheck.report.ReportJunit;
import io.fourwave.modelcheck.report.ReportText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scenario refutes must be violated there, whatever else is or is not. */
class RefutationTest {
    private static final String LONELY = "scenario lonely of street";

    /** Who waits for ever for the next knock waits for ever when the first is lost. */
    private static final String PATIENT = "patience_ms = forever; check none; reach none\n";

    private static Report check(Selection selection, String clauses, String... replacements) throws IOException {
        List<String> all = new ArrayList<>(List.of(replacements));
        all.addAll(List.of(LONELY, "scenario wrong of street like evening { " + clauses + " }\n" + LONELY));
        return ModelCheck.run(
                Knock.compile(all.toArray(String[]::new)), selection.withTlc(Knock.tlc()), ProgressListener.NONE);
    }

    private static Report wrong(String clauses, String... replacements) throws IOException {
        return check(Selection.of("wrong"), clauses, replacements);
    }

    private static PropertyResult only(Report report) {
        assertThat(report.scenarios()).hasSize(1);
        assertThat(report.scenarios().get(0).properties()).hasSize(1);
        return report.scenarios().get(0).properties().get(0);
    }

    @Test
    void refutedOnly_eachInARunOfItsOwn_andNothingElseIsExplored() throws IOException {
        Report report = wrong(PATIENT + "refute no-waiting-for-nothing, an-end-of-it");

        ScenarioResult wrong = report.scenarios().get(0);
        assertThat(wrong.error()).isEmpty();
        assertThat(wrong.properties())
                .extracting(PropertyResult::property, PropertyResult::verdict)
                .containsExactly(
                        tuple("an-end-of-it", Verdict.REFUTED), tuple("no-waiting-for-nothing", Verdict.REFUTED));
        assertThat(wrong.properties())
                .allSatisfy(property ->
                        assertThat(property.counterexample().length()).isPositive());
        assertThat(wrong.states()).isZero();
        assertThat(wrong.coverage()).isEmpty();
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void refutedAndChecked_theOthersHold_withTheirClaims() throws IOException {
        Report report = wrong("patience_ms = forever; reach both-inside; refute no-waiting-for-nothing, an-end-of-it");

        ScenarioResult wrong = report.scenarios().get(0);
        assertThat(wrong.properties())
                .extracting(PropertyResult::property, PropertyResult::verdict)
                .containsExactly(
                        tuple("types", Verdict.HOLDS),
                        tuple("asked-first", Verdict.HOLDS),
                        tuple("inside-for-good", Verdict.HOLDS),
                        tuple("an-end-of-it", Verdict.REFUTED),
                        tuple("no-waiting-for-nothing", Verdict.REFUTED));
        assertThat(wrong.states()).isPositive();
        assertThat(wrong.witnesses()).containsOnlyKeys("both-inside").doesNotContainValue(null);
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void whatHoldsAfterAll_isAFailure() throws IOException {
        Report report = wrong("check none; reach none; refute an-end-of-it");

        assertThat(only(report).verdict()).isEqualTo(Verdict.IRREFUTABLE);
        assertThat(report.exitStatus()).isEqualTo(1);
        assertThat(ReportText.render(report)).contains("wrong: an-end-of-it was to be refuted, but holds");
        assertThat(ReportJunit.render(report))
                .contains("name=\"refute an-end-of-it\"", "<failure message=\"holds, but");
    }

    @Test
    void anotherPropertyIsViolatedEarlier_doesNotHideIt() throws IOException {
        Report report = wrong(
                "patience_ms = forever; check asked-first; reach none; refute no-waiting-for-nothing",
                "p.ASKED or q.ASKED",
                "p.ASKED and not q.ASKED and p.COUNT > 0");

        assertThat(report.scenarios().get(0).properties())
                .extracting(PropertyResult::property, PropertyResult::verdict)
                .containsExactly(
                        tuple("types", Verdict.HOLDS),
                        tuple("asked-first", Verdict.VIOLATED),
                        tuple("no-waiting-for-nothing", Verdict.REFUTED));
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void anyClauseViolated_isThePropertyRefuted_aLivenessClauseBehindOneThatHoldsToo() throws IOException {
        Report leadsTo = wrong(
                PATIENT + "refute an-end-of-it",
                "assume \"time passes\"",
                "assume \"time passes\"; always for all p: p.COUNT =< knocks; step for all p: next(p.COUNT) >= 0");
        Report step = wrong(
                "check none; reach none; refute inside-for-good",
                "step for all p: p.state = INSIDE implies next(p.state) = INSIDE",
                "always for all p: p.COUNT =< knocks\n  step for all p: p.state = INSIDE implies next(p.state) /= INSIDE");

        assertThat(only(leadsTo).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(only(step).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(step.scenarios().get(0).coverage()).isEmpty();
    }

    @Test
    void askedForAProperty_onlyThatIsRefuted() throws IOException {
        Report report = check(
                Selection.of("wrong").withProperties("no-waiting-for-nothing"),
                PATIENT + "refute no-waiting-for-nothing, an-end-of-it");

        assertThat(only(report).property()).isEqualTo("no-waiting-for-nothing");
        assertThat(only(report).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void askedForAPropertyThatIsRefutedOrLeadsToSomething_nobodyMissesWhatWasNotLookedFor() throws IOException {
        Report refuted = check(
                Selection.of("wrong").withProperties("an-end-of-it"),
                "patience_ms = forever; refute no-waiting-for-nothing, an-end-of-it");
        Report leadsTo = ModelCheck.run(
                Knock.compile(),
                Selection.of("evening").withProperties("an-end-of-it").withTlc(Knock.tlc()),
                ProgressListener.NONE);

        assertThat(only(refuted).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(refuted.scenarios().get(0).unreached()).isEmpty();
        assertThat(refuted.exitStatus()).isZero();
        assertThat(only(leadsTo).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(leadsTo.exitStatus()).isZero();
    }

    @Test
    void set_claimsNothingOfAScenarioThatOnlyRefutes_butIsJudgedWithoutIt() throws IOException {
        Report report = check(
                Selection.of("small"),
                "sets small; " + PATIENT + "refute an-end-of-it",
                LONELY,
                "set small { covers all }\n" + LONELY);

        assertThat(report.scenarios()).extracting(ScenarioResult::name).containsExactly("evening", "wrong");
        assertThat(report.sets()).hasSize(1);
        assertThat(report.sets().get(0).scenarios()).containsExactly("evening");
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void reports_tellTheLength_theLadderOnRequest() throws IOException {
        Report report = wrong(PATIENT + "refute no-waiting-for-nothing");
        int steps = only(report).counterexample().length();

        assertThat(steps).isPositive();
        assertThat(ReportText.render(report))
                .contains("no-waiting-for-nothing  refuted (" + steps + ")")
                .contains("wrong: no-waiting-for-nothing refuted, as it must be, in " + steps + " steps")
                .doesNotContain("user: RAP")
                .contains("all as specified");
        assertThat(ReportText.render(report, true)).contains("user: RAP");
        assertThat(ReportJson.render(report)).contains("\"verdict\":\"refuted\"", "user: RAP");
        assertThat(ReportJunit.render(report))
                .contains("<testcase classname=\"wrong\" name=\"refute no-waiting-for-nothing\"/>");
    }
}
