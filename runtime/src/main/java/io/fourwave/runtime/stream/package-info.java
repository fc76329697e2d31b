/**
 * The octet streams of a connection: ring buffers that grow, the receiving one with reassembly.
 *
 * <p>Storage comes from a pool of one event loop; on the steady path nothing is allocated. May import {@code machine} and {@code wire}.
 */
package io.fourwave.runtime.stream;
