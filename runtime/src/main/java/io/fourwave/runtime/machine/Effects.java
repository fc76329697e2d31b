package io.fourwave.runtime.machine;

/**
 * What a step does to the world outside the machine, told in order while the step runs. An implementation must not call back into
 * a machine before the step has returned.
 */
public interface Effects {
    /** A segment goes out. The object and the octets it points at are the machine's, and change after this call returns. */
    void send(Machine machine, MessageRecord segment);

    /**
     * The user is told something.
     *
     * @param notice index into {@link MachineSchema#notices()}
     */
    void notify(Machine machine, int notice);

    /**
     * A timer runs, or runs anew. The deadline is the machine's own; an alarm that goes off early only makes
     * {@link Machine#timeout} return false.
     *
     * @param timer index into {@link MachineSchema#timers()}
     */
    void timerSet(Machine machine, int timer, long deadlineNanos);

    /** A running timer was cancelled. Not told when it has gone off. */
    void timerCancelled(Machine machine, int timer);

    /** The machine went from one state to another, indices into {@link MachineSchema#states()}. */
    void stateChanged(Machine machine, int from, int to);
}
