package io.fourwave.conformance.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.tcp.Connection;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts are followed as far as the environment permits; what must happen happens; what differs is told. */
class RerunTest {
    private static final Compilation TCP = Compiler.compile(Path.of("..", "spec", "tcp"));

    @TempDir
    Path directory;

    private static Rerun smoke(String property) {
        return Rerun.of(Connection.class, "smoke", property);
    }

    /** What has happened in a run in which nothing is violated. */
    private static String told(Rerun rerun) {
        rerun.mustHold();
        try {
            rerun.mustBeViolated();
        } catch (AssertionError told) {
            return told.getMessage();
        }
        throw new AssertionError("it holds, and it does not");
    }

    @Test
    void noScript_theUsersDoWhatTheyDo_andAllComesToItsEnd() {
        // OPEN is not among what users do eventually: nothing happens at all.
        assertThat(told(smoke("no-stuck-end"))).doesNotContain("sends");

        assertThat(told(smoke("no-stuck-end").call("A", "OPEN-ACTIVE").call("B", "OPEN-PASSIVE")))
                .contains("-- from here on by itself:")
                .contains("SYN-SENT -> ESTABLISHED", "CLOSING -> TIME-WAIT", "timeout TIME-WAIT", "TIME-WAIT -> CLOSED")
                .doesNotContain("not as in the script");
    }

    @Test
    void lossesBeyondTheBudget_doNotHappen() {
        String told = told(smoke("no-stuck-end")
                .call("A", "OPEN-ACTIVE")
                .call("B", "OPEN-PASSIVE")
                .lost("A", 1)
                .tick()
                .tick()
                .tick()
                .expires("A", "RETRANSMISSION")
                .lost("A", 2)
                .lost("A", 7));

        assertThat(told)
                .contains("A's segment 1 is lost", "A timeout RETRANSMISSION")
                .doesNotContain("t=3 A's segment 2 is lost")
                .contains("(not as in the script: step 8, A's segment 2 is lost)")
                .contains("(not as in the script: step 9, A's segment 7 is lost)");
    }

    @Test
    void timeWaits_forWhatIsDueAndForTheOldestSegments() {
        String told = told(smoke("no-stuck-end")
                .call("A", "OPEN-ACTIVE")
                .call("B", "OPEN-PASSIVE")
                .tick()
                .tick());

        // A segment lives one tick: at its end it arrives before time goes on.
        assertThat(told)
                .containsPattern("t=1\\n  t=1 B A's segment 1: SEGMENT-ARRIVES: .*\\n(?s:.*)t=2\\n")
                .contains("(not as in the script: step 4, one tick passes)");
    }

    @Test
    void callsNotPermitted_areNotMade() {
        assertThat(told(smoke("no-stuck-end")
                        .call("A", "CLOSE")
                        .call("A", "OPEN-ACTIVE")
                        .call("A", "OPEN-ACTIVE")))
                .contains("(not as in the script: step 1, A: user: CLOSE)")
                .contains("(not as in the script: step 3, A: user: OPEN-ACTIVE)");
    }

    @Test
    void choicesTheScenarioDoesNotAllow_areNotMade() {
        assertThat(told(smoke("no-stuck-end").call("A", "OPEN-ACTIVE").chosen("iss", 5)))
                .contains("OPEN-ACTIVE: not-open.OPEN-ACTIVE, iss=0");
    }

    @Test
    void numbersNearTheEndOfTheModulus_wrapAround() {
        assertThat(told(Rerun.of(Connection.class, "wrapped", "no-stuck-end")
                        .call("A", "OPEN-ACTIVE")
                        .chosen("iss", 63)
                        .call("B", "OPEN-PASSIVE")))
                .contains("<SEQ=4294967295>", "<SEQ=0>");
    }

    @Test
    void whatLeadsToWhat_isDecidedWhenNothingHappensAnyMore() {
        String told = told(smoke("closed-in-the-end").call("A", "OPEN-ACTIVE").call("B", "OPEN-PASSIVE"));
        assertThat(told).contains("closed-in-the-end is to be violated here, and holds");
    }

    @Test
    void namesThatAreGone_areTold() {
        assertThatThrownBy(() ->
                        Rerun.of(Connection.class, "smokey", "no-stuck-end").mustHold())
                .hasMessage("the specification has no scenario `smokey` any more");
        assertThatThrownBy(() -> smoke("stuck-end").mustHold())
                .hasMessage("the specification has no property `stuck-end` any more");
        assertThatThrownBy(() -> smoke("no-stuck-end").call("C", "OPEN-ACTIVE").mustHold())
                .hasMessage("the environment `client-server` has no peer `C`");
        assertThatThrownBy(() -> Rerun.of(String.class, "smoke", "no-stuck-end").mustHold())
                .isInstanceOf(RuntimeException.class);
    }

    private Rerun opened(UnaryOperator<String> edit) throws Exception {
        ClassLoader classes = GeneratedStack.classes(TCP, edit, List.of(), directory);
        return Rerun.of(classes.loadClass(Connection.class.getName()), "smoke", "no-stuck-end")
                .call("A", "OPEN-ACTIVE")
                .call("B", "OPEN-PASSIVE");
    }

    @Test
    void classEditedByHand_isNoLongerTheSpecification() throws Exception {
        opened(UnaryOperator.identity()).mustHold();

        assertThatThrownBy(() -> opened(text -> {
                            String edited = text.replace("out.ack = rcvNxt;", "out.ack = rcvNxt + 1;");
                            assertThat(edited).isNotEqualTo(text);
                            return edited;
                        })
                        .mustHold())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the generated class does not do what the specification says: the effects of");
    }

    @Test
    void specificationChangedSince_isTold() throws Exception {
        World.Mutant mutant = TCP.orThrow().world().mutants().get(0);
        Compilation before = Compiler.compile(Mutants.apply(TCP.sources(), mutant));
        ClassLoader classes = GeneratedStack.classes(before, TCP, UnaryOperator.identity(), List.of(), directory);

        assertThatThrownBy(() -> Rerun.of(classes.loadClass(Connection.class.getName()), "smoke", "no-stuck-end")
                        .mustHold())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the specification has changed since " + Connection.class.getName());
    }
}
