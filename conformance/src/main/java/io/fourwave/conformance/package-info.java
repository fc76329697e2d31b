/**
 * Holds TLA+, generated Java and interpreter against each other, and the stack against the wire: equivalence, trace replay, labs.
 *
 * <p>May import: every part of Fourwave but the command.
 */
package io.fourwave.conformance;
