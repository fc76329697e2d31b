package io.fourwave.modelcheck.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How TLC is run.
 *
 * @param workers threads that explore
 * @param memoryMegabytes all the child may use: its heap, in which TLC keeps fingerprints and our overrides outcomes, and what the JVM needs itself
 * @param timeout after which it is stopped, null for never
 * @param toolsJar another release of the TLA+ tools to use, or null for the one that comes along
 * @param jvmOptions more options of the child's JVM
 * @param states directory in which TLC keeps states on disk, null for the system's temporary one
 * @param checkpoints where runs leave what they can be resumed from, null for nowhere
 * @param distribution that other processes explore, null for one process
 */
public record TlcOptions(
        int workers,
        int memoryMegabytes,
        Duration timeout,
        Path toolsJar,
        List<String> jvmOptions,
        Path states,
        Checkpoints checkpoints,
        Distribution distribution) {

    /** Without states and checkpoints in places of their own. */
    public TlcOptions(int workers, int memoryMegabytes, Duration timeout, Path toolsJar, List<String> jvmOptions) {
        this(workers, memoryMegabytes, timeout, toolsJar, jvmOptions, null, null, null);
    }

    /** As many workers as there are cores, a share of this machine's memory, no timeout. */
    public static TlcOptions standard() {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new TlcOptions(workers, MachineMemory.shareMebibytes(), null, null, List.of());
    }

    public TlcOptions withWorkers(int count) {
        return new TlcOptions(count, memoryMegabytes, timeout, toolsJar, jvmOptions, states, checkpoints, distribution);
    }

    public TlcOptions withMemory(int mebibytes) {
        return new TlcOptions(workers, mebibytes, timeout, toolsJar, jvmOptions, states, checkpoints, distribution);
    }

    public TlcOptions withTimeout(Duration duration) {
        return new TlcOptions(
                workers, memoryMegabytes, duration, toolsJar, jvmOptions, states, checkpoints, distribution);
    }

    public TlcOptions withTools(Path jar) {
        return new TlcOptions(workers, memoryMegabytes, timeout, jar, jvmOptions, states, checkpoints, distribution);
    }

    public TlcOptions withJvmOptions(List<String> options) {
        return new TlcOptions(
                workers, memoryMegabytes, timeout, toolsJar, List.copyOf(options), states, checkpoints, distribution);
    }

    /**
     * For a run that is over before the JVM's second compiler has paid for itself: some hundred thousand states. Up to half of such a run's
     * processor time would go into it.
     */
    public TlcOptions brief() {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-XX:TieredStopAtLevel=1");
        return withJvmOptions(options);
    }

    public TlcOptions withStates(Path directory) {
        return new TlcOptions(
                workers, memoryMegabytes, timeout, toolsJar, jvmOptions, directory, checkpoints, distribution);
    }

    public TlcOptions withCheckpoints(Checkpoints where) {
        return new TlcOptions(workers, memoryMegabytes, timeout, toolsJar, jvmOptions, states, where, distribution);
    }

    public TlcOptions withDistribution(Distribution how) {
        return new TlcOptions(workers, memoryMegabytes, timeout, toolsJar, jvmOptions, states, checkpoints, how);
    }

    /** The heap of the child, MiB: an eighth of its memory is left to the JVM itself. */
    int heapMebibytes() {
        return memoryMegabytes - memoryMegabytes / 8;
    }
}
