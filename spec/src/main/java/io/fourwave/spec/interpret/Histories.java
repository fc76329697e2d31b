package io.fourwave.spec.interpret;

/**
 * The lengths of the streams' histories, where ghosts are kept. Histories outlive their TCB, and begin anew where its successor leaves
 * the initial state: as in the model.
 */
final class Histories {
    private final StateLayout layout;

    Histories(StateLayout layout) {
        this.layout = layout;
    }

    void grow(long[] core, int stream, long octets) {
        if (layout.ghosts) {
            core[layout.historySlot(stream)] += octets;
        }
    }

    /** The TCB is deleted. */
    void end(long[] core) {
        if (layout.ghosts) {
            boolean any = false;
            for (int stream = 0; stream < layout.streams.size(); stream++) {
                any |= core[layout.historySlot(stream)] > 0;
            }
            core[layout.endedSlot()] = any ? 1 : 0;
        }
    }

    /** A state other than the initial one is entered. */
    void beginAnew(long[] core) {
        if (layout.ghosts && core[layout.endedSlot()] != 0) {
            for (int stream = 0; stream < layout.streams.size(); stream++) {
                core[layout.historySlot(stream)] = 0;
            }
            core[layout.endedSlot()] = 0;
        }
    }
}
