package io.fourwave.modelcheck.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends a run that takes too long, and one that is about to fill the disk: a full disk hurts others, too. */
final class Watchdog extends Thread {
    /** What must be left where the states are. */
    private static final long LEAST_FREE_OCTETS = 64L << 20;

    private static final long LOOK_MILLIS = 500;

    private final Duration timeout;
    private final Path states;
    private final Consumer<TlcOutcome.Status> end;

    /** @param timeout null for none */
    Watchdog(Duration timeout, Path states, Consumer<TlcOutcome.Status> end) {
        super("TLC watchdog");
        setDaemon(true);
        this.timeout = timeout;
        this.states = states;
        this.end = end;
    }

    @Override
    public void run() {
        long started = System.nanoTime();
        try {
            while (true) {
                long left = timeout == null
                        ? Long.MAX_VALUE
                        : timeout.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                if (left <= 0) {
                    end.accept(TlcOutcome.Status.OUT_OF_TIME);
                    return;
                }
                if (Files.getFileStore(states).getUsableSpace() < LEAST_FREE_OCTETS) {
                    end.accept(TlcOutcome.Status.OUT_OF_DISK);
                    return;
                }
                Thread.sleep(Math.min(left, LOOK_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The directory is gone: so is the run.
        }
    }
}
