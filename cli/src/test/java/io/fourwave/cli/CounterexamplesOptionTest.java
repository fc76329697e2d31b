package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourwave check --counterexamples}. */
class CounterexamplesOptionTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... args) {
        return Fourwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory.resolve("here"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void refutedProperty_leavesItsFiles_andTheReportTellsWhere() throws IOException {
        String here = directory.resolve("here").toString();
        int status = check(
                "check",
                "--spec",
                "../spec/examples/alternating-bit",
                "--scenario",
                "overtaken",
                "--counterexamples",
                here);

        assertThat(status).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        String name = "overtaken-delivered-is-a-prefix-of-sent";
        // Another protocol than the stack's: no frames, no sockets, no class to test.
        assertThat(files())
                .filteredOn(file -> file.startsWith(name))
                .containsExactly(name + ".html", name + ".json", name + ".svg", name + ".txt");
        assertThat(files()).allMatch(file -> file.matches("overtaken-.+\\.(html|json|svg|txt)"));
        assertThat(out.toString())
                .contains("counterexample: delivered-is-a-prefix-of-sent is refuted, as it must be in overtaken: "
                        + Path.of(here, name + ".html"));
        assertThat(Files.readString(Path.of(here, name + ".txt"))).contains("DUPLICATED");
    }

    @Test
    void nothingViolated_leavesNothing() throws IOException {
        String here = directory.resolve("here").toString();
        int status = check(
                "check",
                "--spec",
                "../spec/examples/alternating-bit",
                "--scenario",
                "one-way",
                "--counterexamples",
                here);

        assertThat(status).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        assertThat(files()).isEmpty();
        assertThat(out.toString()).doesNotContain("counterexample:");
    }
}
