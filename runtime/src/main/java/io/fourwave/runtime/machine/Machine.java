package io.fourwave.runtime.machine;

/**
 * The generic face of a generated state machine: what a recorder, a replayer, a test or a state browser needs without knowing the
 * protocol. The code around a particular machine calls its typed entry points instead.
 *
 * <p>One call of {@link #call}, {@link #arrive}, {@link #timeout} or {@link #opportunity} is one atomic step: it runs to its end
 * before it returns, its effects are emitted in order while it runs, and it must not be called again from inside an effect. Not
 * thread-safe: one machine belongs to one event loop. Time is passed in, in nanoseconds of a monotonic clock that starts at or
 * above 0; the machine never asks for it.
 */
public interface Machine {
    /** Names, types and places of everything the ints below stand for; one object per generated class. */
    MachineSchema schema();

    /** The state the machine is in, an index into {@link MachineSchema#states()}. */
    int stateOrdinal();

    /**
     * The rule being executed, or after a step the last one that was: an index into {@link MachineSchema#rules()}; -1 when the last
     * event was ignored, or before the first.
     */
    int rule();

    /** The values of the parameters this machine was made with, encoded, in declared order. */
    long[] parameterValues();

    /**
     * The capacity of a stream this machine was made with, in octets: with the parameters, what a replay of its steps starts from.
     *
     * @param stream index into {@link MachineSchema#streams()}
     */
    int streamCapacity(int stream);

    /** The number of longs {@link #snapshotInto} writes now; it varies with the holes in the receive streams. */
    int snapshotLength();

    /**
     * Writes the plain state: state ordinal; each plain variable in declared order; of each timer in declared order its deadline in
     * nanoseconds or -1 when it is not running, and its retries; of each stream in declared order, send: length; receive: readable,
     * ready, number of ranges ahead, and of each range in order its offset from the edge and its length.
     *
     * @param buffer at least {@link #snapshotLength} long
     * @return the number of longs written
     */
    int snapshotInto(long[] buffer);

    /** {@link #snapshotInto} a new array of exactly the right length. */
    default long[] snapshot() {
        long[] snapshot = new long[snapshotLength()];
        snapshotInto(snapshot);
        return snapshot;
    }

    /**
     * Writes the whole state out: state ordinal; each plain or runtime variable in declared order; of each timer its deadline or -1
     * and its retries; each stream ({@link SendStream#save}, {@link ReceiveStream#save}).
     */
    void save(StateSink sink);

    /**
     * Becomes what {@link #save} wrote. Emits no effects: whoever keeps alarm clocks asks {@link #deadlineNanos} afterwards.
     *
     * @throws IllegalArgumentException when a value cannot be one of this machine's, with the name of what it was to be; the
     *     machine is then as {@code delete TCB} leaves it
     */
    void restore(StateSource source);

    /**
     * A user's call.
     *
     * @param call index into {@link MachineSchema#calls()}
     * @param args the arguments encoded, in declared order; at the place of octets anything
     * @param data the octets of the call that has some, else null
     * @return 0 for ok, 1 + index into {@link MachineSchema#errors()} for an error
     */
    int call(long nowNanos, int call, long[] args, Octets data);

    /** A segment arrives. It must be one of {@link #newSegment()}'s class; the machine keeps no reference to it. */
    void arrive(long nowNanos, MessageRecord segment);

    /**
     * A timer's deadline may have been reached.
     *
     * @param timer index into {@link MachineSchema#timers()}
     * @return whether a step was made; false when the timer is not running or not yet due
     */
    boolean timeout(long nowNanos, int timer);

    /**
     * Offers an internal event.
     *
     * @param index into {@link MachineSchema#opportunities()}
     * @return whether it was enabled, that is, whether a step was made
     */
    boolean opportunity(long nowNanos, int index);

    /** When this timer is due; -1 when it is not running. */
    long deadlineNanos(int timer);

    /** An empty segment of the kind this machine sends and receives. */
    MessageRecord newSegment();

    /** Every step from now on is told to the recorder; null ends it. */
    void recordTo(StepRecorder recorder);
}
