package io.fourwave.cli;

import java.util.Optional;

/**
 * The way a command ends with something the user can act on. Printed as {@code error: message} and, where there is one, {@code help: what to do};
 * never with a stack trace.
 */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final String help;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what went wrong, lower case, with the file or device concerned
     * @param help what to do about it, or null where nobody can say
     */
    public CommandFailure(int exitCode, String message, String help) {
        super(message);
        this.exitCode = exitCode;
        this.help = help;
    }

    public int exitCode() {
        return exitCode;
    }

    public Optional<String> help() {
        return Optional.ofNullable(help);
    }
}
