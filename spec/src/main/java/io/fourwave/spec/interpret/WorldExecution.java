package io.fourwave.spec.interpret;

/** A condition under way: which end and which instant are looked at. Nothing is ever changed. */
final class WorldExecution extends Execution {
    final WorldView now;
    final WorldView next;
    final int peer;
    private final int slots;

    private WorldExecution(WorldView now, WorldView next, int peer, long[] fields, int slots) {
        super(now.ends().get(peer).core(), now.ends().get(peer).streams(), slots, fields, 0, ChoiceSource.none());
        this.now = now;
        this.next = next;
        this.peer = peer;
        this.slots = slots;
    }

    /** {@code next}: null where there is none, or nobody may ask for it. */
    static WorldExecution of(WorldView now, WorldView next, int peer, int slots) {
        return new WorldExecution(now, next, peer, null, slots);
    }

    WorldExecution at(int other) {
        return new WorldExecution(now, next, other, fields, slots);
    }

    WorldExecution with(long[] segment) {
        return new WorldExecution(now, next, peer, segment, slots);
    }

    /** A segment under way belongs to the instant it is looked at in, and is still the same after the step. */
    WorldExecution then() {
        return new WorldExecution(next, null, peer, fields, slots);
    }

    byte[] history(int stream) {
        return now.histories().get(peer).get(stream);
    }
}
