package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourwave check} as the user meets it: a process, ended by Ctrl-C, and gone on with. */
class CheckIT {
    @TempDir
    Path directory;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fourwave.class.getName(), "check"));
        command.addAll(List.of("--spec", "../spec/tcp"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("out.txt"), StandardCharsets.UTF_8);
    }

    @Test
    void interrupted_sumsUp_andResumes_toTheVerdictOfTheWhole() throws IOException, InterruptedException {
        String kept = directory.resolve("kept").toString();
        String json = directory.resolve("check.json").toString();
        Process first = start(
                "--scenario",
                "octet",
                "--workers",
                "1",
                "--checkpoint",
                kept,
                "--checkpoint-minutes",
                "0.02",
                "--json",
                json);
        try {
            awaitSnapshot(Path.of(kept), first);
            new ProcessBuilder("kill", "-INT", Long.toString(first.pid()))
                    .start()
                    .waitFor();
            assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            first.destroyForcibly();
        }
        assertThat(first.exitValue()).as(output()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(output())
                .contains(
                        "undecided: octet\n",
                        "note: interrupted in octet: states and steps, at ",
                        "go on with: ./fourwave check --resume " + kept)
                .doesNotContain("Exception");
        assertThat(Files.readString(Path.of(json))).contains("\"interrupted\":true", "\"undecided\":[\"octet\"]");

        Process second = start("--resume", kept, "--json", json);
        try {
            assertThat(second.waitFor(300, TimeUnit.SECONDS)).isTrue();
        } finally {
            second.destroyForcibly();
        }
        // The scenario pins its states and depth: both are met.
        assertThat(second.exitValue()).as(output()).isEqualTo(ExitCode.OK);
        assertThat(output())
                .contains("note: octet: states and steps: resumed from a checkpoint with ", "all as specified");
        assertThat(Files.readString(Path.of(json))).contains("\"ok\":true");

        Process other = start("--resume", kept, "--scenario", "smoke");
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isEqualTo(ExitCode.INPUT);
        assertThat(output()).contains("error: --scenario: the check that is to go on was asked for --scenario octet");
    }

    private static void awaitSnapshot(Path kept, Process process) throws IOException, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        Path runs = kept.resolve("octet").resolve("1");
        while (System.nanoTime() < patience && process.isAlive()) {
            if (Files.isDirectory(runs)) {
                try (var files = Files.list(runs)) {
                    if (files.anyMatch(file -> file.getFileName().toString().matches("checkpoint-\\d+"))) {
                        return;
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no checkpoint");
    }
}
