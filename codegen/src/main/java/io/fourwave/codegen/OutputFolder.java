package io.fourwave.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source folder that holds exactly what was generated: a file is written when its content has changed, so that nothing is
 * compiled for nothing, and a generated file that is generated no more is deleted. Files without the mark of a generated one are
 * somebody's work and are left alone.
 */
public final class OutputFolder {
    private final Path root;

    public OutputFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder hold these files.
     *
     * @return paths, relative to the folder, of what was written or deleted
     * @throws IOException also when a file not generated is in the way
     */
    public List<String> update(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Path path = root.resolve(file.path());
            if (Files.exists(path) && !generated(path)) {
                throw new IOException(path + " is in the way: it was not generated, so it is not overwritten");
            }
        }
        List<String> changed = outdated(files);
        for (GeneratedFile file : files) {
            if (changed.contains(file.path())) {
                Path path = root.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
        }
        for (Path stale : stale(files)) {
            Files.delete(stale);
        }
        return changed;
    }

    /** Paths of what {@link #update} would write or delete, sorted. */
    public List<String> outdated(List<GeneratedFile> files) throws IOException {
        List<String> outdated = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = root.resolve(file.path());
            if (!Files.exists(path)
                    || !new String(Files.readAllBytes(path), StandardCharsets.UTF_8).equals(file.text())) {
                outdated.add(file.path());
            }
        }
        for (Path stale : stale(files)) {
            outdated.add(root.relativize(stale).toString().replace('\\', '/'));
        }
        outdated.sort(null);
        return outdated;
    }

    /** Generated files of the same packages that are not among these. */
    private List<Path> stale(List<GeneratedFile> files) throws IOException {
        Set<Path> current =
                files.stream().map(file -> root.resolve(file.path())).collect(Collectors.toSet());
        List<Path> stale = new ArrayList<>();
        for (Path folder : current.stream().map(Path::getParent).distinct().toList()) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.sorted().toList()) {
                    if (entry.toString().endsWith(".java") && !current.contains(entry) && generated(entry)) {
                        stale.add(entry);
                    }
                }
            }
        }
        return stale;
    }

    private static boolean generated(Path file) throws IOException {
        byte[] mark = JavaGenerator.MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }
}
