/**
 * Ladders of what has happened: from a trace of both ends to the picture that counterexamples are drawn as, too.
 *
 * <p>May import: {@code conformance.trace}, model-check's {@code ladder}. Knows no protocol.
 */
package io.fourwave.conformance.ladder;
