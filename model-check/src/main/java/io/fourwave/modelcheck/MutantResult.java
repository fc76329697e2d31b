package io.fourwave.modelcheck;

import io.fourwave.modelcheck.trace.Counterexample;

/**
 * What came of a mutant: killed when the property it names is violated in the scenario it names.
 *
 * @param counterexample how it was killed, or null
 * @param message why it was not, or empty
 */
public record MutantResult(
        String name,
        String title,
        String property,
        String scenario,
        boolean killed,
        Counterexample counterexample,
        long states,
        double seconds,
        String message) {}
