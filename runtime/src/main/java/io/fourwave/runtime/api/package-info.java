/**
 * How programs use the stack: callbacks on the loop's thread ({@link io.fourwave.runtime.api.ConnectionHandler}), and blocking sockets on top of them
 * ({@link io.fourwave.runtime.api.FourwaveSocket}).
 *
 * <p>Interfaces and what can be built from them alone; the host implements them. May import {@code machine} (views of octets) and {@code wire}
 * (addresses).
 */
package io.fourwave.runtime.api;
