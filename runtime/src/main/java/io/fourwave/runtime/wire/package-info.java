/**
 * Wire formats: Ethernet II, ARP, IPv4, ICMPv4, UDP and TCP headers read and written in place in a {@link
 * io.fourwave.runtime.wire.Frame}. Parsers are total functions over arbitrary octets: the answer is a {@link
 * io.fourwave.runtime.wire.DropReason}, never an exception.
 *
 * <p>May import: the JDK and JNA (for a frame's native address). Knows neither links nor connections.
 */
package io.fourwave.runtime.wire;
