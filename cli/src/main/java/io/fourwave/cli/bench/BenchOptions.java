package io.fourwave.cli.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured, and how.
 *
 * @param rounds samples of each figure
 * @param modelRounds samples of the figures of TLC
 * @param seconds of each sample taken over a wire
 * @param warmUpSeconds of each of them before the first sample
 * @param offload goodput also with super-segments
 * @param scenario which TLC explores
 * @param work where a directory for temporary files may be made; traces of what is recorded go there
 * @param application name and version
 */
public record BenchOptions(
        Set<Measure> measures,
        int rounds,
        int modelRounds,
        double seconds,
        double warmUpSeconds,
        boolean offload,
        String scenario,
        Optional<Path> json,
        Path work,
        String application) {
    public BenchOptions {
        measures = Set.copyOf(measures);
    }
}
