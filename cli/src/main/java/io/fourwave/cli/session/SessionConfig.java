package io.fourwave.cli.session;

import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.tcp.Parameters;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stack is to work and to be watched.
 *
 * @param inward what happens to frames before they reach our stack
 * @param outward what happens to frames our stack sends
 * @param trace file of steps
 * @param pcapng capture file, as our stack sees the link
 * @param snapOctets of each frame that are captured at most
 */
public record SessionConfig(
        IpConfig address,
        Parameters parameters,
        Impairment inward,
        Impairment outward,
        Optional<Path> trace,
        Optional<Path> pcapng,
        int snapOctets) {
    /** Whole frames. */
    public static final int NO_SNAP = Integer.MAX_VALUE;

    boolean impaired() {
        return !inward.equals(Impairment.NONE) || !outward.equals(Impairment.NONE);
    }
}
