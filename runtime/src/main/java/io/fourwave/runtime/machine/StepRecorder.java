package io.fourwave.runtime.machine;

/**
 * Is told each step as it happens: {@link #begin}, then the event's arguments (of a call) or the segment (of an arrival), then
 * choices, sends and notices in the order they come, then {@link #end}. The machine is readable in begin (state before the step)
 * and in end (state after it).
 */
public interface StepRecorder {
    /** A user's call; index into {@link MachineSchema#calls()}. */
    int CALL = 0;
    /** A segment arrives; index 0. */
    int ARRIVAL = 1;
    /** A timer went off; index into {@link MachineSchema#timers()}. The snapshot in begin still shows it running. */
    int TIMEOUT = 2;
    /** A timer went off that had used up its retries; index and snapshot as for TIMEOUT. */
    int EXHAUSTED = 3;
    /** An internal event; index into {@link MachineSchema#opportunities()}. Only told when enabled. */
    int OPPORTUNITY = 4;

    /** @param eventKind one of the constants above */
    void begin(Machine machine, int eventKind, int index, long nowNanos);

    /** The next argument of the call, encoded; of octets the length. */
    void argument(long value);

    /** The segment that arrives. */
    void arrival(MessageRecord segment);

    /**
     * A policy has decided.
     *
     * @param choice index into {@link MachineSchema#choices()}
     */
    void choice(int choice, long value);

    /** @param rule index into {@link MachineSchema#rules()} */
    void sent(int rule, MessageRecord segment);

    /** @param notice index into {@link MachineSchema#notices()} */
    void notified(int rule, int notice);

    /** @param result as {@link Machine#call} returns it; 0 for an event that is not a call */
    void end(Machine machine, int result);
}
