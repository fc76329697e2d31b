package io.fourwave.modelcheck.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLC may come to besides a verdict. */
class TlcRunTest {
    @TempDir
    Path directory;

    private TlcOutcome run(String body) throws IOException {
        Files.writeString(
                directory.resolve("M.tla"),
                "---- MODULE M ----\nEXTENDS Integers, TLC\nVARIABLE x\n" + body + "\n====\n");
        Files.writeString(directory.resolve("M.cfg"), "INIT Init\nNEXT Next\nINVARIANT Small\n");
        return new TlcRun(directory, "M", "M.cfg", Knock.tlc()).run(progress -> {});
    }

    @Test
    void holds_withFiguresAndDepth() throws IOException {
        TlcOutcome outcome = run("Init == x = 0\nNext == x' = (x + 1) % 5\nSmall == x < 9");

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.HOLDS);
        assertThat(outcome.progress().distinct()).isEqualTo(5);
        assertThat(outcome.progress().depth()).isEqualTo(5);
        assertThat(outcome.trace()).isEmpty();
    }

    @Test
    void violated_hasTheShortestTrace() throws IOException {
        TlcOutcome outcome = run("Init == x = 0\nNext == x' = x + 1\nSmall == x < 2");

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.VIOLATED);
        assertThat(outcome.violated()).isEqualTo("Small");
        assertThat(outcome.trace())
                .extracting(state -> state.variables().get("x"))
                .containsExactly(new TlaValue.Num(0), new TlaValue.Num(1), new TlaValue.Num(2));
    }

    @Test
    void violatedAtOnce_hasTheInitialState() throws IOException {
        TlcOutcome outcome = run("Init == x = 7\nNext == x' = x\nSmall == x < 2");

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.VIOLATED);
        assertThat(outcome.trace()).hasSize(1);
        assertThat(outcome.trace().get(0).variables()).containsEntry("x", new TlaValue.Num(7));
    }

    @Test
    void wrongModule_isAnErrorThatSaysWhere() throws IOException {
        TlcOutcome outcome = run("Init == y = 0\nNext == x' = x\nSmall == TRUE");

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.ERROR);
        assertThat(outcome.message()).contains("Unknown operator: `y'.").contains("line 4");
    }

    @Test
    void failedAssertion_isAnErrorWithTheWayToIt() throws IOException {
        TlcOutcome outcome = run(
                "Init == x = 0\nNext == x' = IF x < 2 THEN x + 1 ELSE Assert(FALSE, \"release of more than there is\")\nSmall == TRUE");

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.ERROR);
        assertThat(outcome.message()).contains("release of more than there is");
        assertThat(outcome.trace()).hasSize(3);
    }

    @Test
    void noToolsThere_isAnError() throws IOException {
        Files.writeString(directory.resolve("M.tla"), "---- MODULE M ----\n====\n");
        TlcOptions options = new TlcOptions(1, 64, null, directory.resolve("none.jar"), java.util.List.of());

        TlcOutcome outcome = new TlcRun(directory, "M", "M.cfg", options).run(progress -> {});

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.ERROR);
        assertThat(outcome.message()).isEqualTo("Error: there are no TLA+ tools at " + directory.resolve("none.jar"));
    }

    @Test
    void moreThanTheMemory_isAnEndOfItsOwn() throws IOException {
        Files.writeString(
                directory.resolve("M.tla"),
                "---- MODULE M ----\nEXTENDS Integers\nVARIABLE x\nInit == x = <<>>\n"
                        + "Next == x' = [i \\in 1..9000000 |-> <<i>>]\nSmall == TRUE\n====\n");
        Files.writeString(directory.resolve("M.cfg"), "INIT Init\nNEXT Next\nINVARIANT Small\n");
        TlcOutcome outcome = new TlcRun(directory, "M", "M.cfg", Knock.tlc().withMemory(64)).run(progress -> {});

        assertThat(outcome.status()).isEqualTo(TlcOutcome.Status.OUT_OF_MEMORY);
    }

    @Test
    void noSpaceLeft_isAnEndOfItsOwn() {
        TlcOutput output = new TlcOutput(progress -> {}, null);
        output.line("@!@!@STARTMSG 1000:1 @!@!@");
        output.line("java.io.IOException: No space left on device");
        output.line("@!@!@ENDMSG 1000 @!@!@");

        assertThat(output.outcome(null).status()).isEqualTo(TlcOutcome.Status.OUT_OF_DISK);
    }

    @Test
    void memoryOfTheMachine_isSharedOut() {
        assertThat(MachineMemory.share(1024)).isEqualTo(512);
        assertThat(MachineMemory.share(8192)).isEqualTo(2048);
        assertThat(MachineMemory.share(1 << 20)).isEqualTo(4096);
        assertThat(Knock.tlc().withMemory(1024).heapMebibytes()).isEqualTo(896);
    }

    @Test
    void temporaryFiles_areWhereAskedFor_andGoneAfterwards() throws IOException {
        Path states = directory.resolve("states");
        Files.writeString(
                directory.resolve("M.tla"),
                "---- MODULE M ----\nEXTENDS Integers\nVARIABLE x\nInit == x = 0\nNext == x < 90000 /\\ x' = x + 1\n"
                        + "Small == TRUE\n====\n");
        Files.writeString(directory.resolve("M.cfg"), "INIT Init\nNEXT Next\nINVARIANT Small\n");
        AtomicBoolean seen = new AtomicBoolean();
        new TlcRun(directory, "M", "M.cfg", Knock.tlc().withStates(states)).run(progress -> seen.set(true));

        assertThat(seen).isTrue();
        assertThat(states).isEmptyDirectory();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("M.tla", "M.cfg", "states");
        }
    }
}
