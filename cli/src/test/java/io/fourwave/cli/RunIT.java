package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourwave run} as the user meets it: a process on a TAP, in a network namespace of its own, ended by a signal. */
class RunIT {
    @TempDir
    Path directory;

    private List<String> namespace;

    @BeforeEach
    void requireNamespace() throws InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/dev/net/tun")), "/dev/net/tun is not there or not ours to open");
        namespace = List.of(List.of("unshare", "-n"), List.of("unshare", "-Urn")).stream()
                .filter(RunIT::works)
                .findFirst()
                .orElse(null);
        assumeTrue(namespace != null, "no network namespace can be made here");
    }

    private static boolean works(List<String> prefix) {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(namespace);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the script does it: without these a newer JVM warns of what JNA needs.
        command.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fourwave.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void run_endedByASignal_closesItsFilesAndSumsUp() throws IOException, InterruptedException {
        Path trace = directory.resolve("run.fwtrace");
        Path pcapng = directory.resolve("run.pcapng");
        Process process = start(List.of(
                "run",
                "--tap",
                "tap0",
                "--address",
                "10.0.0.2/24",
                "--host-address",
                "10.0.0.1/24",
                "--echo",
                "7",
                "--trace",
                trace.toString(),
                "--pcapng",
                pcapng.toString()));
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("10.0.0.2/24 on tap0, ports 7; Ctrl-C ends it");
            process.toHandle().destroy();
            List<String> rest = output.lines().toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rest).anyMatch(line -> line.startsWith("ended; every connection was closed"));
            assertThat(rest).anyMatch(line -> line.startsWith("trace    " + trace));
        } finally {
            process.destroyForcibly();
        }
        Protocol protocol = Compiler.compile(Path.of("../spec/tcp")).orThrow();
        try (TraceReader reader = TraceReader.open(trace)) {
            assertThat(new Replayer(protocol, Fingerprint.of(protocol))
                            .replay(reader)
                            .conforms())
                    .isTrue();
        }
        assertThat(Files.size(pcapng)).isPositive();
    }

    @Test
    void secondRunOnTheSameTap_isToldThatItIsInUse() throws IOException, InterruptedException {
        List<String> arguments = List.of("run", "--tap", "tap0", "--address", "10.0.0.2/24", "--echo", "7");
        String again = "java -cp \"$0\" " + Fourwave.class.getName() + " " + String.join(" ", arguments);
        // Both in one namespace: the shell starts the first, waits for it to serve, then starts the second.
        String script = "exec 3< <(" + again + "); read -u 3 line; " + again + "; echo status $?; kill $!";
        List<String> command = new ArrayList<>(namespace);
        command.addAll(List.of("bash", "-c", script, System.getProperty("java.class.path")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .contains(
                        "error: cannot attach to the TAP interface `tap0`", "help: ", "status " + ExitCode.ENVIRONMENT);
    }
}
