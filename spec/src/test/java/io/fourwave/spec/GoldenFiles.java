package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sources of tests and what is expected of them; {@code -Dfourwave.update=true} writes what is there instead of comparing. */
public final class GoldenFiles {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final boolean UPDATE = Boolean.getBoolean("fourwave.update");

    private GoldenFiles() {}

    /** The {@code .wave} files of a folder of the resources, sorted. */
    public static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".wave"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without its directory, so that messages are the same wherever the project lies. */
    public static SourceSet source(Path file) {
        return SourceSet.ofText(file.getFileName().toString(), read(file));
    }

    /** The file beside a source that holds what is expected of it. */
    public static Path beside(Path source, String suffix) {
        return source.resolveSibling(name(source) + suffix);
    }

    /** Without directory and suffix. */
    public static String name(Path source) {
        return source.getFileName().toString().replace(".wave", "");
    }

    public static void compare(String found, Path golden) {
        if (UPDATE) {
            write(golden, found);
        }
        assertThat(golden).as("write it with -Dfourwave.update=true").exists();
        assertThat(found).isEqualTo(read(golden));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
