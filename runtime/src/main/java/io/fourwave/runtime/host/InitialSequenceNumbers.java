package io.fourwave.runtime.host;

import java.security.SecureRandom;

/**
 * Initial sequence numbers of RFC 9293 section 3.4.1 (MUST-8, SHLD-1, before: RFC 6528): ISN = M + F(4-tuple, secret), with M a clock of 4 µs and F a
 * hash keyed with a secret chosen at start. So each 4-tuple sees rising numbers, which is what makes a new connection tell itself apart from an old one
 * in TIME-WAIT, and nobody without the secret can predict them.
 */
public final class InitialSequenceNumbers {
    private static final long TICK_NANOS = 4_000;

    private final SipHash hash;

    /** With a secret of this host's own. */
    public InitialSequenceNumbers() {
        this(new SecureRandom());
    }

    private InitialSequenceNumbers(SecureRandom random) {
        this(random.nextLong(), random.nextLong());
    }

    /** With a given secret: for tests, and for runs that must repeat. */
    public InitialSequenceNumbers(long secret0, long secret1) {
        this.hash = new SipHash(secret0, secret1);
    }

    /** The ISN of a connection of this 4-tuple opened now. Addresses are IPv4, network order in an int. */
    public int next(int localAddress, int localPort, int remoteAddress, int remotePort, long nowNanos) {
        long addresses = (localAddress & 0xffffffffL) << 32 | remoteAddress & 0xffffffffL;
        long ports = (long) localPort << 16 | remotePort;
        return (int) (nowNanos / TICK_NANOS) + (int) hash.hash(addresses, ports);
    }
}
