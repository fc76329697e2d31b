/**
 * Two ends and the channel between them, in virtual time, under the rules of an environment of the specification: what the checker
 * explores, one run of it, with generated machines. A counterexample is done again here step by step ({@link
 * io.fourwave.conformance.rerun.Rerun}), on a stack that has the fault and on one that has not.
 *
 * <p>Whatever a script asks for, nothing happens here that the environment does not permit: so what was proved of a scenario holds of
 * every run. Where a script cannot be followed, what must happen next happens by itself.
 *
 * <p>May import: spec, runtime's {@code machine}, {@code stream} and {@code wire}, and {@code conformance.equivalence}. Knows no
 * protocol.
 */
package io.fourwave.conformance.rerun;
