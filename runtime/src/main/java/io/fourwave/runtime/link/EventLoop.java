package io.fourwave.runtime.link;

import io.fourwave.runtime.time.NanoClock;
import java.util.concurrent.RejectedExecutionException;

/**
 * A loop with a thread of its own. It sleeps in {@link Link#poll} until the next timer when there is nothing to do.
 *
 * <pre>{@code
 * EventLoop loop = new EventLoop(link, NanoClock.system());
 * IpStack stack = IpStack.on(loop, IpConfig.of("10.0.0.2/24"));
 * loop.start();
 * }</pre>
 */
public final class EventLoop extends LoopCore implements AutoCloseable {
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean stopping;
    private volatile boolean finished;
    private volatile LinkException failure;

    /** The loop owns the link from now on and closes it. */
    public EventLoop(Link link, NanoClock clock) {
        super(link, clock);
        thread = new Thread(this::run, "fourwave-" + link.name());
        thread.setDaemon(true);
    }

    /**
     * Starts the thread.
     *
     * @throws IllegalStateException without a handler, or the second time
     */
    public void start() {
        requireHandler();
        if (stopping || thread.getState() != Thread.State.NEW) {
            throw new IllegalStateException("the loop of " + link().name() + " was started before");
        }
        thread.start();
    }

    /**
     * Runs a task in the loop.
     *
     * @throws RejectedExecutionException if the loop has ended
     */
    @Override
    public void execute(Runnable task) {
        if (finished) {
            throw new RejectedExecutionException("the loop of " + link().name() + " has ended");
        }
        enqueue(task);
        if (finished && withdraw(task)) {
            // The loop ended in between and may not have seen the task: a waiter must not hang on it.
            throw new RejectedExecutionException("the loop of " + link().name() + " has ended");
        }
        if (asleep) {
            link().wakeUp();
        }
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    /** Why the loop ended by itself (the device is gone), or null. */
    public LinkException failure() {
        return failure;
    }

    /** Whether the thread is at work. */
    public boolean running() {
        return thread.isAlive();
    }

    /**
     * Ends the loop: what was submitted before still runs, then the link is closed. Waits for the thread unless called in it.
     * Idempotent.
     */
    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            finish();
            return;
        }
        link().wakeUp();
        boolean interrupted = false;
        while (!inLoop() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (!turn()) {
                    sleep();
                }
            }
        } catch (LinkException gone) {
            failure = gone;
            linkDown(gone);
        } catch (Throwable fault) {
            faults().report("loop", fault);
            failure = new LinkException("the loop of " + link().name() + " failed: " + fault, "");
            linkDown(failure);
        } finally {
            finish();
        }
    }

    private void sleep() {
        asleep = true;
        // Whoever submits after this check sees `asleep` and wakes the link; a wake-up before the poll is not lost.
        if (!hasTasks() && !stopping) {
            long next = nextEventNanos();
            link().poll(next == Long.MAX_VALUE ? next : Math.max(0, next - clock().nanoTime()));
        }
        asleep = false;
    }

    private void finish() {
        finished = true;
        while (runTasks() > 0) {
            // A turn runs a bounded number; here all that were submitted run.
        }
        link().close();
    }
}
