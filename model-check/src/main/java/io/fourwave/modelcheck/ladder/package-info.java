/**
 * Ladder diagrams: two ends, the segments between them, what each did by which rule. The input is neutral, so that counterexamples
 * of the checker and recorded live runs are drawn by the same classes.
 *
 * <p>May import: the JDK.
 */
package io.fourwave.modelcheck.ladder;
