package io.fourwave.cli;

import io.fourwave.modelcheck.tlc.MachineMemory;
import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.zip.ZipFile;
import picocli.CommandLine.Option;

/** How TLC is run; a mixin. */
public final class TlcOption {
    private static final String TOOLS_HELP = "a release of the TLA+ tools, tla2tools.jar";
    private static final int LEAST_MEBIBYTES = 64;

    @Option(
            names = "--workers",
            paramLabel = "COUNT",
            description = "Threads of TLC: of one run, or of as many small ones. Default: one per core.")
    private Integer workers;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            description = {
                "All that TLC's JVM may use. Default: a quarter of what the machine (or container) has,"
                        + " at least 512 and at most 4096."
            })
    private Integer memoryMebibytes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "End each run of TLC after this time; it is undecided then.")
    private Integer timeoutSeconds;

    @Option(
            names = "--states",
            paramLabel = "DIR",
            description = "Where states that do not fit into memory go. Default: the temporary directory.")
    private Path states;

    @Option(names = "--tla2tools", paramLabel = "JAR", description = "Use this release of the TLA+ tools.")
    private Path tools;

    /** @throws CommandFailure when they cannot be fulfilled */
    TlcOptions options() {
        if (workers != null && workers < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--workers: " + workers + " is less than 1", null);
        }
        if (timeoutSeconds != null && timeoutSeconds < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--timeout: " + timeoutSeconds + " is less than 1 second", null);
        }
        requireMemory();
        requireTools();
        requireStates();
        TlcOptions standard = TlcOptions.standard();
        return standard.withWorkers(workers == null ? standard.workers() : workers)
                .withMemory(memoryMebibytes == null ? standard.memoryMegabytes() : memoryMebibytes)
                .withTimeout(timeoutSeconds == null ? null : Duration.ofSeconds(timeoutSeconds))
                .withTools(tools)
                .withStates(states == null ? null : states.toAbsolutePath());
    }

    /** A JVM that cannot have its heap says so in words of its own, once for each run; better once and before. */
    private void requireMemory() {
        if (memoryMebibytes == null) {
            return;
        }
        if (memoryMebibytes < LEAST_MEBIBYTES) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--memory: TLC does not start with " + memoryMebibytes + " MiB", "64 or more");
        }
        int machine = MachineMemory.totalMebibytes();
        if (memoryMebibytes > machine) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "--memory: " + memoryMebibytes + " MiB are more than this machine has (" + machine + ")",
                    "leave some to the others, too");
        }
    }

    private void requireTools() {
        if (tools == null) {
            return;
        }
        if (!Files.isRegularFile(tools)) {
            throw new CommandFailure(ExitCode.INPUT, "--tla2tools: there is no file " + tools, TOOLS_HELP);
        }
        try (ZipFile jar = new ZipFile(tools.toFile())) {
            if (jar.getEntry("tlc2/TLC.class") != null) {
                return;
            }
        } catch (IOException e) {
            // no archive, or not readable: as good as one without TLC
        }
        throw new CommandFailure(ExitCode.INPUT, "--tla2tools: there is no TLC in " + tools, TOOLS_HELP);
    }

    private void requireStates() {
        if (states != null) {
            Output.requireDirectory("--states", states);
        }
    }

    /** What a check that is resumed later should do as this one, unless it is told otherwise. */
    void save(Properties into, TlcOptions options) {
        into.setProperty("workers", Integer.toString(options.workers()));
        into.setProperty("memory", Integer.toString(options.memoryMegabytes()));
        if (timeoutSeconds != null) {
            into.setProperty("timeout", timeoutSeconds.toString());
        }
        if (tools != null) {
            into.setProperty("tla2tools", tools.toAbsolutePath().toString());
        }
    }

    void load(Properties from) {
        workers = workers != null ? workers : Integer.valueOf(from.getProperty("workers"));
        memoryMebibytes = memoryMebibytes != null ? memoryMebibytes : Integer.valueOf(from.getProperty("memory"));
        if (timeoutSeconds == null && from.containsKey("timeout")) {
            timeoutSeconds = Integer.valueOf(from.getProperty("timeout"));
        }
        if (tools == null && from.containsKey("tla2tools")) {
            tools = Path.of(from.getProperty("tla2tools"));
        }
    }
}
