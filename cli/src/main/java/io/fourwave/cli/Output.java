package io.fourwave.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

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

    /**
     * A directory that is there, or is made.
     *
     * @param option of the command line, for the message
     */
    static void requireDirectory(String option, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    option + ": cannot make " + directory + ": " + reason(e),
                    "name a directory, or where one may be made");
        }
        if (!Files.isWritable(directory)) {
            throw new CommandFailure(
                    ExitCode.INPUT, option + ": cannot write into " + directory, "name a directory that is yours");
        }
    }

    /** Writes a file, which is there whole or as it was before: whoever reads it may do so at any time. */
    static void write(Path file, String text) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                // A device or a pipe cannot be replaced.
                Files.writeString(real, text);
                return;
            }
            Path fresh = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
            try {
                Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
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
