package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.export.ExportException;
import io.fourwave.modelcheck.ladder.LadderText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import io.fourwave.modelcheck.trace.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of property holds where it should and fails where it must. */
class ModelCheckTest {
    private static Report check(Selection selection, String... replacements) throws IOException {
        return ModelCheck.run(Knock.compile(replacements), selection.withTlc(Knock.tlc()), ProgressListener.NONE);
    }

    private static PropertyResult property(Report report, String name) {
        return report.scenarios().get(0).properties().stream()
                .filter(result -> result.property().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void evening_everythingHolds_statesAndDepthAreThoseCounted() throws IOException {
        Report report = check(Selection.of("evening"));

        ScenarioResult evening = report.scenarios().get(0);
        assertThat(evening.error()).isEmpty();
        assertThat(evening.properties()).extracting(PropertyResult::verdict).containsOnly(Verdict.HOLDS);
        assertThat(evening.properties())
                .extracting(PropertyResult::property)
                .containsExactly("types", "asked-first", "inside-for-good", "an-end-of-it", "no-waiting-for-nothing");
        assertThat(evening.states()).isEqualTo(84);
        assertThat(evening.depth()).isEqualTo(15);
        assertThat(evening.witnesses())
                .containsOnlyKeys("both-inside", "knocked-again")
                .doesNotContainValue(null);
        assertThat(evening.coverage()).doesNotContainValue(null);
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void lonely_unreachedWitnessAndUntestedProperty_areToldAndNoSuccess() throws IOException {
        Report report = check(Selection.of("lonely"));

        ScenarioResult lonely = report.scenarios().get(0);
        assertThat(lonely.unreached()).containsExactly("host-knocks");
        assertThat(property(report, "never-tested").verdict()).isEqualTo(Verdict.VACUOUS);
        // It is true, but of another scenario than the one described.
        assertThat(property(report, "inside-for-good").verdict()).isEqualTo(Verdict.UNFOUNDED);
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void stepProperty_whoseConditionIsNeverTrue_isUntested() throws IOException {
        String text = "p.state = INSIDE implies next(p.state) = INSIDE";
        Report told = check(
                Selection.of("evening"), text, "p.state = OUTSIDE and next(p.state) = GONE implies p.state = INSIDE");
        Report tried = check(
                Selection.of("evening"), text, "p.state = OUTSIDE and next(p.state) /= OUTSIDE implies p.COUNT = 0");

        assertThat(property(told, "inside-for-good").verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(told.scenarios().get(0).coverage()).containsEntry("antecedent inside-for-good", null);
        assertThat(told.exitStatus()).isEqualTo(1);
        assertThat(property(tried, "inside-for-good").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void evening_countsStatesAndSteps_theSameWithTwoWorkers() throws IOException {
        Report one = check(Selection.of("evening"));
        Report two = ModelCheck.run(
                Knock.compile(), Selection.of("evening").withTlc(Knock.tlc().withWorkers(2)), ProgressListener.NONE);

        Map<String, Long> counts = one.scenarios().get(0).counts();
        // Two ends, each in one of its states in each of the 84.
        assertThat(counts.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("state "))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(168);
        assertThat(counts)
                .containsKeys("OUTSIDE -> KNOCKING", "OUTSIDE -> INSIDE", "KNOCKING -> INSIDE", "KNOCKING -> GONE")
                .doesNotContainKeys("INSIDE -> GONE");
        assertThat(two.scenarios().get(0).counts()).isEqualTo(counts);
    }

    @Test
    void claimNotReached_noPropertyHolds_andTheClaimIsTold() throws IOException {
        Report kept = check(
                Selection.of("evening"),
                "sets small",
                "sets small; covers state GONE, exhausted AGAIN, KNOCKING -> GONE");
        Report broken = check(
                Selection.of("lonely"),
                "reach both-inside, host-knocks",
                "reach both-inside; covers state INSIDE, state GONE, GONE -> INSIDE");

        assertThat(kept.exitStatus()).isZero();
        assertThat(broken.scenarios().get(0).unreached()).isEmpty();
        assertThat(broken.scenarios().get(0).broken())
                .containsExactly("state GONE: not reached", "GONE -> INSIDE: no rule makes this transition");
        assertThat(property(broken, "inside-for-good").verdict()).isEqualTo(Verdict.UNFOUNDED);
        assertThat(broken.exitStatus()).isEqualTo(1);
    }

    @Test
    void exceptionThatIsReached_isToldToo() throws IOException {
        Report report =
                check(Selection.of("evening"), "sets small", "sets small; covers all except state GONE, timeout AGAIN");

        assertThat(report.scenarios().get(0).broken())
                .containsExactly("state GONE: excepted, but reached", "timeout AGAIN: excepted, but reached");
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void set_addsUpItsScenarios_andIsJudgedOnlyWhenAllAreChecked(@TempDir Path work) throws IOException {
        String set = "scenario lonely of street \"what is asked for does not happen\" {";
        String[] wide = {
            set,
            "set small { covers all }\n" + set + "\n  sets small",
            "reach both-inside, host-knocks",
            "reach both-inside"
        };
        Report whole = ModelCheck.run(
                Knock.compile(wide), Selection.of("small").withTlc(Knock.tlc()).withWork(work), ProgressListener.NONE);
        Report half = check(Selection.of("lonely"), wide);

        assertThat(half.sets()).isEmpty();
        SetResult small = whole.sets().get(0);
        assertThat(small.scenarios()).containsExactly("evening", "lonely");
        assertThat(small.covered().get("state GONE")).containsExactly("evening");
        assertThat(small.covered().get("state INSIDE")).containsExactly("evening", "lonely");
        // never-tested is checked in one of them only, and never put to the test; nor does any mutant show that it can
        // fail.
        assertThat(small.broken())
                .containsExactly(
                        "property never-tested: no mutant of these scenarios is killed by it, none refutes it",
                        "antecedent never-tested: never true");
        assertThat(whole.exitStatus()).isEqualTo(1);
        assertThat(Files.readString(work.resolve("states-small.svg"))).contains(">GONE</text>");
        assertThat(work.resolve("lonely").resolve("states.svg")).content().contains(">never</text>");
    }

    @Test
    void mutants_ofEachKindOfProperty_areKilledByIt_andOneSurvives() throws IOException {
        Report report = check(Selection.of("evening").onlyMutants());

        assertThat(report.scenarios()).isEmpty();
        assertThat(report.mutants())
                .filteredOn(MutantResult::killed)
                .extracting(MutantResult::property)
                .containsExactly("asked-first", "inside-for-good", "no-waiting-for-nothing", "an-end-of-it");
        assertThat(report.mutants())
                .filteredOn(mutant -> !mutant.killed())
                .singleElement()
                .satisfies(mutant -> {
                    assertThat(mutant.name()).isEqualTo("quiet-knock");
                    assertThat(mutant.fate()).isEqualTo(Fate.SURVIVED);
                });
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void stuckState_isToldAsALadderInTermsOfTheSpec() throws IOException {
        Report report = check(Selection.of("evening").onlyMutants("no-second-knock"));

        String ladder =
                LadderText.render(report.mutants().get(0).counterexample().ladder());
        assertThat(ladder)
                .contains("user: RAP", "OUTSIDE.RAP", "#1 <SOUND=TAP> ->", "awake.tap", "chosen: heard = FALSE")
                .contains("AGAIN in 2", "AGAIN due", "timeout AGAIN", "KNOCKING.timeout-AGAIN", "(again, as #1)");
    }

    @Test
    void endlessBehaviour_violatesLeadsTo_andSaysThatNothingHappens() throws IOException {
        Report report = check(Selection.of("evening").onlyMutants("no-giving-up"));

        assertThat(report.mutants().get(0).counterexample().ladder().ending()).isEqualTo("nothing happens any more");
    }

    @Test
    void violationFoundBySeveralWorkers_isToldOnAShortestWay() throws IOException {
        String[] wrong = {"p.ASKED or q.ASKED", "p.ASKED"};
        Report one = check(Selection.of("evening"), wrong);
        Report two = ModelCheck.run(
                Knock.compile(wrong),
                Selection.of("evening").withTlc(Knock.tlc().withWorkers(2)),
                ProgressListener.NONE);
        Report mutant = ModelCheck.run(
                Knock.compile(),
                Selection.of("evening")
                        .onlyMutants("no-second-knock", "no-giving-up")
                        .withTlc(Knock.tlc().withWorkers(2)),
                ProgressListener.NONE);

        assertThat(property(one, "asked-first").counterexample().shortest()).isTrue();
        assertThat(property(two, "asked-first").counterexample().shortest()).isTrue();
        assertThat(property(two, "asked-first").counterexample().length())
                .isEqualTo(property(one, "asked-first").counterexample().length());
        assertThat(mutant.mutants())
                .extracting(result -> result.counterexample().shortest())
                // Who says that something never happens may take a way round.
                .containsExactly(true, false);
    }

    @Test
    void endlessRepetition_isToldWithTheStepThatClosesTheCircle() throws IOException {
        Report report = check(
                Selection.of("evening"),
                "on exhausted AGAIN in KNOCKING -> GONE { notify NOBODY-HOME }",
                "on exhausted AGAIN in KNOCKING { COUNT := 0; start AGAIN; notify NOBODY-HOME }",
                "replace \"-> GONE\" with",
                "replace \"start AGAIN\" with");

        PropertyResult violated = property(report, "an-end-of-it");
        assertThat(violated.verdict()).isEqualTo(Verdict.VIOLATED);
        Course course = violated.counterexample().course();
        assertThat(course.loopTo()).isPositive();
        assertThat(course.acts()).noneMatch(act -> act.kind() == Course.Kind.UNTOLD);
        // The circle is closed: after its last act both ends are as they were before its first.
        Course.Act last = course.acts().get(course.acts().size() - 1);
        assertThat(last.ends()).isEqualTo(course.acts().get(course.loopTo() - 1).ends());
        assertThat(course.acts().subList(course.loopTo(), course.acts().size()))
                .anyMatch(act -> act.kind() == Course.Kind.TICK);
    }

    @Test
    void violatedProperty_theOthersStillGetTheirVerdict() throws IOException {
        Report report = check(Selection.of("evening"), "p.ASKED or q.ASKED", "p.ASKED");

        assertThat(property(report, "asked-first").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(property(report, "inside-for-good").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(property(report, "an-end-of-it").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void variableBeyondItsRange_violatesTypes() throws IOException {
        Report report = check(Selection.of("evening"), "at most knocks retries", "at most 9 retries");

        assertThat(property(report, "types").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void pinnedFigures_notMet_areToldAndNoSuccess() throws IOException {
        Report met = check(Selection.of("evening"), "sets small", "sets small\n  expect states 84 depth 15");
        Report missed = check(Selection.of("evening"), "sets small", "sets small\n  expect states 85 depth 14");

        assertThat(met.exitStatus()).isZero();
        assertThat(missed.scenarios().get(0).expected())
                .isEqualTo("84 distinct states instead of 85, depth 15 instead of 14");
        assertThat(missed.exitStatus()).isEqualTo(1);
    }

    @Test
    void severalWorkers_findTheSameStates() throws IOException {
        Report report = ModelCheck.run(
                Knock.compile(), Selection.of("evening").withTlc(Knock.tlc().withWorkers(2)), ProgressListener.NONE);

        assertThat(report.scenarios().get(0).states()).isEqualTo(84);
        assertThat(report.scenarios().get(0).witnesses()).doesNotContainValue(null);
    }

    @Test
    void unboundDuration_isAnErrorThatSaysWhatToWrite() throws IOException {
        Report report = check(Selection.of("evening"), "patience_ms = 2 ticks\n  LOSSES = 1", "LOSSES = 1");

        assertThat(report.scenarios().get(0).error())
                .contains("scenario `evening` does not say how many ticks `patience_ms` is")
                .contains("help: ");
        assertThat(report.exitStatus()).isEqualTo(2);
    }

    @Test
    void unknownNames_areToldWithTheKnownOnes() {
        assertThatThrownBy(() -> check(Selection.of("morning"))).isInstanceOfSatisfying(ExportException.class, e -> {
            assertThat(e).hasMessage("there is no scenario or set of scenarios `morning`");
            assertThat(e.help()).contains("evening", "lonely", "small");
        });
        assertThatThrownBy(() -> check(Selection.of().onlyMutants("x-man"))).hasMessage("there is no mutant `x-man`");
    }

    @Test
    void outOfTime_isUndecidedAndAnError() throws IOException {
        TlcOptions short_ = Knock.tlc().withTimeout(Duration.ofMillis(50));
        Report report = ModelCheck.run(Knock.compile(), Selection.of("evening").withTlc(short_), ProgressListener.NONE);

        assertThat(report.scenarios().get(0).error()).startsWith("out of time after");
        assertThat(report.scenarios().get(0).properties())
                .extracting(PropertyResult::verdict)
                .containsOnly(Verdict.UNDECIDED);
        assertThat(report.exitStatus()).isEqualTo(2);
    }

    @Test
    void interrupted_leavesWhatIsDecided() throws IOException {
        AtomicReference<Report> report = new AtomicReference<>();
        Thread here = Thread.currentThread();
        report.set(ModelCheck.run(Knock.compile(), Selection.of().withTlc(Knock.tlc()), new ProgressListener() {
            @Override
            public void scenario(ScenarioResult result) {
                here.interrupt();
            }
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.get().scenarios()).hasSize(1);
        assertThat(report.get().exitStatus()).isEqualTo(130);
    }

    @Test
    void listener_isToldOfRunsAndProgress(@TempDir Path work) throws IOException {
        List<String> runs = new java.util.ArrayList<>();
        AtomicReference<TlcProgress> last = new AtomicReference<>();
        ModelCheck.run(
                Knock.compile(), Selection.of("evening").withTlc(Knock.tlc()).withWork(work), new ProgressListener() {
                    @Override
                    public void begins(String what, int number, int total, long pinnedStates) {
                        runs.add(what);
                    }

                    @Override
                    public void progress(TlcProgress progress) {
                        last.set(progress);
                    }
                });

        assertThat(runs).containsExactly("evening: states and steps", "evening: leads to");
        assertThat(last.get().distinct()).isEqualTo(84);
        // The work directory keeps the modules for reading, and nothing of TLC's.
        try (var files = Files.list(work.resolve("evening"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "Fourwave.tla",
                            "KNOCK.tla",
                            "KNOCK_trail.tla",
                            "street.tla",
                            "MC_evening.tla",
                            "MC_evening.cfg",
                            "MC_evening_live.cfg",
                            "states.svg");
        }
    }
}
