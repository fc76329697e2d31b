/**
 * From syntax to IR: names, types, possible states, kinds of data, totality. One class per concern; {@link
 * io.fourwave.spec.resolve.Resolver} runs them in order. May import: the syntax, the diagnostics and the IR.
 */
package io.fourwave.spec.resolve;
