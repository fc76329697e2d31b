package io.fourwave.modelcheck.tlc.child;

/** How far a run is: states generated, distinct states among them, states waiting to be explored, depth reached. */
public record TlcProgress(long generated, long distinct, long queue, int depth, double seconds) {
    /** Generated states per second so far. */
    public double rate() {
        return seconds <= 0 ? 0 : generated / seconds;
    }

    /** The same, of a run that goes on where an earlier one ended. */
    public TlcProgress after(Notes earlier) {
        return new TlcProgress(
                generated + earlier.generated() - earlier.distinct(),
                distinct,
                queue,
                Math.max(depth, earlier.depth()),
                seconds + earlier.seconds());
    }
}
