package io.fourwave.conformance.replay;

/** Is told how far a replay is. */
@FunctionalInterface
public interface ReplayProgress {
    /**
     * @param steps replayed
     * @param octets of the file read
     * @param ofOctets in all
     */
    void at(long steps, long octets, long ofOctets);
}
