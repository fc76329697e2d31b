package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.Locale;

/** What is said of a run that came to no verdict. */
final class Ends {
    private Ends() {}

    /** Empty when there is a verdict, or the user ended it. */
    static String told(TlcOutcome outcome, TlcOptions options) {
        return switch (outcome.status()) {
            case HOLDS, VIOLATED, INTERRUPTED -> "";
            case ERROR -> outcome.message().isEmpty() ? "TLC ended without a word" : outcome.message();
            case OUT_OF_TIME ->
                "out of time" + after(outcome.progress())
                        + "\nhelp: a longer --timeout, or --checkpoint DIR to go on later";
            case OUT_OF_MEMORY ->
                String.format(
                        Locale.ROOT,
                        "out of memory (%d MiB)%s\nhelp: more with --memory MIB, fewer --workers, or smaller bounds of the scenario",
                        options.memoryMegabytes(),
                        after(outcome.progress()));
            case OUT_OF_DISK ->
                "no space left for states on disk" + after(outcome.progress())
                        + "\nhelp: another place with --states DIR, or for what is to be resumed with --checkpoint DIR";
        };
    }

    private static String after(TlcProgress progress) {
        return String.format(
                Locale.ROOT,
                " after %.0f s with %,d distinct states and %,d waiting",
                progress.seconds(),
                progress.distinct(),
                progress.queue());
    }
}
