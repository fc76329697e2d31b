/**
 * Holds one class, which TLC finds by this package's name: the list of operators replaced by Java.
 *
 * <p>May import: {@code io.fourwave.modelcheck.tlc.child} and the TLA+ tools.
 */
package tlc2.overrides;
