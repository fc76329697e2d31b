package io.fourwave.runtime.host;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.time.TimerHandler;
import io.fourwave.runtime.time.TimerWheel;

/**
 * The alarm clock of one connection's timers. The deadlines are the machine's own; one alarm is kept at or before the earliest. A deadline that moves
 * away, as the retransmission timer's does with every acknowledgment, costs nothing: the alarm goes off early, and is set anew.
 */
final class TimerAlarm implements TimerHandler {
    /** Told when a timer made a step. */
    @FunctionalInterface
    interface Rung {
        void timerExpired();
    }

    private final TimerWheel wheel;
    private final Machine machine;
    private final int timers;
    private final Rung rung;
    private long alarm = TimerWheel.NO_TIMER;
    private long alarmNanos;

    TimerAlarm(TimerWheel wheel, Machine machine, Rung rung) {
        this.wheel = wheel;
        this.machine = machine;
        this.timers = machine.schema().timers().size();
        this.rung = rung;
    }

    /** A timer is due then. */
    void set(long deadlineNanos) {
        if (alarm != TimerWheel.NO_TIMER) {
            if (alarmNanos - deadlineNanos <= 0) {
                return;
            }
            wheel.cancel(alarm);
        }
        alarmNanos = deadlineNanos;
        alarm = wheel.schedule(deadlineNanos, this, 0);
    }

    /** No timer runs any more. */
    void cancel() {
        wheel.cancel(alarm);
        alarm = TimerWheel.NO_TIMER;
    }

    @Override
    public void onTimer(long key, long nowNanos) {
        alarm = TimerWheel.NO_TIMER;
        boolean expired = false;
        for (int timer = 0; timer < timers; timer++) {
            long deadline = machine.deadlineNanos(timer);
            if (deadline >= 0 && deadline <= nowNanos) {
                expired |= machine.timeout(nowNanos, timer);
            }
        }
        if (expired) {
            rung.timerExpired();
        }
        rearm();
    }

    private void rearm() {
        long earliest = Long.MAX_VALUE;
        for (int timer = 0; timer < timers; timer++) {
            long deadline = machine.deadlineNanos(timer);
            if (deadline >= 0) {
                earliest = Math.min(earliest, deadline);
            }
        }
        if (earliest != Long.MAX_VALUE) {
            set(earliest);
        }
    }
}
