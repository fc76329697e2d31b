package io.fourwave.modelcheck.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLC's distributed checker would leave out, or lose. */
class DistributedRunTest {
    @TempDir
    Path directory;

    private TlcOptions options(int workers) throws IOException {
        return Knock.tlc()
                .withMemory(768)
                .withWorkers(workers)
                .withJvmOptions(List.of("-XX:TieredStopAtLevel=1", "-Dfourwave.progress.millis=20"))
                .withDistribution(Distribution.onLoopback(workers));
    }

    private TlcRun run(String body, String configuration, TlcOptions options) throws IOException {
        Files.writeString(directory.resolve("M.tla"), "---- MODULE M ----\nEXTENDS Fourwave\n" + body + "\n====\n");
        try (InputStream library = TlcRun.class.getResourceAsStream("/io/fourwave/modelcheck/export/Fourwave.tla")) {
            Files.write(directory.resolve("Fourwave.tla"), library.readAllBytes());
        }
        Files.writeString(
                directory.resolve("M.cfg"),
                "SPECIFICATION Spec\nCONSTANT MODULUS = 4\nCHECK_DEADLOCK FALSE\n" + configuration);
        return new TlcRun(directory, "M", "M.cfg", options);
    }

    private static final String RING =
            "VARIABLE x\nInit == x = 0\nNext == x' = (x + 1) % 5\nSpec == Init /\\ [][Next]_x\n"
                    + "Up == [][x' > x]_x\nSmall == x < 3\nNone == x > 0";

    @Test
    void stepToAKnownState_isLookedAt_andItsTraceIsWhole() throws IOException {
        TlcOutcome outcome = run(RING, "PROPERTY Up\n", options(1)).run(progress -> {});

        assertThat(outcome.message()).isEmpty();
        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.VIOLATED);
        assertThat(outcome.violated()).isEqualTo("Up");
        assertThat(outcome.trace())
                .extracting(state -> state.variables().get("x"))
                .containsExactly(
                        new TlaValue.Num(0),
                        new TlaValue.Num(1),
                        new TlaValue.Num(2),
                        new TlaValue.Num(3),
                        new TlaValue.Num(4),
                        new TlaValue.Num(0));
    }

    @Test
    void violatedInTheFirstState_isToldLikeAnyOther() throws IOException {
        TlcOutcome outcome = run(RING, "INVARIANT None\n", options(1)).run(progress -> {});

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.VIOLATED);
        assertThat(outcome.violated()).isEqualTo("None");
        assertThat(outcome.trace()).hasSize(1);
    }

    @Test
    void workerKilled_theOthersDoItsWork_andNothingIsCountedTwice() throws IOException {
        String cube = "VARIABLES x, y\nInit == x = 0 /\\ y = 0\nName(n) == IF n % 2 = 0 THEN \"EVEN\" ELSE \"ODD\"\n"
                + "Next == \\/ x < 199 /\\ x' = x + 1 /\\ y' = y /\\ Stepped(Name(x), Name(x'))\n"
                + "        \\/ y < 199 /\\ y' = y + 1 /\\ x' = x /\\ Stepped(Name(y), Name(y'))\n"
                + "Spec == Init /\\ [][Next]_<<x, y>>\n"
                + "Noted == Stood(Name(x + y)) /\\ Reached(\"end\", x + y = 398) /\\ Reached(\"never\", x > 199)";
        TlcOptions options = options(2);
        AtomicBoolean killed = new AtomicBoolean();
        TlcOutcome outcome = run(cube, "INVARIANT Noted\n", options).run(progress -> {
            if (progress.distinct() > 500 && killed.compareAndSet(false, true)) {
                ProcessHandle.current()
                        .children()
                        .filter(child -> {
                            String arguments =
                                    String.join(" ", child.info().arguments().orElse(new String[0]));
                            return arguments.contains("WorkerChild")
                                    && arguments.contains(
                                            " " + options.distribution().port() + " ");
                        })
                        .findFirst()
                        .orElseThrow()
                        .destroyForcibly();
            }
        });

        assertThat(outcome.status()).as(outcome.message()).isEqualTo(TlcOutcome.Status.HOLDS);
        assertThat(killed).isTrue();
        assertThat(outcome.lost()).isEqualTo(1);
        assertThat(outcome.progress().distinct()).isEqualTo(40_000);
        assertThat(outcome.counts().get("state EVEN") + outcome.counts().get("state ODD"))
                .isEqualTo(40_000);
        assertThat(outcome.counts().get("EVEN -> ODD")).isEqualTo(2 * 100 * 200);
        assertThat(outcome.counts().get("ODD -> EVEN")).isEqualTo(2 * 99 * 200);
        assertThat(outcome.reached().keySet()).containsExactly("end");
    }
}
