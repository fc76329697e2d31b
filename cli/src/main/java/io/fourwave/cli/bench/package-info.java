/**
 * {@code fourwave bench}: measures and puts each figure beside its baseline. A class per measure; what goes over a wire is done by a child JVM
 * ({@link io.fourwave.cli.bench.WireMain}) in a network namespace of its own.
 *
 * <p>May import: everything of ours.
 */
package io.fourwave.cli.bench;
