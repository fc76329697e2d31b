/**
 * The sources of a protocol and what they say, as immutable records: names are not looked up, kinds and types not known.
 * Nothing of the parser is kept. May import: the grammar, the sources, the diagnostics, and {@link io.fourwave.spec.ir.Place} with the plain enums
 * of the IR.
 */
package io.fourwave.spec.syntax;
