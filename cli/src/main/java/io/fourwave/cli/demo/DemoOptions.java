package io.fourwave.cli.demo;

import java.nio.file.Path;

/**
 * What a demo is to do.
 *
 * @param out directory of everything it makes
 * @param generated where the build has generated the connection
 * @param inMemory do not try the kernel
 * @param application name and version, for files
 */
public record DemoOptions(
        Path out,
        Path generated,
        long seed,
        double lossPercent,
        double reorderPercent,
        boolean inMemory,
        String application) {}
