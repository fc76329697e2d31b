/**
 * Counterexamples in the terms of the spec: states of a TLC trace become steps of a ladder.
 *
 * <p>May import: {@code io.fourwave.modelcheck.tlc}, {@code .ladder}, {@code .export} and the JDK.
 */
package io.fourwave.modelcheck.trace;
