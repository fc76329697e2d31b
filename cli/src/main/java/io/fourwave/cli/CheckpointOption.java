package io.fourwave.cli;

import io.fourwave.modelcheck.tlc.Checkpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** That a check can be ended and go on later; a mixin. What was asked for is kept beside the checkpoints. */
public final class CheckpointOption {
    private static final String ASKED = "check.properties";
    private static final String FORMAT = "1";

    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description =
                    "Leave checkpoints in this directory, to go on from with --resume. States are kept there, too.")
    private Path fresh;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How often; also after Ctrl-C. Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the check that left its checkpoints here; it knows what was asked for.")
    private Path resumed;

    boolean isResumed() {
        return resumed != null;
    }

    /** The command that goes on later; null when there will be nothing to go on from. */
    String command() {
        Path directory = resumed != null ? resumed : fresh;
        return directory == null ? null : "./fourwave check --resume " + directory;
    }

    /** @return null when none are wanted */
    Checkpoints checkpoints() {
        Path directory = resumed != null ? resumed : fresh;
        if (directory == null) {
            return null;
        }
        if (!(minutes > 0)) {
            throw new CommandFailure(ExitCode.USAGE, "--checkpoint-minutes: " + minutes + " is not more than 0", null);
        }
        long millis = Math.max(1000, Math.round(minutes * 60_000));
        return new Checkpoints(directory.toAbsolutePath().normalize(), Duration.ofMillis(millis));
    }

    /**
     * Begins the directory of a new check.
     *
     * @throws CommandFailure when it is not empty: it may be the work of hours
     */
    void begin(Properties asked) {
        if (fresh == null) {
            return;
        }
        Output.requireDirectory("--checkpoint", fresh);
        try (Stream<Path> files = Files.list(fresh)) {
            if (files.findAny().isPresent()) {
                throw new CommandFailure(
                        ExitCode.INPUT,
                        "--checkpoint: " + fresh + " is not empty",
                        Files.exists(fresh.resolve(ASKED))
                                ? "--resume " + fresh
                                        + " goes on with the check that is in it; else name another directory"
                                : "name another directory");
            }
            asked.setProperty("format", FORMAT);
            StringWriter text = new StringWriter();
            asked.store(text, "what is checked here");
            Output.write(fresh.resolve(ASKED), text.toString());
        } catch (IOException e) {
            throw Output.cannotWrite(fresh, e);
        }
    }

    /** What the check that is to go on was asked for. */
    Properties asked() {
        if (fresh != null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--checkpoint and --resume exclude each other",
                    "--resume goes on leaving checkpoints");
        }
        Properties asked = new Properties();
        Path file = resumed.resolve(ASKED);
        try (InputStream in = Files.newInputStream(file)) {
            asked.load(in);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "--resume: there is no check in " + resumed + ": " + Output.reason(e),
                    "name the directory that --checkpoint was given");
        }
        if (!FORMAT.equals(asked.getProperty("format"))) {
            throw new CommandFailure(
                    ExitCode.INPUT, "--resume: " + file + " is of another release of Fourwave", "begin anew");
        }
        return asked;
    }
}
