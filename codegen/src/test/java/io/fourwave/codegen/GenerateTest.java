package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateTest {
    @TempDir
    private Path temp;

    private Path spec;
    private Path out;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    @BeforeEach
    void smallSpec() throws IOException {
        spec = temp.resolve("small.wave");
        out = temp.resolve("out");
        Files.writeString(spec, Specs.SMALLEST);
    }

    private int run(String... args) {
        told.reset();
        problems.reset();
        return Generate.run(print(told), print(problems), args);
    }

    private int generate(String... more) {
        String[] args = new String[6 + more.length];
        System.arraycopy(
                new String[] {"--spec", spec.toString(), "--package", "p.small", "--out", out.toString()},
                0,
                args,
                0,
                6);
        System.arraycopy(more, 0, args, 6, more.length);
        return run(args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void goodSpec_isGenerated_thenUpToDate() throws IOException {
        assertThat(generate("--check")).isEqualTo(Generate.OUTDATED);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("not up to date: p/small/Small.java");
        assertThat(out).doesNotExist();
        assertThat(generate()).isEqualTo(Generate.OK);
        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("generated SMALL: ");
        assertThat(generate("--check")).isEqualTo(Generate.OK);
        assertThat(generate()).isEqualTo(Generate.OK);
        assertThat(told.size()).isZero();
        Files.writeString(spec, Specs.SMALLEST.replace("then SEG.NR", "then SEG.NR + 1"));
        assertThat(generate("--check")).isEqualTo(Generate.OUTDATED);
    }

    @Test
    void specWithErrors_isTold_andNothingWritten() throws IOException {
        Files.writeString(spec, Specs.SMALLEST.replace("then SEG.NR", "then SEG.NUMBER"));
        assertThat(generate()).isEqualTo(Generate.FAILED);
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .startsWith("error[W")
                .contains("small.wave:6:")
                .contains("SEG.NUMBER")
                .contains("1 error");
        assertThat(out).doesNotExist();
    }

    @Test
    void missingSpec_isTold() {
        spec = temp.resolve("nowhere");
        assertThat(generate()).isEqualTo(Generate.FAILED);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("nowhere");
    }

    @Test
    void unknownProfile_isTold() {
        assertThat(generate("--profile-default", "fast")).isEqualTo(Generate.FAILED);
        assertThat(problems.toString(StandardCharsets.UTF_8)).startsWith("error: no profile `fast`");
    }

    @Test
    void outThatIsAFile_isTold() throws IOException {
        Files.writeString(out, "in the way");
        assertThat(generate()).isEqualTo(Generate.FAILED);
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .startsWith("error: ")
                .contains("out");
    }

    @ParameterizedTest
    @CsvSource({
        "--spec,              --spec wants a value",
        "--spec s --outt o,   unknown option: --outt",
        "--spec s --out o,    missing option: --package",
        "--spec s --out o --package 1.2, not a name of a Java package: 1.2"
    })
    void badCommandLine_isTold(String line, String problem) {
        assertThat(run(line.split(" "))).isEqualTo(Generate.USAGE);
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .startsWith("error: " + problem)
                .contains("usage: ");
    }

    @Test
    void inABuild_failureIsAnExceptionThatShowsTheDiagnostics() throws IOException {
        Files.writeString(spec, Specs.SMALLEST.replace("then SEG.NR", "then SEG.NUMBER"));
        String[] args = {"--spec", spec.toString(), "--package", "p", "--out", out.toString()};
        assertThatThrownBy(() -> GenerateInBuild.main(args))
                .hasMessageContaining("small.wave:6:")
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }
}
