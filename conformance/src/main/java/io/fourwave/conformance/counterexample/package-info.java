/**
 * Counterexamples of the checker as files one can look at, open and run: {@link
 * io.fourwave.conformance.counterexample.CounterexampleFiles} writes them all.
 *
 * <p>May import: spec, model-check, and the rest of {@code conformance}.
 */
package io.fourwave.conformance.counterexample;
