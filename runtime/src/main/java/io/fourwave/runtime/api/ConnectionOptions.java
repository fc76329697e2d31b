package io.fourwave.runtime.api;

/**
 * What a user may set for a connection before it opens.
 *
 * @param noDelay no Nagle: small segments go at once (RFC 9293 MUST-17)
 * @param keepAlive keep-alive probes (MUST-24, MUST-25: off unless asked for)
 * @param userTimeoutNanos data unacknowledged for so long break the connection (RFC 9293 3.9.1.1); 0 for the parameters' default
 * @param sendBufferOctets capacity of the send stream; 0 for the host's default
 * @param receiveBufferOctets capacity of the receive stream, the largest window offered; 0 for the host's default
 */
public record ConnectionOptions(
        boolean noDelay, boolean keepAlive, long userTimeoutNanos, int sendBufferOctets, int receiveBufferOctets) {
    /** Nagle on, keep-alive off, default sizes and times. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(false, false, 0, 0, 0);

    /** Largest stream: the largest window of RFC 7323. */
    public static final int MAX_BUFFER_OCTETS = 1 << 30;

    public ConnectionOptions {
        if (userTimeoutNanos < 0 || outside(sendBufferOctets) || outside(receiveBufferOctets)) {
            throw new IllegalArgumentException("a connection's timeout or buffer is negative or above 2^30");
        }
    }

    private static boolean outside(int octets) {
        return octets < 0 || octets > MAX_BUFFER_OCTETS;
    }

    public ConnectionOptions withNoDelay(boolean on) {
        return new ConnectionOptions(on, keepAlive, userTimeoutNanos, sendBufferOctets, receiveBufferOctets);
    }

    public ConnectionOptions withKeepAlive(boolean on) {
        return new ConnectionOptions(noDelay, on, userTimeoutNanos, sendBufferOctets, receiveBufferOctets);
    }

    public ConnectionOptions withUserTimeoutNanos(long nanos) {
        return new ConnectionOptions(noDelay, keepAlive, nanos, sendBufferOctets, receiveBufferOctets);
    }

    public ConnectionOptions withBuffers(int sendOctets, int receiveOctets) {
        return new ConnectionOptions(noDelay, keepAlive, userTimeoutNanos, sendOctets, receiveOctets);
    }
}
