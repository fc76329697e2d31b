/**
 * Links carry Ethernet frames: TAP device, pcap on an existing interface, in-memory pair, and a decorator that impairs
 * any of them; and the loops (threaded, virtual time) that drive one link each.
 *
 * <p>May import: {@code wire}, {@code time}, {@code stats}, JNA, pcap4j. Knows nothing of IP.
 */
package io.fourwave.runtime.link;
