/** Holds generated classes against the interpreter, step by step, for every protocol in the project. */
package io.fourwave.conformance.equivalence;
