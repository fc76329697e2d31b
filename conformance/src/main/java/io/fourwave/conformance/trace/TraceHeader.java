package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import java.time.Instant;

/**
 * What the file says of all its steps.
 *
 * @param application that wrote it
 * @param start wall-clock time at which the recording began
 * @param schema of the machine; every index in a step refers to it
 */
public record TraceHeader(String application, Instant start, MachineSchema schema) {}
