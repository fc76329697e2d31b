package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.report.ReportJson;
import io.fourwave.modelcheck.report.ReportJunit;
import io.fourwave.modelcheck.report.ReportText;
import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever may become of a mutant is told, and each differently. */
class MutantCheckTest {
    private static final String THROWN_OUT = "with \"-> GONE\"\n  killed by inside-for-good in evening";

    private static Report check(TlcOptions tlc, String mutant, String... replacements) throws IOException {
        return ModelCheck.run(
                Knock.compile(replacements),
                Selection.of("evening").onlyMutants(mutant).withTlc(tlc),
                ProgressListener.NONE);
    }

    private static Report check(String mutant, String... replacements) throws IOException {
        return check(Knock.tlc(), mutant, replacements);
    }

    private static MutantResult only(Report report) {
        assertThat(report.mutants()).hasSize(1);
        return report.mutants().get(0);
    }

    private static String told(Report report) {
        assertThat(report.exitStatus()).isEqualTo(1);
        return ReportText.render(report);
    }

    @Test
    void killed_byThePropertyItNames_withTheWayAndTheStatesItTook() throws IOException {
        Report report = check("thrown-out");

        MutantResult mutant = only(report);
        assertThat(mutant.fate()).isEqualTo(Fate.KILLED);
        assertThat(mutant.noticedBy()).containsExactly("inside-for-good");
        assertThat(mutant.counterexample().length()).isPositive();
        assertThat(mutant.counterexample().shortest()).isTrue();
        assertThat(mutant.states()).isBetween(2L, 84L);
        assertThat(mutant.file()).isEqualTo("knock.wave");
        assertThat(report.exitStatus()).isZero();
        assertThat(ReportText.render(report))
                .contains("mutants: 1 of 1 killed by the property they name\n")
                .containsPattern("  thrown-out +inside-for-good +evening +"
                        + mutant.counterexample().length() + " +\\d+ ");
        assertThat(ReportJunit.render(report))
                .contains("name=\"thrown-out, to be killed by inside-for-good in evening\"")
                .doesNotContain("<failure", "<error");
    }

    @Test
    void survivor_isToldAsOne() throws IOException {
        Report report = check("quiet-knock");

        MutantResult mutant = only(report);
        assertThat(mutant.fate()).isEqualTo(Fate.SURVIVED);
        assertThat(mutant.noticedBy()).isEmpty();
        assertThat(mutant.message()).startsWith("asked-first holds");
        assertThat(told(report)).contains("mutants: 0 of 1 killed", "SURVIVES", "    asked-first holds");
        assertThat(ReportJunit.render(report)).contains("<failure message=\"SURVIVES; asked-first holds");
    }

    @Test
    void killedByAnotherProperty_saysByWhich() throws IOException {
        Report report = check("thrown-out", THROWN_OUT, THROWN_OUT.replace("inside-for-good", "asked-first"));

        MutantResult mutant = only(report);
        assertThat(mutant.fate()).isEqualTo(Fate.KILLED_BY_ANOTHER);
        assertThat(mutant.noticedBy()).containsExactly("inside-for-good");
        assertThat(mutant.counterexample().property()).isEqualTo("inside-for-good");
        assertThat(mutant.message()).startsWith("asked-first holds");
        assertThat(told(report)).contains("killed by ANOTHER: inside-for-good").doesNotContain("SURVIVES");
        assertThat(ReportJunit.render(report)).contains("<failure message=\"killed by ANOTHER: inside-for-good; asked");
    }

    @Test
    void editThatIsNoSpecification_saysWhatTheCompilerSays() throws IOException {
        Report report = check("thrown-out", THROWN_OUT, THROWN_OUT.replace("GONE", "NOWHERE"));

        MutantResult mutant = only(report);
        assertThat(mutant.fate()).isEqualTo(Fate.NOT_COMPILED);
        assertThat(mutant.states()).isZero();
        assertThat(told(report))
                .contains("does NOT COMPILE", "    error[W0201]", "NOWHERE")
                .doesNotContain("SURVIVES");
    }

