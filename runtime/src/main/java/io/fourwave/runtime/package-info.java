/**
 * The stack: links, wire formats, demultiplexer, timers, buffers, policies and sockets, all around the generated connection.
 *
 * <p>What a connection does is decided by the generated class, never here.
 * May import: the JDK, JNA, pcap4j and Agrona; no other part of Fourwave.
 */
package io.fourwave.runtime;
