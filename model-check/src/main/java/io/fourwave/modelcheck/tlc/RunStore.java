package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.Directories;
import io.fourwave.modelcheck.tlc.child.ResumeException;
import io.fourwave.modelcheck.tlc.child.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is kept of one run in a directory: once it has ended all the child printed, until then its last checkpoint. A run that has ended is
 * not made again when it is resumed, its output is read again.
 */
final class RunStore {
    private static final String OUTPUT = "output.txt";
    private static final String IDENTITY = "identity.txt";
    private static final String STATES = "states";

    private final Path directory;

    /**
     * Opens it, or makes it.
     *
     * @param identity what must be the same for the run to be the same, by what it is
     * @throws ResumeException when the directory is that of another run
     */
    RunStore(Path directory, Map<String, String> identity) throws IOException {
        this.directory = directory;
        Path file = directory.resolve(IDENTITY);
        if (Files.exists(file)) {
            compare(file, identity);
        } else {
            Files.createDirectories(directory);
            StringBuilder text = new StringBuilder();
            new TreeMap<>(identity)
                    .forEach((what, value) ->
                            text.append(what).append('=').append(value).append('\n'));
            replace(file, text.toString());
        }
    }

    private void compare(Path file, Map<String, String> identity) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                kept.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        List<String> different = new TreeMap<>(identity)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(kept.get(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!different.isEmpty()) {
            throw new ResumeException(
                    directory + ": cannot be resumed: " + String.join(", ", different)
                            + (different.size() == 1 ? " is" : " are") + " not what the checkpoint was made with",
                    "check what the checkpoint was made of, or begin anew with --checkpoint and another directory");
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the child printed, if the run has ended. */
    Optional<List<String>> output() throws IOException {
        Path file = directory.resolve(OUTPUT);
        return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    }

    /** The run has ended: its checkpoints are of no use any more. */
    void ended(List<String> output) throws IOException {
        replace(directory.resolve(OUTPUT), String.join("\n", output) + "\n");
        for (Optional<Path> old = snapshots().last();
                old.isPresent();
                old = snapshots().last()) {
            Directories.delete(old.get());
        }
    }

    Path directory() {
        return directory;
    }

    Snapshots snapshots() {
        return new Snapshots(directory);
    }

    /** An empty place for TLC's states; beside the snapshots, so that these can be links. */
    Path states() throws IOException {
        Path states = directory.resolve(STATES);
        Directories.delete(states);
        return states;
    }
}