    @Test
    void propertyTheScenarioDoesNotCheck_isNoKill() throws IOException {
        Report report = check("thrown-out", THROWN_OUT, THROWN_OUT.replace("inside-for-good", "never-tested"));

        assertThat(only(report).fate()).isEqualTo(Fate.NOT_CHECKED);
        assertThat(told(report)).contains("NOT CHECKED", "    scenario `evening` does not check `never-tested`");
    }

    @Test
    void whatNoMachineMayDo_isAnErrorAndNoKill() throws IOException {
        Report report = check("thrown-out", THROWN_OUT, THROWN_OUT.replace("-> GONE", "COUNT := 1 / COUNT"));

        MutantResult mutant = only(report);
        assertThat(mutant.fate()).isEqualTo(Fate.ERROR);
        assertThat(mutant.message()).isEqualTo("The second argument of \\div is 0.");
        assertThat(mutant.counterexample().length()).isPositive();
        assertThat(told(report)).containsPattern("thrown-out +error +evening").doesNotContain("SURVIVES");
        assertThat(ReportJunit.render(report)).contains("<error message=\"error; ");
    }

    @Test
    void outOfTime_isUndecided() throws IOException {
        Report report = check(Knock.tlc().withTimeout(Duration.ofMillis(50)), "thrown-out");

        assertThat(only(report).fate()).isEqualTo(Fate.UNDECIDED);
        assertThat(told(report))
                .containsPattern("thrown-out +undecided +evening")
                .contains("    out of time");
    }

    @Test
    void json_hasFateStepsAndStates() throws IOException {
        Report report = check("thrown-out");

        MutantResult mutant = only(report);
        assertThat(ReportJson.render(report))
                .contains(
                        "\"file\":\"knock.wave\",\"killed\":true,\"fate\":\"killed\",\"noticedBy\":[\"inside-for-good\"]")
                .contains("\"steps\":" + mutant.counterexample().length() + ",\"states\":" + mutant.states() + ",");
    }

    @Test
    void severalAtOnce_theResultsAreInTheOrderOfTheSpecification() throws IOException {
        List<String> begun = new ArrayList<>();
        TlcOptions three = Knock.tlc().withWorkers(3).withMemory(3 * 512);
        Report report = ModelCheck.run(
                Knock.compile(), Selection.of("evening").onlyMutants().withTlc(three), new ProgressListener() {
                    @Override
                    public void begins(String what, int number, int total, long pinnedStates) {
                        begun.add(what);
                        assertThat(number).isBetween(1, 5);
                        assertThat(total).isEqualTo(5);
                    }
                });

        assertThat(report.mutants())
                .extracting(MutantResult::name)
                .containsExactly("open-door", "thrown-out", "no-second-knock", "no-giving-up", "quiet-knock");
        assertThat(report.mutants())
                .extracting(MutantResult::fate)
                .containsExactly(Fate.KILLED, Fate.KILLED, Fate.KILLED, Fate.KILLED, Fate.SURVIVED);
        assertThat(begun).contains("open-door in evening: states and steps", "no-giving-up in evening: leads to");
    }

    @Test
    void interrupted_leavesThoseThatAreDecided_andNoChild() throws IOException {
        Thread here = Thread.currentThread();
        TlcOptions two = Knock.tlc().withWorkers(2).withMemory(2 * 512);
        Report report = ModelCheck.run(
                Knock.compile(), Selection.of("evening").onlyMutants().withTlc(two), new ProgressListener() {
                    @Override
                    public void mutant(MutantResult result) {
                        here.interrupt();
                    }
                });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.mutants()).isNotEmpty().hasSizeLessThan(5);
        assertThat(report.mutants()).allMatch(mutant -> mutant.fate() == Fate.KILLED || mutant.fate() == Fate.SURVIVED);
        assertThat(report.exitStatus()).isEqualTo(130);
    }
}
