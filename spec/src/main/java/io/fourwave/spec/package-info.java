/**
 * The language protocols are written in: grammar, resolver, typed IR, diagnostics and interpreter.
 *
 * <p>The IR is the only thing the later stages see. Nothing here knows a protocol by name; TCP is a set of files below {@code spec/tcp}.
 * May import: the JDK and the ANTLR runtime.
 */
package io.fourwave.spec;
