/**
 * The internet layer of one host on one link: ARP, IPv4 in and out, ICMP, dispatch to transports.
 *
 * <p>May import: {@code wire}, {@code link}, {@code time}, {@code stats}. Knows nothing of connections.
 */
package io.fourwave.runtime.net;
