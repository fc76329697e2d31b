/**
 * Executes a protocol from its IR, one event at a time: the third meaning of the language, beside the TLA+ and the generated
 * Java, and the oracle both are held against. It replays traces, explains counterexamples, and runs the tests of a spec.
 *
 * <p>Every value is a {@code long} (see {@link io.fourwave.spec.interpret.Encoding}); streams are lengths, never contents.
 * Names are resolved to array slots once, when an {@link io.fourwave.spec.interpret.Interpreter} is made.
 *
 * <p>May import: {@code io.fourwave.spec.ir} and the JDK.
 */
package io.fourwave.spec.interpret;
