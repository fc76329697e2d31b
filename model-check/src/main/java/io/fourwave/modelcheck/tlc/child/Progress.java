package io.fourwave.modelcheck.tlc.child;

import java.util.function.Supplier;

/** In the child: a word about its progress every now and then. */
public final class Progress {
    private static final long MILLIS = Long.getLong("fourwave.progress.millis", 500);

    private Progress() {}

    /** @param now asked from a thread of its own; null: nothing to tell yet */
    public static void every(Supplier<TlcProgress> now) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            Thread.sleep(MILLIS);
                            say(now.get());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "progress");
        thread.setDaemon(true);
        thread.start();
    }

    /** Now; nothing when it is null. */
    public static void say(TlcProgress progress) {
        if (progress != null) {
            Lines.say(
                    "progress",
                    Long.toString(progress.generated()),
                    Long.toString(progress.distinct()),
                    Long.toString(progress.queue()),
                    Integer.toString(progress.depth()));
        }
    }
}
