/**
 * What the compiler tells the author of a protocol: codes, places, excerpts, help. May import: the JDK,
 * {@link io.fourwave.spec.ir.Place} and the sources of {@link io.fourwave.spec.syntax}.
 */
package io.fourwave.spec.diagnostic;
