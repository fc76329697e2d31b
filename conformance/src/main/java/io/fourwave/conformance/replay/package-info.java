/**
 * Replay: every recorded step made again by the interpreter of the specification, with the recorded choices, and compared.
 *
 * <p>Linear, never a search: what was not determined by the specification is in the trace. The first step that differs ends it, with
 * both states, the rule and its line.
 *
 * <p>May import: {@code conformance.trace}, spec's {@code ir} and {@code interpret}, runtime's {@code machine} (the schema). Knows no
 * protocol.
 */
package io.fourwave.conformance.replay;
