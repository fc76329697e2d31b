package io.fourwave.cli;

import io.fourwave.runtime.link.LinkException;
import java.io.PrintWriter;

/** Turns what a command threw into what the user reads and the exit status. */
final class Failures {
    private Failures() {}

    static int report(Exception failure, PrintWriter err, boolean withStackTrace) {
        if (failure instanceof CommandFailure known) {
            err.println("error: " + known.getMessage());
            known.help().ifPresent(help -> err.println("help: " + help));
            return known.exitCode();
        }
        if (failure instanceof LinkException link) {
            err.println("error: " + link.getMessage().lines().findFirst().orElse(""));
            if (!link.help().isEmpty()) {
                err.println("help: " + link.help());
            }
            return ExitCode.ENVIRONMENT;
        }
        err.println("internal error: " + failure);
        if (withStackTrace) {
            failure.printStackTrace(err);
        } else {
            err.println("help: this is a defect of Fourwave; FOURWAVE_DEBUG=1 shows where it happened");
        }
        return ExitCode.INTERNAL;
    }
}
