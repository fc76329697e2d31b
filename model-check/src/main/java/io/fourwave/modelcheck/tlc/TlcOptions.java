package io.fourwave.modelcheck.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How TLC is run.
 *
 * @param workers threads that explore
 * @param memoryMegabytes heap of the child
 * @param timeout after which it is stopped, null for never
 * @param toolsJar another release of the TLA+ tools to use, or null for the one that comes along
 * @param jvmOptions more options of the child's JVM
 */
public record TlcOptions(int workers, int memoryMegabytes, Duration timeout, Path toolsJar, List<String> jvmOptions) {
    /** As many workers as there are cores, 2 GiB, no timeout. */
    public static TlcOptions standard() {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new TlcOptions(workers, 2048, null, null, List.of());
    }

    public TlcOptions withWorkers(int count) {
        return new TlcOptions(count, memoryMegabytes, timeout, toolsJar, jvmOptions);
    }

    public TlcOptions withTimeout(Duration duration) {
        return new TlcOptions(workers, memoryMegabytes, duration, toolsJar, jvmOptions);
    }
}
