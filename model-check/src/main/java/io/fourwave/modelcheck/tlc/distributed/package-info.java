/**
 * TLC's own server and workers for a model that is too big for one machine, made so that their verdict may be trusted: {@link
 * io.fourwave.modelcheck.tlc.distributed.FarWork}, {@link io.fourwave.modelcheck.tlc.distributed.FarProxy} and {@link
 * io.fourwave.modelcheck.tlc.distributed.Fingerprints} say what TLC's leave out. Runs in child JVMs only.
 *
 * <p>May import: {@code io.fourwave.modelcheck.tlc.child}, {@code .kept}, the TLA+ tools and the JDK.
 */
package io.fourwave.modelcheck.tlc.distributed;
