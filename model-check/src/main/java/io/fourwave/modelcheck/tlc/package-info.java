/**
 * TLC in a JVM of its own: started, watched, stopped, its output read. What runs inside of the child ({@link TlcChild}, {@link Memory},
 * {@link Noted}) says more than TLC prints: progress, the conditions reached, the happening between two states of a trace.
 *
 * <p>May import: the TLA+ tools and the JDK. Knows neither IR nor spec.
 */
package io.fourwave.modelcheck.tlc;
