/**
 * Work in a JVM of its own, perhaps in a network namespace of its own. What {@code demo} and {@code bench} share.
 *
 * <p>May import: the command's exit codes.
 */
package io.fourwave.cli.child;
