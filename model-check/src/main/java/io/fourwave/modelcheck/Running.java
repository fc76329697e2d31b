package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.TlcRun;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs of TLC that have begun and not ended, and how far they are. Any thread. */
final class Running {
    private record State(String what, TlcProgress progress) {}

    private final Map<TlcRun, State> runs = new LinkedHashMap<>();
    private TlcRun latest;

    synchronized void begins(TlcRun run, String what) {
        runs.put(run, new State(what, null));
        latest = run;
    }

    synchronized void ends(TlcRun run) {
        runs.remove(run);
    }

    /** @return whether it is the one that began last */
    synchronized boolean progress(TlcRun run, TlcProgress now) {
        runs.computeIfPresent(run, (known, state) -> new State(state.what(), now));
        return run == latest;
    }

    void stop() {
        List<TlcRun> all;
        synchronized (this) {
            all = new ArrayList<>(runs.keySet());
        }
        all.forEach(TlcRun::stop);
    }

    /** A line for each that had got anywhere. */
    synchronized List<String> interrupted() {
        List<String> lines = new ArrayList<>();
        for (State state : runs.values()) {
            if (state.progress() != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "interrupted in %s, at %,d distinct states, %,d in the queue, depth %d",
                        state.what(),
                        state.progress().distinct(),
                        state.progress().queue(),
                        state.progress().depth()));
            }
        }
        return lines;
    }
}
