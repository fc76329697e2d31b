package io.fourwave.modelcheck.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of TLC in a child JVM. The child's states and temporary files go into a directory that is deleted afterwards. */
public final class TlcRun {
    private final Path directory;
    private final String module;
    private final String configuration;
    private final TlcOptions options;
    private volatile Process process;
    private volatile TlcOutcome.Status stopped;

    /**
     * @param directory holds the modules and the configuration
     * @param module name of the module to check
     * @param configuration file name of TLC's configuration
     */
    public TlcRun(Path directory, String module, String configuration, TlcOptions options) {
        this.directory = directory;
        this.module = module;
        this.configuration = configuration;
        this.options = options;
    }

    /** Stops the child from any thread; {@link #run} then returns what is known. */
    public void stop() {
        stop(TlcOutcome.Status.INTERRUPTED);
    }

    private void stop(TlcOutcome.Status why) {
        if (stopped == null) {
            stopped = why;
        }
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /**
     * Runs TLC to its end, or until stopped, interrupted or out of time.
     *
     * @param progress told from the calling thread, about twice a second
     */
    public TlcOutcome run(Consumer<TlcProgress> progress) throws IOException {
        if (options.toolsJar() != null && !Files.isReadable(options.toolsJar())) {
            TlcOutput none = new TlcOutput(progress);
            none.line("Error: there are no TLA+ tools at " + options.toolsJar());
            return none.outcome(null);
        }
        Path scratch = Files.createTempDirectory("fourwave-tlc");
        Thread hook = new Thread(this::stop, "stop TLC");
        Thread watchdog = watchdog();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            ProcessBuilder builder = new ProcessBuilder(command(scratch))
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            process = builder.start();
            process.getOutputStream().close();
            if (stopped != null) {
                process.destroyForcibly();
            }
            if (watchdog != null) {
                watchdog.start();
            }
            TlcOutput output = new TlcOutput(progress);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    output.line(line);
                    if (Thread.currentThread().isInterrupted()) {
                        stop();
                    }
                }
            } catch (IOException e) {
                // The pipe breaks when the child is stopped.
                if (stopped == null) {
                    throw e;
                }
            }
            waitFor(process);
            return output.outcome(stopped);
        } finally {
            if (watchdog != null) {
                watchdog.interrupt();
            }
            process.destroyForcibly();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is going down already; the hook has done its work.
                stopped = TlcOutcome.Status.INTERRUPTED;
            }
            delete(scratch);
        }
    }

    private static void waitFor(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                process.destroyForcibly();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread watchdog() {
        if (options.timeout() == null) {
            return null;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(options.timeout().toMillis());
                        stop(TlcOutcome.Status.OUT_OF_TIME);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "TLC timeout");
        thread.setDaemon(true);
        return thread;
    }

    private List<String> command(Path scratch) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + options.memoryMegabytes() + "m");
        command.add("-XX:+UseParallelGC");
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-Djava.io.tmpdir=" + scratch);
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(options.jvmOptions());
        command.add("-cp");
        command.add(classPath());
        command.add(TlcChild.class.getName());
        command.addAll(
                List.of("-tool", "-deadlock", "-checkpoint", "0", "-workers", Integer.toString(options.workers())));
        command.addAll(List.of("-metadir", scratch.resolve("states").toString(), "-config", configuration, module));
        return command;
    }

    private String classPath() {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(location(TlcChild.class));
        parts.add(
                options.toolsJar() == null
                        ? location(tlc2.TLC.class)
                        : options.toolsJar().toAbsolutePath().toString());
        return String.join(System.getProperty("path.separator"), parts);
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

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
