/**
 * What the specification leaves to a policy: retransmission timeout, congestion control, segment sizes, delayed acknowledgments. A policy may choose
 * only among what the specification offers, so nothing here can break a property that was checked.
 *
 * <p>Each rule of an RFC has a small class of its own, free of the connection; {@code TcpPolicies} joins them behind the interface generated from the
 * specification. May import {@code runtime.tcp}, {@code runtime.machine}; nothing of links, wire formats or sockets.
 */
package io.fourwave.runtime.policy;
