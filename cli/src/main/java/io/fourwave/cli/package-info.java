/**
 * The {@code fourwave} command. Thin: it reads arguments, calls the other parts and prints what they found.
 *
 * <p>May import: every part of Fourwave and picocli.
 */
package io.fourwave.cli;
