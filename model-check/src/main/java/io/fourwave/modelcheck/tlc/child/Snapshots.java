package io.fourwave.modelcheck.tlc.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checkpoints of one run, each in a directory of its own that appears whole or not at all; the last one stays. TLC itself replaces file
 * by file, so that a run killed meanwhile leaves a checkpoint of two moments.
 *
 * <p>Files are linked where the file system can: TLC writes pages of states once, replaces the small files, and only appends to the traces
 * ({@code .st}). Those are cut off at the checkpoint's length when it is resumed.
 */
public final class Snapshots {
    private static final String NAME = "checkpoint-";
    /** The queue's pages have numbers for names. Fingerprints are not among them: TLC makes them from the traces. */
    private static final Pattern WANTED = Pattern.compile("\\d+|.*\\.chkpt|.*\\.st");

    private final Path directory;

    public Snapshots(Path directory) {
        this.directory = directory;
    }

    /** The newest, with its number. */
    public Optional<Path> last() throws IOException {
        return all().stream().max(Comparator.comparingInt(Snapshots::number));
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(NAME + "\\d+"))
                    .toList();
        }
    }

    private static int number(Path snapshot) {
        return Integer.parseInt(snapshot.getFileName().toString().substring(NAME.length()));
    }

    /** Takes what TLC has just completed, and drops the one before. */
    void take(Path metadata, Notes notes) throws IOException {
        List<Path> before = all();
        int number = before.stream().mapToInt(Snapshots::number).max().orElse(0) + 1;
        Path unfinished = directory.resolve(NAME + number + ".tmp");
        Directories.delete(unfinished);
        Files.createDirectories(unfinished);
        for (Path file : wanted(metadata)) {
            Path target = unfinished.resolve(file.getFileName());
            force(file);
            link(file, target);
        }
        Path file = unfinished.resolve(Notes.FILE);
        notes.write(file);
        force(file);
        Files.move(unfinished, directory.resolve(NAME + number), StandardCopyOption.ATOMIC_MOVE);
        for (Path old : before) {
            Directories.delete(old);
        }
    }

    private static List<Path> wanted(Path metadata) throws IOException {
        try (Stream<Path> files = Files.list(metadata)) {
            return files.filter(file ->
                            WANTED.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** So that the checkpoint outlives the machine's power, too. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, target);
        }
    }

    /**
     * Lays a snapshot out for TLC to recover from; the snapshot itself stays as it is.
     *
     * @param metadata directory that is made
     * @param workers how many there will be; TLC wants a trace of each
     */
    public static void layOut(Path snapshot, Path metadata, int workers) throws IOException {
        Files.createDirectories(metadata);
        List<Path> traces = new ArrayList<>();
        for (Path file : wanted(snapshot)) {
            Path target = metadata.resolve(file.getFileName());
            if (file.toString().endsWith(".st")) {
                Files.copy(file, target);
                traces.add(target);
            } else {
                link(file, target);
            }
        }
        for (Path trace : traces) {
            String name = trace.getFileName().toString().replaceFirst("\\.st$", "");
            Path mark = metadata.resolve(name + ".chkpt");
            if (Files.exists(mark)) {
                cut(trace, mark);
            }
        }
        long then = traces.stream()
                .filter(trace -> Files.exists(
                        metadata.resolve(trace.getFileName().toString().replaceFirst("\\.st$", "") + ".chkpt")))
                .count();
        if (workers < then) {
            throw new ResumeException(
                    snapshot + ": was left by " + then + " workers, and needs as many",
                    "--workers " + then + ", or more");
        }
        newcomers(metadata, traces, workers);
    }

    private static void cut(Path trace, Path mark) throws IOException {
        long length;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(mark))) {
            length = in.readLong();
        }
        try (FileChannel channel = FileChannel.open(trace, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IOException(trace + " is shorter than at the checkpoint");
            }
            channel.truncate(length);
        }
    }

    /** Workers that were not there before begin with an empty trace. */
    private static void newcomers(Path metadata, List<Path> traces, int workers) throws IOException {
        Pattern numbered = Pattern.compile("(.*)-(\\d+)\\.st");
        for (Path trace : traces) {
            var matcher = numbered.matcher(trace.getFileName().toString());
            for (int i = 0; matcher.matches() && i < workers; i++) {
                String name = matcher.group(1) + "-" + i;
                if (!Files.exists(metadata.resolve(name + ".chkpt"))) {
                    Files.write(metadata.resolve(name + ".chkpt"), new byte[2 * Long.BYTES]);
                }
            }
        }
    }
}
