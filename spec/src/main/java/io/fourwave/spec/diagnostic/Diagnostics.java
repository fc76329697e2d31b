package io.fourwave.spec.diagnostic;

import io.fourwave.spec.ir.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found, so that all of it is told in one run. Not thread-safe: one per compilation. */
public final class Diagnostics {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void add(DiagnosticCode code, Place place, String message) {
        add(Diagnostic.of(code, place, message));
    }

    public void addAll(Diagnostics others) {
        found.addAll(others.found);
    }

    /** All so far, to come back to by {@link #restore}. */
    public List<Diagnostic> snapshot() {
        return List.copyOf(found);
    }

    /** Forgets what was found since the snapshot: the work is done again with better knowledge. */
    public void restore(List<Diagnostic> snapshot) {
        found.clear();
        found.addAll(snapshot);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /** By place, each once. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted(Diagnostic.BY_PLACE).toList();
    }
}
