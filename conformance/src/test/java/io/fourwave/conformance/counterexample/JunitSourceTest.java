package io.fourwave.conformance.counterexample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.fourwave.conformance.equivalence.SourceText;
import io.fourwave.conformance.rerun.GeneratedStack;
import io.fourwave.modelcheck.Finding;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.spec.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * TLC finds how a mutant violates a property; the test written of that fails on the stack generated from the mutant, by the property,
 * and passes on the stack as it is. Nothing about the counterexamples stands here.
 */
class JunitSourceTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        // of states
        "fin-takes-no-sequence-number, a-loss-costs-one-retransmission",
        "fin-not-retransmitted, awaited-is-timed",
        "fin-before-the-data, fin-is-last",
        "close-overtakes-data, fin-is-last",
        // of steps
        "last-ack-on-any-ack, last-ack-ends-on-its-ack",
        // of the end
        "retransmission-off, no-stuck-end",
    })
    void testOfACounterexample_failsWithTheMutant_andPassesWithout(String mutant, String property) throws Exception {
        Finding finding = Museum.killed(mutant);
        assertThat(finding.property()).isEqualTo(property);
        String source = JunitSource.write(finding, Connection.class.getName());

        TestExecutionSummary with = run(finding, source, finding.compilation());
        TestExecutionSummary without = run(finding, source, finding.original());

        assertThat(without.getFailures()).isEmpty();
        assertThat(without.getTestsSucceededCount()).isEqualTo(1);
        assertThat(with.getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith(property + " is violated")
                        // All the steps happened as the checker has told them.
                        .hasMessageNotContaining("not as in the script"));
    }

    /**
     * What must be violated: the test passes on the stack as it is. Of states; of whole behaviours that end, one with a crash; of one that goes on
     * for ever; of a segment that arrives twice.
     */
    @ParameterizedTest
    @CsvSource({
        "three-segments, states-in-their-order",
        "left-alone, FIN-WAIT-2-ends-for-orphans",
        "back-without-memory, it-notices",
        "storm, silence-returns",
        "reopened-too-soon, no-stale-FIN"
    })
    void testOfWhatIsRefuted_passes(String scenario, String property) throws Exception {
        Finding finding = Museum.refuted(scenario, property);
        String source = JunitSource.write(finding, Connection.class.getName());
        String turned = source.replace(".mustBeViolated()", ".mustHold()");
        assertThat(turned).isNotEqualTo(source);

        assertThat(run(finding, source, finding.original()).getFailures()).isEmpty();
        assertThat(run(finding, turned, finding.original()).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith(property + " is violated")
                        .hasMessageNotContaining("not as in the script"));
    }

    @Test
    void segmentThatArrivesTwice_andWhatRepeatsForEver_areInTheScript() {
        String duplicated = JunitSource.write(Museum.duplicated(), Connection.class.getName());
        assertThat(duplicated)
                .containsPattern("\\.arrivesTwice\\(\"A\", 3\\)(?s:.*)\\.arrives\\(\"A\", 3\\)")
                .contains("DUPLICATED -->", "STALE -->");

        Finding endless = Museum.endless();
        int loop = endless.counterexample().course().loopTo();
        String source = JunitSource.write(endless, Connection.class.getName());
        assertThat(source.lines().map(String::strip))
                .containsSubsequence(
                        "*   -- from here on again and again:",
                        "*   -- and back to before step " + (loop + 1) + ", for ever",
                        ".again() // what follows repeats for ever");
        assertThat(source.lines()
                        .dropWhile(line -> !line.contains(".again()"))
                        .skip(1)
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("// " + (loop + 1) + ", t="));
    }

    /** Without the loop it would be a run that comes to rest, and says nothing of what goes on for ever. */
    @Test
    void loopThatDoesNotClose_isNoViolation() throws Exception {
        Finding endless = Museum.endless();
        String source = JunitSource.write(endless, Connection.class.getName());
        String open = source.replaceFirst("\n *\\.again\\(\\)[^\n]*", "");
        assertThat(open).isNotEqualTo(source);

        assertThat(run(endless, source, endless.original()).getFailures()).isEmpty();
        assertThat(run(endless, open.replace(".mustBeViolated()", ".mustHold()"), endless.original())
                        .getFailures())
                .isEmpty();
    }

    static Stream<Arguments> museum() {
        return Museum.TCP.orThrow().world().mutants().stream()
                .map(mutant -> Arguments.of(mutant.name(), mutant.property()));
    }

    /** Eight numbers in the model, so that half of them is little; in the stack half of them is 2^31 octets. */
    @Test
    void runThatPassesHalfOfTheModelsNumbers_saysThatItMayNotShow() {
        assertThat(JunitSource.write(Museum.killed("numbers-that-never-wrap"), Connection.class.getName()))
                .contains("there are 8 sequence numbers", "does not show in this test");
        assertThat(JunitSource.write(Museum.killed("fin-not-retransmitted"), Connection.class.getName()))
                .doesNotContain("sequence numbers", "does not show");
    }

    /** The whole museum: some minutes. */
    @ParameterizedTest
    @MethodSource("museum")
    @EnabledIfSystemProperty(named = "fourwave.museum", matches = "all")
    void everyMutant_failsItsTest(String mutant, String property) throws Exception {
        Assumptions.assumeThat(JunitSource.write(Museum.killed(mutant), Connection.class.getName()))
                .doesNotContain("does not show in this test");
        testOfACounterexample_failsWithTheMutant_andPassesWithout(mutant, property);
    }

    private TestExecutionSummary run(Finding finding, String source, Compilation stack) throws Exception {
        String name = JunitSource.className(finding);
        ClassLoader classes = GeneratedStack.classes(
                stack, UnaryOperator.identity(), List.of(new SourceText(name, source)), directory);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(classes.loadClass(name)))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
