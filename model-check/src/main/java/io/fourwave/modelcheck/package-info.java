/**
 * From IR to TLA+, TLC run in a JVM of its own, its verdicts and counterexamples told in the terms of the spec.
 *
 * <p>May import: {@code io.fourwave.spec}, the TLA+ tools and the JDK. Knows no protocol by name.
 */
package io.fourwave.modelcheck;
