package io.fourwave.conformance.trace;

/** One record of a trace. Arrays are not copied: nobody may change them. */
public sealed interface TraceRecord {
    /** Its ordinal in the file (the header is record 0) and the octet it begins at, for messages. */
    Position position();

    record Position(long record, long offsetOctets) {
        @Override
        public String toString() {
            return "record " + record + " at octet " + offsetOctets;
        }
    }

    /**
     * A machine that will make steps.
     *
     * @param id from 0, in the order of their first step
     * @param label for people: addresses and ports
     * @param parameterValues encoded, in declared order
     * @param streamCapacities in declared order, octets
     * @param runtimeValues of the runtime variables, in declared order, before the first recorded step
     * @param snapshot before the first recorded step
     */
    record Connection(
            Position position,
            int id,
            String label,
            long[] parameterValues,
            int[] streamCapacities,
            long[] runtimeValues,
            long[] snapshot)
            implements TraceRecord {}

    /**
     * @param connection whose machine made the step
     * @param nowNanos the time the machine was told
     * @param eventKind a constant of {@link io.fourwave.runtime.machine.StepRecorder}
     * @param event index; 0 for an arrival
     * @param values arguments of a call or fields of the arriving segment, else none
     * @param choices indices, in the order they were made
     * @param choiceValues encoded
     * @param effects sends and notices in order
     * @param rule last in force, -1 for none
     * @param result of a call
     * @param preDigest {@link Digest} of the snapshot before the step
     * @param post snapshot after the step
     */
    record Step(
            Position position,
            Connection connection,
            long nowNanos,
            int eventKind,
            int event,
            long[] values,
            int[] choices,
            long[] choiceValues,
            TracedEffect[] effects,
            int rule,
            int result,
            long preDigest,
            long[] post)
            implements TraceRecord {}
}
