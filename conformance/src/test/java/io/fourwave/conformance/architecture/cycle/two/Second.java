package io.fourwave.conformance.architecture.cycle.two;

import io.fourwave.conformance.architecture.cycle.one.First;

/** The other half. */
public record Second(First first) {}
