package io.fourwave.modelcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the modules and configurations of a check are: a directory that is kept, or one that is gone afterwards. */
final class WorkDirectory implements AutoCloseable {
    private final Path path;
    private final boolean kept;

    /** @param kept or null for one of its own */
    WorkDirectory(Path kept) throws IOException {
        this.kept = kept != null;
        path = kept == null ? Files.createTempDirectory("fourwave-check") : kept;
    }

    Path of(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
