package io.fourwave.conformance.support;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.machine.StepRecorder;

/** A machine to look at from outside: it shows a snapshot and a rule, and fails the test that makes it do anything. */
public abstract class InertMachine implements Machine {
    public long[] snapshot;
    public int rule = -1;

    protected InertMachine(long[] snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public final int stateOrdinal() {
        return (int) snapshot[0];
    }

    @Override
    public final int rule() {
        return rule;
    }

    @Override
    public final int snapshotLength() {
        return snapshot.length;
    }

    @Override
    public final int snapshotInto(long[] buffer) {
        System.arraycopy(snapshot, 0, buffer, 0, snapshot.length);
        return snapshot.length;
    }

    @Override
    public final void restore(StateSource source) {
        throw inert();
    }

    @Override
    public final int call(long nowNanos, int call, long[] args, Octets data) {
        throw inert();
    }

    @Override
    public final void arrive(long nowNanos, MessageRecord segment) {
        throw inert();
    }

    @Override
    public final boolean timeout(long nowNanos, int timer) {
        throw inert();
    }

    @Override
    public final boolean opportunity(long nowNanos, int index) {
        throw inert();
    }

    @Override
    public final long deadlineNanos(int timer) {
        throw inert();
    }

    @Override
    public MessageRecord newSegment() {
        throw inert();
    }

    @Override
    public final void recordTo(StepRecorder recorder) {
        throw inert();
    }

    private static AssertionError inert() {
        return new AssertionError("this machine is only looked at");
    }
}
