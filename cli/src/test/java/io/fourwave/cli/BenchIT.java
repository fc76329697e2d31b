package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fourwave.cli.child.Namespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourwave bench} on settings too small to mean anything: everything is measured, nothing is timed by these tests. */
class BenchIT {
    private static final String ABP = "../spec/examples/alternating-bit";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Fourwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    /** The medians in the JSON, all of them above 0: octets have arrived, connections were closed. */
    private static void requireMeasured(String json, int figures) {
        Matcher median = Pattern.compile("\"result\":\\{\"median\":([0-9.]+),").matcher(json);
        int found = 0;
        while (median.find()) {
            assertThat(Double.parseDouble(median.group(1))).isPositive();
            found++;
        }
        assertThat(found).isEqualTo(figures);
    }

    @Test
    void wire_isMeasuredBesideTheKernel() throws IOException, InterruptedException {
        StringBuilder why = new StringBuilder();
        assumeTrue(Namespace.prefix(why).isPresent(), () -> "no network of our own here: " + why);
        Path json = directory.resolve("bench.json");
        int status = run(
                "bench",
                "--only",
                "goodput,connections,recording",
                "--offload",
                "--rounds",
                "1",
                // Long enough for something to arrive where others are at work, too.
                "--seconds",
                "0.5",
                "--warm-up",
                "0.5",
                "--json",
                json.toString());
        assumeTrue(status != ExitCode.ENVIRONMENT, () -> "no TAP here: " + out);
        assertThat(err.toString()).doesNotContain("error:");
        assertThat(status).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .containsPattern("(?m)^goodput over a TAP +kernel to kernel +ratio$")
                .containsPattern("(?m)^ +Fourwave -> kernel, offload +[0-9.]+ Gbit/s")
                .containsPattern("(?m)^ +Fourwave is the client +[0-9,.]+/s");
        requireMeasured(Files.readString(json), 10);
    }

    @Test
    void editAndReplay_areMeasured() throws IOException {
        Path json = directory.resolve("bench.json");
        int status = run(
                "bench",
                "--spec",
                "../spec/tcp",
                "--only",
                "compile",
                "--only",
                "replay",
                "--rounds",
                "1",
                "--json",
                json.toString());
        assertThat(err.toString()).doesNotContain("error:");
        assertThat(status).isEqualTo(ExitCode.OK);
        requireMeasured(Files.readString(json), 7);
    }

    /** With a small protocol: nothing in the measure knows which. */
    @Test
    void model_isMeasuredAndPinned() throws IOException {
        Path json = directory.resolve("bench.json");
        int status = run(
                "bench",
                "--spec",
                ABP,
                "--only",
                "model",
                "--scenario",
                "one-way",
                "--model-rounds",
                "1",
                "--json",
                json.toString());
        assertThat(err.toString()).doesNotContain("error:");
        assertThat(status).isEqualTo(ExitCode.OK);
        requireMeasured(Files.readString(json), 5);
    }
}
