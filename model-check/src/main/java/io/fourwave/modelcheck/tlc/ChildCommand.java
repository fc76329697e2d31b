package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.Checkpointer;
import io.fourwave.modelcheck.tlc.child.TlcChild;
import io.fourwave.modelcheck.tlc.distributed.ServerChild;
import io.fourwave.modelcheck.tlc.distributed.WorkerChild;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line of the child. */
final class ChildCommand {
    private final TlcOptions options;
    private final List<String> jvm = new ArrayList<>();
    private final List<String> tlc = new ArrayList<>();

    /** @param scratch for temporary files */
    ChildCommand(TlcOptions options, Path scratch) {
        this.options = options;
        jvm.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        jvm.add("-Xmx" + options.heapMebibytes() + "m");
        jvm.add("-XX:+UseParallelGC");
        jvm.add("-XX:+IgnoreUnrecognizedVMOptions");
        // One thread without memory leaves the others waiting for it.
        jvm.add("-XX:+ExitOnOutOfMemoryError");
        jvm.add("-Djava.io.tmpdir=" + scratch);
        jvm.add("-Dfile.encoding=UTF-8");
        // States waiting in memory; TLC writes the rest to disk, and kept states are small.
        jvm.add("-D" + Checkpointer.PAGE + "=" + waiting(options.heapMebibytes()));
        jvm.addAll(options.jvmOptions());
        // The polynomial of the fingerprints: TLC throws dice for it, but fingerprints of a checkpoint must be
        // understood again.
        tlc.addAll(List.of("-tool", "-deadlock", "-checkpoint", "0", "-fp", "1"));
    }

    /** As many states as take a sixteenth of the heap, at 1 KiB each. */
    private static int waiting(int heapMebibytes) {
        return Math.max(1 << 13, Math.min(1 << 17, heapMebibytes * 64));
    }

    void states(Path directory) {
        tlc.addAll(List.of("-metadir", directory.toString()));
    }

    void checkpoints(Path directory, Duration every) {
        jvm.add("-D" + Checkpointer.INTO + "=" + directory.toAbsolutePath());
        jvm.add("-D" + Checkpointer.MILLIS + "=" + Math.max(100, every.toMillis()));
    }

    /** @param page states in a page of the queue then */
    void recover(Path states, Path notes, int page) {
        jvm.add("-D" + Checkpointer.RESUMED + "=" + notes.toAbsolutePath());
        // The last one counts: with another --memory it would be another size.
        jvm.add("-D" + Checkpointer.PAGE + "=" + page);
        tlc.addAll(List.of("-recover", states.toAbsolutePath().toString()));
    }

    List<String> of(String configuration, String module) {
        List<String> command = new ArrayList<>(jvm);
        command.add("-cp");
        command.add(classPath(options));
        command.add(TlcChild.class.getName());
        command.addAll(tlc);
        command.addAll(List.of("-workers", Integer.toString(options.workers())));
        command.addAll(List.of("-config", configuration, module));
        return command;
    }

    /** TLC's server, which explores nothing itself. */
    List<String> server(String configuration, String module) {
        Distribution distribution = options.distribution();
        List<String> command = far(ServerChild.class);
        command.add(distribution.host());
        command.add(Integer.toString(distribution.port()));
        command.add(Integer.toString(distribution.awaitedWorkers()));
        command.addAll(tlc);
        command.addAll(List.of("-config", configuration, module));
        return command;
    }

    /** A worker of such a server. */
    List<String> worker(String host, int port) {
        List<String> command = far(WorkerChild.class);
        command.addAll(List.of(host, Integer.toString(port), Integer.toString(options.workers())));
        return command;
    }

    private List<String> far(Class<?> main) {
        List<String> command = new ArrayList<>(jvm);
        command.add("-Dfourwave.far=true");
        // What comes over the network may be made of these classes only.
        command.add(
                "-Djdk.serialFilter=java.base/*;java.rmi/*;jdk.proxy*;com.sun.proxy.*;tlc2.**;util.**;tla2sany.**;io.fourwave.modelcheck.tlc.**;!*");
        command.add("-cp");
        command.add(classPath(options));
        command.add(main.getName());
        return command;
    }

    static String classPath(TlcOptions options) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(location(TlcChild.class));
        parts.add(tools(options).toString());
        return String.join(System.getProperty("path.separator"), parts);
    }

    /** The jar of the TLA+ tools. */
    static Path tools(TlcOptions options) {
        return options.toolsJar() == null
                ? Path.of(location(tlc2.TLC.class))
                : options.toolsJar().toAbsolutePath();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds a place that is no file: " + e.getMessage(), e);
        }
    }
}
