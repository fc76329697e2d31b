/**
 * The typed intermediate representation of a protocol: immutable records, fully resolved, the only input of every backend
 * (interpreter, TLA+ exporter, Java generator). Nothing here refers to syntax except {@link io.fourwave.spec.ir.Place}, and
 * nothing here knows any protocol by name.
 *
 * <p>May import: the JDK only.
 */
package io.fourwave.spec.ir;
