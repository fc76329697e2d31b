/**
 * Reports of a check: a table for people, JSON and JUnit XML for machines.
 *
 * <p>May import: {@code io.fourwave.modelcheck}, {@code .ladder}, {@code .tlc} (values), {@code .trace}, {@code io.fourwave.spec} and the JDK.
 */
package io.fourwave.modelcheck.report;
