package io.fourwave.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or a request to terminate: is waited for, and then holds the JVM up until its user has cleaned up. */
public final class Interrupt implements AutoCloseable {
    private static final long LONGEST_CLEANUP_SECONDS = 10;

    private final CountDownLatch came = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "fourwave-interrupt");

    public Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupted() {
        came.countDown();
        try {
            done.await(LONGEST_CLEANUP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long; whether it has come. */
    public boolean await(long millis) throws InterruptedException {
        return came.await(millis, TimeUnit.MILLISECONDS);
    }

    public boolean came() {
        return came.getCount() == 0;
    }

    /** The cleaning up is over. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running: that is what it was for
        }
    }
}
