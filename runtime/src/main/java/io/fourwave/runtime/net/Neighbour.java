package io.fourwave.runtime.net;

import io.fourwave.runtime.time.TimerWheel;
import io.fourwave.runtime.wire.Frame;
import java.util.ArrayDeque;

/** One entry of the {@link NeighbourCache}. */
final class Neighbour {
    final int address;
    final ArrayDeque<Frame> waiting = new ArrayDeque<>(4);
    State state = State.RESOLVING;
    long macAddress;
    /** Whether a frame went there since the address was last confirmed. */
    boolean used;

    int requests;
    long timer = TimerWheel.NO_TIMER;

    Neighbour(int address) {
        this.address = address;
    }

    enum State {
        /** Asked for; frames wait. */
        RESOLVING,
        /** Known. */
        REACHABLE,
        /** Known, and asked for again because the knowledge is old; used meanwhile. */
        REFRESHING
    }
}
