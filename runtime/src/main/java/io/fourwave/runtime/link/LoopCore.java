package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.FaultLog;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.time.TimerWheel;
import io.fourwave.runtime.wire.Frame;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a turn of any loop is: tasks, frames, timers, end of batch. Nothing a callee throws gets out of a turn. */
abstract class LoopCore implements Loop {
    /** Frames per turn: bounds how late a timer and how long held back an acknowledgment can be under load. */
    private static final int MAX_FRAMES_PER_TURN = 64;

    private static final int MAX_TASKS_PER_TURN = 1024;

    private final Link link;
    private final NanoClock clock;
    private final TimerWheel timers;
    private final FaultLog faults = new FaultLog();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Frame frame = new Frame();
    private FrameHandler handler;
    private long nowNanos;

    LoopCore(Link link, NanoClock clock) {
        this.link = Objects.requireNonNull(link);
        this.clock = Objects.requireNonNull(clock);
        nowNanos = clock.nanoTime();
        timers = new TimerWheel(nowNanos);
    }

    /**
     * One turn.
     *
     * @return whether there was anything to do; if so there may be more
     * @throws LinkException if the device is gone
     */
    final boolean turn() {
        nowNanos = clock.nanoTime();
        int done = runTasks() + receiveFrames();
        nowNanos = clock.nanoTime();
        done += fireTimers();
        try {
            handler.onBatchEnd(nowNanos);
        } catch (Throwable fault) {
            faults.report("end of batch", fault);
        }
        return done > 0;
    }

    final int runTasks() {
        int done = 0;
        for (Runnable task; done < MAX_TASKS_PER_TURN && (task = tasks.poll()) != null; done++) {
            try {
                task.run();
            } catch (Throwable fault) {
                faults.report("task", fault);
            }
        }
        return done;
    }

    private int receiveFrames() {
        int done = 0;
        while (done < MAX_FRAMES_PER_TURN && link.receive(frame)) {
            done++;
            try {
                handler.onFrame(frame, nowNanos);
            } catch (Throwable fault) {
                faults.report("frame", fault);
            }
        }
        return done;
    }

    private int fireTimers() {
        int done = 0;
        // A timer that throws leaves the others due: go on until a poll comes to its end.
        while (true) {
            try {
                return done + timers.poll(nowNanos);
            } catch (Throwable fault) {
                faults.report("timer", fault);
                done++;
            }
        }
    }

    final void linkDown(LinkException cause) {
        try {
            handler.onLinkDown(cause);
        } catch (Throwable fault) {
            faults.report("link down", fault);
        }
    }

    final boolean hasTasks() {
        return !tasks.isEmpty();
    }

    final void enqueue(Runnable task) {
        tasks.add(Objects.requireNonNull(task));
    }

    /** Takes a task back. False when it runs, or has run. */
    final boolean withdraw(Runnable task) {
        return tasks.remove(task);
    }

    /** When this loop has to turn next even if nothing comes from outside, or {@link Long#MAX_VALUE}. */
    final long nextEventNanos() {
        return Math.min(timers.nextDeadlineNanos(), link.nextEventNanos());
    }

    final void requireHandler() {
        if (handler == null) {
            throw new IllegalStateException("the loop of " + link.name() + " has no handler");
        }
    }

    @Override
    public final Link link() {
        return link;
    }

    @Override
    public final NanoClock clock() {
        return clock;
    }

    @Override
    public final long nowNanos() {
        return nowNanos;
    }

    @Override
    public final TimerWheel timers() {
        return timers;
    }

    @Override
    public final FaultLog faults() {
        return faults;
    }

    @Override
    public final void handler(FrameHandler frameHandler) {
        if (handler != null) {
            throw new IllegalStateException("the loop of " + link.name() + " already has a handler");
        }
        handler = Objects.requireNonNull(frameHandler);
    }
}
