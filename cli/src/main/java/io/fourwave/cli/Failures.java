package io.fourwave.cli;

import io.fourwave.runtime.link.LinkException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what a command threw into what the user reads and the exit status. */
final class Failures {
    private Failures() {}

    /** What is wrong comes last, or alone: a page of usage after it would scroll it away. */
    static int usage(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        if (line.getParent() == null && !(failure instanceof UnmatchedArgumentException)) {
            line.usage(err);
            err.println();
        }
        String message = failure.getMessage().replaceFirst("^Error: ", "");
        boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
        err.println("error: " + (word ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            // "Did you mean: …?"
            UnmatchedArgumentException.printSuggestions(unmatched, err);
        }
        err.println("help: `" + line.getCommandSpec().qualifiedName() + " --help` tells all there is");
        return ExitCode.USAGE;
    }

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
