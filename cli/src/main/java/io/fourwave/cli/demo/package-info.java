/**
 * {@code fourwave demo}: the whole pipeline in one go, a small class per step.
 *
 * <p>The transfers run in a child JVM ({@link io.fourwave.cli.demo.TransferMain}) in a network namespace of its own; everything else in
 * the command's JVM. May import: everything of ours.
 */
package io.fourwave.cli.demo;
