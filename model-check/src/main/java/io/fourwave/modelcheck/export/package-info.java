/**
 * From IR to TLA+: the machine as pure operators, the environment around two of them, one module and configuration per scenario.
 *
 * <p>May import: {@code io.fourwave.spec.ir} and the JDK.
 */
package io.fourwave.modelcheck.export;
