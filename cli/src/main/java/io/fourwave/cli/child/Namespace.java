package io.fourwave.cli.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How a child gets a network namespace of its own on this machine, if it can have one. */
public final class Namespace {
    private static final Path TUN = Path.of("/dev/net/tun");
    private static final int TRIAL_SECONDS = 10;

    private Namespace() {}

    /**
     * The command before the child's.
     *
     * @param why told what is missing, when there is none
     */
    public static Optional<List<String>> prefix(StringBuilder why) throws InterruptedException {
        if (!Files.exists(TUN)) {
            why.append("there is no ").append(TUN);
            return Optional.empty();
        }
        // As root first without a user namespace: there /dev/net/tun may not be opened everywhere.
        for (List<String> prefix : List.of(List.of("unshare", "-n"), List.of("unshare", "-Urn"))) {
            if (works(prefix)) {
                return Optional.of(prefix);
            }
        }
        why.append("`unshare -Urn` is not there or not allowed");
        return Optional.empty();
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
