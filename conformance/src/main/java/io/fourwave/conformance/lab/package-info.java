/**
 * Two stacks of ours on a cable in virtual time: a whole conversation, deterministic, in the time the computing takes.
 *
 * <p>May import: runtime, and the rest of {@code conformance}.
 */
package io.fourwave.conformance.lab;
