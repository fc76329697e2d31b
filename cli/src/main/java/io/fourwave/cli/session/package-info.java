/**
 * A stack of ours at work, with all that may watch it: impairment, trace, capture. What {@code run} and {@code demo} share.
 *
 * <p>May import: runtime, conformance, and the command's own failures.
 */
package io.fourwave.cli.session;
