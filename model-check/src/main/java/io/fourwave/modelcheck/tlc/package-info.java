/**
 * TLC in JVMs of its own: started, watched, stopped, their output read. What runs inside of them is in {@link
 * io.fourwave.modelcheck.tlc.child} and {@link io.fourwave.modelcheck.tlc.distributed}.
 *
 * <p>May import: these two, the TLA+ tools and the JDK. Knows neither IR nor spec.
 */
package io.fourwave.modelcheck.tlc;
