/**
 * What runs inside a child JVM beside TLC, and says more than TLC prints: progress, the conditions reached, the happening between two states
 * of a trace; and what parent and child must both know: how lines are marked, what is kept of a run.
 *
 * <p>May import: {@code io.fourwave.modelcheck.tlc.kept}, the TLA+ tools and the JDK. Knows neither IR nor spec.
 */
package io.fourwave.modelcheck.tlc.child;
