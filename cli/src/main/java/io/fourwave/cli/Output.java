package io.fourwave.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files the user names for results, and what is said when they cannot be written. */
public final class Output {
    private Output() {}

    /**
     * Looks before the work whether its result can be written, so that it is not lost afterwards.
     *
     * @param option of the command line, for the message
     * @param file may be null: not asked for
     * @throws CommandFailure when there is no such directory, or no right to write there
     */
    static void requireWritable(String option, Path file) {
        if (file == null) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        String problem = null;
        if (Files.isDirectory(file)) {
            problem = "is a directory";
        } else if (directory == null || !Files.isDirectory(directory)) {
            problem = "no such directory";
        } else if (!Files.isWritable(Files.exists(file) ? file : directory)) {
            problem = "permission denied";
        }
        if (problem != null) {
            throw cannotWrite(option + ": ", file, problem);
        }
    }

    /** The end of a command whose result cannot be written. */
    public static CommandFailure cannotWrite(Path file, IOException why) {
        return cannotWrite("", file, reason(why));
    }

    private static CommandFailure cannotWrite(String prefix, Path file, String reason) {
        return new CommandFailure(
                ExitCode.INPUT,
                prefix + "cannot write " + file + ": " + reason,
                "name a file in a directory that exists and is yours");
    }

    /** With the file concerned, where the exception knows it. */
    public static String describe(IOException failure) {
        if (failure instanceof FileSystemException known && known.getFile() != null) {
            return known.getFile() + ": " + reason(failure);
        }
        return reason(failure);
    }

    /** Without the file; the JDK's own message is often nothing but its name. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "is in the way";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return decapitalized(known.getReason());
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : decapitalized(failure.getMessage());
    }

    /** The operating system's words begin with a capital, our messages do not. */
    private static String decapitalized(String text) {
        boolean oneCapital = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return oneCapital ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
