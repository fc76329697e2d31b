package io.fourwave.modelcheck.tlc;

import java.nio.file.Path;
import java.time.Duration;

/**
 * That runs can be resumed.
 *
 * @param directory holds a directory for each run
 * @param every how often a run that goes on leaves one; it does when it is interrupted, too
 */
public record Checkpoints(Path directory, Duration every) {}
