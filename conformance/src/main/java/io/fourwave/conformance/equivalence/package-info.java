/**
 * Generated machines beside the interpreter: made by reflection, with policies that follow a script, their effects in the words of the
 * interpreter's.
 *
 * <p>May import: spec, runtime's {@code machine} and {@code stream}. Knows no protocol.
 */
package io.fourwave.conformance.equivalence;
