package io.fourwave.conformance.architecture.cycle.one;

import io.fourwave.conformance.architecture.cycle.two.Second;

/** Half of a cycle, for the test that cycles are found. */
public record First(Second second) {}
