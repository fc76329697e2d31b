package io.fourwave.runtime.host;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Local ports for connections that do not ask for one: RFC 6056, algorithm 1 (a random start, then the next one free). */
public final class EphemeralPorts {
    /** No port is free. */
    public static final int NONE = -1;

    /** The dynamic ports of RFC 6335 section 6. */
    public static final int FIRST = 49152;

    public static final int LAST = 65535;

    private final RandomGenerator random;
    private final int first;
    private final int last;

    public EphemeralPorts(RandomGenerator random) {
        this(random, FIRST, LAST);
    }

    public EphemeralPorts(RandomGenerator random, int first, int last) {
        if (first < 1 || last > 65535 || first > last) {
            throw new IllegalArgumentException("not a range of ports: " + first + ".." + last);
        }
        this.random = random;
        this.first = first;
        this.last = last;
    }

    /**
     * A port for a new connection.
     *
     * @param usable whether the port may be used, that is, its 4-tuple is not in use, TIME-WAIT included
     * @return the port, or {@link #NONE}
     */
    public int next(IntPredicate usable) {
        int count = last - first + 1;
        int start = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            int port = first + (start + i) % count;
            if (usable.test(port)) {
                return port;
            }
        }
        return NONE;
    }
}
