package io.fourwave.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. Subcommands are listed in its annotation, one class each; {@code completion} is picocli's own, renamed. */
@Command(
        name = "fourwave",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCommand.class,
            WorkerCommand.class,
            GenerateCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            DiagramCommand.class,
            DemoCommand.class,
            BenchCommand.class
        },
        description = "One specification of TCP: read it, check it, run it.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done, and what was asked holds",
            " 1:done, and the answer is no (violated, not conforming, out of date)",
            " 2:the command line is not understood",
            " 3:a given file is at fault",
            " 4:the machine does not allow it (device, permission, address in use)",
            " 5:the command could not be built or Java is missing",
            " 70:a defect of Fourwave itself",
            " 130:ended by Ctrl-C"
        },
        footer = {
            "",
            "FOURWAVE_JAVA_OPTIONS  options for the JVM, such as -Xmx4g",
            "FOURWAVE_DEBUG=1       stack traces of internal errors"
        })
public final class Fourwave implements Callable<Integer> {
    /** Wide enough for the examples. */
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    private Fourwave() {}

    public static void main(String[] args) {
        System.exit(execute(commandLine(), args));
    }

    /** Picocli hands exceptions to our handler, but lets errors (out of memory, a class missing) through to the JVM's stack trace. */
    static int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (Error error) {
            return Failures.report(new IllegalStateException(error.toString(), error), line.getErr(), debugging());
        }
    }

    private static boolean debugging() {
        return System.getenv("FOURWAVE_DEBUG") != null;
    }

    /** The command line, ready to execute; output and errors go where {@link CommandLine#setOut} and {@link CommandLine#setErr} say. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Fourwave());
        line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setParameterExceptionHandler((failure, args) -> Failures.usage(failure));
        line.setExecutionExceptionHandler((failure, at, parsed) -> Failures.report(failure, at.getErr(), debugging()));
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
