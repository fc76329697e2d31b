package io.fourwave.modelcheck.tlc.child;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.queue.DiskStateQueue;
import tlc2.tool.queue.IStateQueue;
import tlc2.util.StatePoolWriter;

/**
 * In the child: makes TLC leave checkpoints, adds to each what our overrides hold ({@link Notes}), and puts it where the next one does not
 * overwrite it. TLC tells of a checkpoint before it begins, with no worker running, and when all its files are in place.
 */
public final class Checkpointer {
    /** Where snapshots go; absent: none are made. */
    public static final String INTO = "fourwave.checkpoint.into";

    public static final String MILLIS = "fourwave.checkpoint.millis";
    /** TLC's: states in a page of its queue. Those of a checkpoint fit no other size. */
    public static final String PAGE = "tlc2.tool.queue.DiskStateQueue.BufSize";

    private static final int TLCS_PAGE = 8192;
    /** The notes of the checkpoint this run resumes; absent: it begins at the beginning. */
    public static final String RESUMED = "fourwave.checkpoint.resumed";

    private static final int LAST_SECONDS = 60;
    private static final int RESCUE_MILLIS = 500;

    /** What a run is asked about itself. */
    interface Subject {
        TlcProgress progress();

        IStateQueue queue();

        Path directory();

        /** Not of liveness: TLC writes its graph while the workers run again, which is of another moment than the queue. */
        boolean isResumable();

        /** TLC looks whether a checkpoint is wanted when this is notified. */
        Object monitor();
    }

    private final Snapshots snapshots;
    private final Notes earlier;
    private final Supplier<Subject> subject;
    private final long started = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private Notes notes;
    private boolean restored;
    private volatile CountDownLatch wanted = new CountDownLatch(1);
    private CountDownLatch answered = wanted;

    private Checkpointer(Path into, Notes earlier, Supplier<Subject> subject) {
        this.snapshots = new Snapshots(into);
        this.earlier = earlier;
        this.subject = subject;
    }

    /** As the system properties say; null when they ask for none. */
    static Checkpointer asked(Supplier<Subject> subject) throws IOException {
        String into = System.getProperty(INTO);
        if (into == null) {
            return null;
        }
        String resumed = System.getProperty(RESUMED);
        Checkpointer checkpointer =
                new Checkpointer(Path.of(into), resumed == null ? null : Notes.read(Path.of(resumed)), subject);
        long millis = Long.getLong(MILLIS, TimeUnit.MINUTES.toMillis(10));
        Thread clock = new Thread(() -> checkpointer.everyMillis(millis), "checkpoints");
        clock.setDaemon(true);
        clock.start();
        // Ctrl-C reaches the child, too; and its parent asks it to end the same way.
        Runtime.getRuntime().addShutdownHook(new Thread(checkpointer::last, "last checkpoint"));
        return checkpointer;
    }

    /** TLC has come to its end: nothing is left to be resumed. */
    void over() {
        over.countDown();
    }

    void heard(int code) {
        try {
            switch (code) {
                case EC.TLC_CHECKPOINT_START -> begin();
                case EC.TLC_CHECKPOINT_END -> finish();
                case EC.TLC_CHECKPOINT_RECOVER_END -> recovered();
                default -> {
                    // Not of checkpoints.
                }
            }
        } catch (IOException e) {
            Lines.say("uncheckpointed", e.toString());
        }
    }

    private void begin() {
        // Who asks for one after this moment gets the next.
        answered = wanted;
        Subject run = subject.get();
        ensureWritten(run.queue());
        TlcProgress progress = run.progress();
        double seconds = (System.nanoTime() - started) / 1e9;
        TlcProgress now =
                new TlcProgress(progress.generated(), progress.distinct(), progress.queue(), progress.depth(), seconds);
        TlcProgress all = earlier == null ? now : now.after(earlier);
        notes = new Notes(
                all.generated(),
                all.distinct(),
                all.queue(),
                all.depth(),
                all.seconds(),
                Integer.getInteger(PAGE, TLCS_PAGE),
                Noted.all(),
                Tally.all());
    }

    /** TLC writes full pages of its queue in a thread of its own, and does not wait for it before it calls a checkpoint complete. */
    private static void ensureWritten(IStateQueue queue) {
        if (queue instanceof DiskStateQueue) {
            try {
                Field field = DiskStateQueue.class.getDeclaredField("writer");
                field.setAccessible(true);
                ((StatePoolWriter) field.get(queue)).ensureWritten();
            } catch (ReflectiveOperationException | RuntimeException e) {
                // Another release of the tools: what is not whole is found out when it is resumed.
                Lines.say("untold", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void finish() throws IOException {
        if (notes != null) {
            snapshots.take(subject.get().directory(), notes);
            Lines.say("checkpoint", Long.toString(notes.distinct()));
            notes = null;
            answered.countDown();
        }
    }

    private void recovered() {
        if (restored) {
            return;
        }
        restored = true;
        TlcProgress now = subject.get().progress();
        if (earlier == null || now.distinct() != earlier.distinct() || now.queue() != earlier.queue()) {
            Lines.say("torn", Long.toString(now.distinct()), Long.toString(now.queue()));
            Runtime.getRuntime().halt(1);
        }
        Tally.restore(earlier.counts());
        Noted.restore(earlier.reached());
        Lines.say("resumed", Long.toString(earlier.distinct()));
    }

    private void everyMillis(long millis) {
        long last = System.nanoTime();
        try {
            while (!over.await(Math.min(millis, RESCUE_MILLIS), TimeUnit.MILLISECONDS)) {
                // TLC may miss that its last worker has stopped, and would wait for it for ever.
                Subject run = subject.get();
                if (run != null) {
                    run.queue().resumeAllStuck();
                }
                if (System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(millis)) {
                    last = System.nanoTime();
                    force();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void force() {
        Subject run = subject.get();
        if (run != null && run.isResumable()) {
            TLCGlobals.forceChkpt();
            Object monitor = run.monitor();
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    /** One more before the end, if the run is not over anyhow. */
    private void last() {
        CountDownLatch next = new CountDownLatch(1);
        wanted = next;
        long patience = TimeUnit.SECONDS.toNanos(LAST_SECONDS) + System.nanoTime();
        try {
            while (subject.get() != null && subject.get().isResumable() && System.nanoTime() < patience) {
                force();
                if (next.await(200, TimeUnit.MILLISECONDS) || over.getCount() == 0) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
