package io.fourwave.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One line that says how far something is: rewritten in place on a terminal, else printed anew every few seconds, so that a log
 * stays readable. Goes to standard error.
 */
public final class ProgressLine implements AutoCloseable {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private long lastNanos;
    private boolean shown;

    public ProgressLine(PrintWriter err) {
        this.err = err;
        terminal = isTerminal() && !"dumb".equals(System.getenv("TERM"));
        lastNanos = System.nanoTime();
    }

    /** Of standard error: {@link System#console} tells of the other two, and from Java 22 on not even of those. */
    private static boolean isTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Says it, if the last time was long enough ago; any thread. */
    public synchronized void say(String text) {
        long now = System.nanoTime();
        if (now - lastNanos >= (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            lastNanos = now;
            if (terminal) {
                // Without wrapping: of a line in two only the second would be taken away again.
                err.print("\r\033[K\033[?7l" + text + "\033[?7h");
                shown = true;
            } else {
                err.println(text);
            }
            err.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (shown) {
            err.print("\r\033[K");
            err.flush();
            shown = false;
        }
    }
}
