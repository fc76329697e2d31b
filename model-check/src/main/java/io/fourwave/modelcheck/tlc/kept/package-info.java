/**
 * Values that are the same for all states that contain them, and know their fingerprint. TLC feeds every octet of every field name and
 * value of a state through its fingerprint function, for every state it generates; here that is done once for each part of a state.
 * Fingerprints are exactly TLC's own, so that kept and plain values may be mixed, written to disk, read back and sent to another JVM.
 *
 * <p>May import: the TLA+ tools and the JDK.
 */
package io.fourwave.modelcheck.tlc.kept;
