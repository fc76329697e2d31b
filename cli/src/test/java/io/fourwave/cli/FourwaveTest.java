package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FourwaveTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Fourwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void version_namesTheReleaseAndJava() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .matches("(?s)fourwave \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\s*")
                .contains(Runtime.version().toString());
    }

    @Test
    void help_listsCommandsAndGoesToStandardOutput() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage: fourwave", "completion", "Exit status:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void noCommand_isAUsageErrorWithTheUsage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("a command is missing", "Usage: fourwave");
    }

    @Test
    void unknownOption_isAUsageErrorThatNamesIt() {
        assertThat(run("--verison")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--verison", "--version").doesNotContain("Exception");
    }

    @Test
    void unknownCommand_suggestsTheNearOne() {
        assertThat(run("completoin")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Did you mean", "fourwave completion");
    }

    @Test
    void completion_printsAScriptForThisCommand() {
        assertThat(run("completion")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("_complete_fourwave", "complete -F");
    }

    /** Every status of {@link ExitCode}, and the script's own, is in the help of the root command, and no other. */
    @Test
    void exitCodes_areAllInTheHelp() throws IllegalAccessException {
        Set<Integer> declared = new TreeSet<>();
        for (Field field : ExitCode.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                declared.add(field.getInt(null));
            }
        }
        declared.add(5);

        Set<Integer> listed = new LinkedHashSet<>();
        CommandLine line = Fourwave.commandLine();
        line.getCommandSpec().usageMessage().exitCodeList().keySet().stream()
                .map(String::trim)
                .map(Integer::valueOf)
                .forEach(listed::add);

        assertThat(listed).containsExactlyElementsOf(declared);
    }

    @Test
    void commandFailure_printsMessageAndHelp() {
        int status = Failures.report(
                new CommandFailure(ExitCode.ENVIRONMENT, "tap0: permission denied", "run as root"),
                new PrintWriter(err, true),
                false);

        assertThat(status).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString().lines()).containsExactly("error: tap0: permission denied", "help: run as root");
    }

    @Test
    void internalError_isToldWithoutAStackTraceUnlessAskedFor() {
        Exception defect = new IllegalStateException("ring full");
        assertThat(Failures.report(defect, new PrintWriter(err, true), false)).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString()).contains("ring full", "FOURWAVE_DEBUG=1").doesNotContain("\tat ");

        Failures.report(defect, new PrintWriter(err, true), true);
        assertThat(Arrays.stream(err.toString().split("\n"))).anyMatch(line -> line.startsWith("\tat "));
    }

    /** Errors pass picocli's handler; they must not reach the terminal as a stack trace either. */
    @Test
    void jvmError_isToldLikeAnyInternalError() {
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create())
                .setErr(new PrintWriter(err, true))
                .setExecutionStrategy(parsed -> {
                    throw new NoClassDefFoundError("io/fourwave/Missing");
                });
        assertThat(Fourwave.execute(line)).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString())
                .contains("io/fourwave/Missing", "FOURWAVE_DEBUG=1")
                .doesNotContain("\tat ");
    }
}
