package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.FaultLog;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.time.TimerWheel;
import java.util.concurrent.Executor;

/**
 * One thread (real or simulated) that drives one link: receives frames, fires timers, runs tasks of other threads.
 * Everything of a host that is not declared safe for any thread belongs to it.
 */
public interface Loop extends Executor {
    /** The link this loop drives. */
    Link link();

    /** Clock the timers' deadlines refer to; any thread. */
    NanoClock clock();

    /** Time of the present turn; loop thread only. Cheaper than the clock, and the same for all that happens in one turn. */
    long nowNanos();

    /** Loop thread only. */
    TimerWheel timers();

    /** Runs a task in the loop, in the order of submission; any thread. A task that throws is logged and counted. */
    @Override
    void execute(Runnable task);

    /** Whether the caller is the loop's own thread. */
    boolean inLoop();

    /** Who gets the frames; to be set once before the loop runs. */
    void handler(FrameHandler handler);

    /** Where exceptions of frame handlers, timers and tasks end up; any thread. */
    FaultLog faults();
}
