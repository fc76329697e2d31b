/**
 * What the compiler tells the author of a protocol: codes, places, excerpts, help. May import: the JDK,
 * {@link io.fourwave.spec.ir.Place} and {@link io.fourwave.spec.source}.
 */
package io.fourwave.spec.diagnostic;
