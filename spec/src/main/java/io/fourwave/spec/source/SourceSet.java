package io.fourwave.spec.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of one protocol, sorted by name.
 *
 * @param mutant name of the mutant these sources are the result of, empty for the protocol itself: the texts that the mutants
 *     replace need not be there any more
 */
public record SourceSet(List<SourceFile> files, String mutant) {
    private static final String SUFFIX = ".wave";

    public SourceSet {
        files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    }

    public static SourceSet of(SourceFile... files) {
        return new SourceSet(List.of(files), "");
    }

    /** One protocol in one file in memory. */
    public static SourceSet ofText(String name, String text) {
        return of(SourceFile.inMemory(name, text));
    }

    /**
     * All {@code .wave} files of a directory and the directories in it, or one file.
     *
     * @throws NoSuchFileException when there is no such file or directory
     * @throws NotDirectoryException when it is a file of another kind
     */
    public static SourceSet load(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return loadDirectory(path);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!path.getFileName().toString().endsWith(SUFFIX)) {
            throw new NotDirectoryException(path.toString());
        }
        return of(read(path, path.getFileName().toString()));
    }

    private static SourceSet loadDirectory(Path directory) throws IOException {
        Path name = directory.toAbsolutePath().normalize().getFileName();
        String prefix = name == null ? "" : name + "/";
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> sorted = found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                String relative = directory.relativize(file).toString().replace('\\', '/');
                files.add(read(file, prefix + relative));
            }
        }
        return new SourceSet(files, "");
    }

    /** Bytes that are no UTF-8 become the replacement character, which the lexer then reports with its place. */
    private static SourceFile read(Path file, String name) throws IOException {
        return new SourceFile(name, file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    public Optional<SourceFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** The same sources but for one text, as the named mutant has it. */
    public SourceSet mutated(String mutantName, SourceFile changed) {
        return new SourceSet(
                files.stream()
                        .map(file -> file.name().equals(changed.name()) ? changed : file)
                        .toList(),
                mutantName);
    }
}
