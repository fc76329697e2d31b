package io.fourwave.modelcheck.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.modelcheck.Knock;
import io.fourwave.modelcheck.tlc.child.ResumeException;
import io.fourwave.modelcheck.tlc.child.Snapshots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child that is killed, or stopped, and goes on later finds what one finds that was left alone. */
class ResumeTest {
    /** A cube of 68,921 states; the queue is many pages of 256 states wide. */
    private static final String CUBE = """
            ---- MODULE Cube ----
            EXTENDS Fourwave
            VARIABLES x, y, z
            Side == 0..40
            Init == x = 0 /\\ y = 0 /\\ z = 0
            Name(n) == IF n % 2 = 0 THEN "EVEN" ELSE "ODD"
            Next == \\/ x < 40 /\\ x' = x + 1 /\\ UNCHANGED <<y, z>> /\\ Stepped(Name(x), Name(x'))
                    \\/ y < 40 /\\ y' = y + 1 /\\ UNCHANGED <<x, z>> /\\ Stepped(Name(y), Name(y'))
                    \\/ z < 40 /\\ z' = z + 1 /\\ UNCHANGED <<x, y>> /\\ Stepped(Name(z), Name(z'))
            Spec == Init /\\ [][Next]_<<x, y, z>>
            Noted == /\\ Stood(Name(x + y + z))
                     /\\ Reached("begun", x + y + z > 1)
                     /\\ Reached("middle", x = 20 /\\ y = 20 /\\ z = 20)
                     /\\ Reached("end", x + y + z = 120)
                     /\\ Reached("never", x > 40)
            Inside == x + y + z =< LIMIT
            ====
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void module() throws IOException {
        write("120");
    }

    private void write(String limit) throws IOException {
        Files.writeString(directory.resolve("Cube.tla"), CUBE.replace("LIMIT", limit));
        try (InputStream library = TlcRun.class.getResourceAsStream("/io/fourwave/modelcheck/export/Fourwave.tla")) {
            Files.write(directory.resolve("Fourwave.tla"), library.readAllBytes());
        }
        Files.writeString(
                directory.resolve("Cube.cfg"),
                "SPECIFICATION Spec\nCONSTANT MODULUS = 4\nCHECK_DEADLOCK FALSE\nINVARIANTS Noted Inside\n");
    }

    private TlcOptions options(int workers) {
        return Knock.tlc()
                .withWorkers(workers)
                .withJvmOptions(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dfourwave.progress.millis=20",
                        "-Dtlc2.tool.queue.DiskStateQueue.BufSize=256"));
    }

    private TlcRun run(TlcOptions options, String name) {
        return new TlcRun(
                directory,
                "Cube",
                "Cube.cfg",
                options.withCheckpoints(new Checkpoints(directory.resolve("kept"), Duration.ofMillis(150))),
                name);
    }

    private boolean hasSnapshot(String name) {
        try {
            return new Snapshots(directory.resolve("kept").resolve(name)).last().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private void killChild() {
        ProcessHandle.current()
                .children()
                .filter(child -> String.join(" ", child.info().arguments().orElse(new String[0]))
                        .contains(directory.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void killedAfterACheckpoint_goesOnFromIt_toTheSameFiguresAndCoverage(int workers) throws IOException {
        TlcOutcome whole = run(options(workers), "whole").run(progress -> {});

        TlcOutcome killed = run(options(workers), "killed").run(progress -> {
            if (hasSnapshot("killed")) {
                killChild();
            }
        });
        TlcOutcome resumed = run(options(workers), "killed").run(progress -> {});

        assertThat(whole.status()).isEqualTo(TlcOutcome.Status.HOLDS);
        assertThat(whole.progress().distinct()).isEqualTo(68_921);
        assertThat(killed.status()).isEqualTo(TlcOutcome.Status.ERROR);
        assertThat(resumed.status()).isEqualTo(TlcOutcome.Status.HOLDS);
        assertThat(resumed.resumed()).isPositive().isLessThan(68_921);
        assertThat(resumed.progress().distinct()).isEqualTo(68_921);
        assertThat(resumed.progress().generated()).isEqualTo(whole.progress().generated());
        assertThat(resumed.progress().depth()).isEqualTo(whole.progress().depth());
        assertThat(resumed.counts()).isEqualTo(whole.counts());
        assertThat(resumed.reached().keySet())
                .isEqualTo(whole.reached().keySet())
                .contains("begun", "middle", "end")
                .doesNotContain("never");
        // What has ended is not made again.
        AtomicInteger words = new AtomicInteger();
        TlcOutcome again = run(options(workers), "killed").run(progress -> words.incrementAndGet());
        assertThat(words).hasValue(0);
        assertThat(again.counts()).isEqualTo(whole.counts());
        assertThat(again.progress()).isEqualTo(resumed.progress());
    }

    @Test
    void stopped_leavesALastCheckpoint_andMoreWorkersGoOn_withMoreMemory() throws IOException, InterruptedException {
        // Of the memory follows how large TLC's pages are.
        TlcOptions plain = options(1).withJvmOptions(List.of("-Dfourwave.progress.millis=20"));
        TlcRun first = run(plain, "stopped");
        TlcOutcome stopped = first.run(progress -> {
            if (progress.distinct() > 3_000) {
                first.stop();
            }
        });
        TlcOutcome resumed =
                run(plain.withWorkers(2).withMemory(512), "stopped").run(progress -> {});

        assertThat(stopped.status()).isEqualTo(TlcOutcome.Status.INTERRUPTED);
        assertThat(resumed.resumed()).isGreaterThan(3_000);
        assertThat(resumed.progress().distinct()).isEqualTo(68_921);
        assertThat(resumed.counts().values().stream().filter(count -> count > 0).count())
                .isEqualTo(4);
        assertThat(resumed.counts().get("state EVEN") + resumed.counts().get("state ODD"))
                .isEqualTo(68_921);
    }

    @Test
    void violationBeyondTheCheckpoint_hasItsWholeTrace() throws IOException {
        write("119");
        TlcRun first = run(options(1), "violated");
        first.run(progress -> {
            if (progress.distinct() > 3_000) {
                first.stop();
            }
        });
        TlcOutcome resumed = run(options(1), "violated").run(progress -> {});

        assertThat(resumed.resumed()).isPositive();
        assertThat(resumed.status()).isEqualTo(TlcOutcome.Status.VIOLATED);
        assertThat(resumed.violated()).isEqualTo("Inside");
        assertThat(resumed.trace()).hasSize(121);
    }

    @Test
    void fewerWorkers_areRefused() throws IOException {
        TlcRun first = run(options(2), "two");
        first.run(progress -> {
            if (progress.distinct() > 3_000) {
                first.stop();
            }
        });

        assertThatThrownBy(() -> run(options(1), "two").run(progress -> {}))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("was left by 2 workers");
    }

    @Test
    void liveness_beginsAnew() throws IOException {
        String fair = CUBE.replace("LIMIT", "120")
                .replace("40", "12")
                .replace("====", "Fair == Spec /\\ WF_<<x, y, z>>(Next)\nEnds == <>(x + y + z = 36)\n====");
        Files.writeString(directory.resolve("Cube.tla"), fair);
        Files.writeString(
                directory.resolve("Cube.cfg"),
                "SPECIFICATION Fair\nCONSTANT MODULUS = 4\nCHECK_DEADLOCK FALSE\nPROPERTY Ends\n");
        TlcRun first = run(options(1), "fair");
        TlcOutcome stopped = first.run(progress -> new Thread(first::stop).start());
        assertThat(stopped.status()).isEqualTo(TlcOutcome.Status.INTERRUPTED);
        assertThat(hasSnapshot("fair")).isFalse();

        TlcOutcome again = run(options(1), "fair").run(progress -> {});

        assertThat(again.status()).isEqualTo(TlcOutcome.Status.HOLDS);
        assertThat(again.resumed()).isZero();
        assertThat(again.progress().distinct()).isEqualTo(13 * 13 * 13);
    }

    @Test
    void anotherModule_isRefused_andTheMessageSaysWhatDiffers() throws IOException {
        TlcRun first = run(options(1), "changed");
        first.run(progress -> first.stop());
        write("130");

        assertThatThrownBy(() -> run(options(1), "changed").run(progress -> {}))
                .isInstanceOfSatisfying(ResumeException.class, e -> {
                    assertThat(e).hasMessageContaining("the exported modules is not what the checkpoint was made with");
                    assertThat(e.help()).contains("--checkpoint");
                });
    }

    @Test
    void parentGone_childEnds() throws IOException, InterruptedException {
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        ChildCommand command = new ChildCommand(options(1), scratch);
        command.states(scratch.resolve("states"));
        Process child = new ProcessBuilder(command.of("Cube.cfg", "Cube"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            child.getOutputStream().close();
            assertThat(child.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(1);
        } finally {
            child.destroyForcibly();
        }
    }
}
