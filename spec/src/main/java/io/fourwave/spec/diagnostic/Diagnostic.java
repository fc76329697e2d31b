package io.fourwave.spec.diagnostic;

import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something to tell the author of a protocol.
 *
 * @param place where it is, or null when it is nowhere in particular
 * @param message one line, lower case, no full stop
 * @param label a few words behind the carets, may be empty
 * @param notes what helps to understand it; never a suggestion
 * @param help what to do about it, may be empty; the only part that suggests
 */
public record Diagnostic(
        DiagnosticCode code, Place place, String message, String label, List<String> notes, String help) {

    /** As read by a person from top to bottom: by place, then by code. */
    public static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    Diagnostic::place, Comparator.nullsFirst(Comparator.<Place>naturalOrder()))
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic of(DiagnosticCode code, Place place, String message) {
        return new Diagnostic(code, place, message, "", List.of(), "");
    }

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    public Diagnostic label(String text) {
        return new Diagnostic(code, place, message, text, notes, help);
    }

    public Diagnostic note(String text) {
        List<String> more = new ArrayList<>(notes);
        more.add(text);
        return new Diagnostic(code, place, message, label, List.copyOf(more), help);
    }

    /** An empty text leaves the diagnostic as it is, so that a suggestion that was not found needs no condition. */
    public Diagnostic help(String text) {
        return text.isEmpty() ? this : new Diagnostic(code, place, message, label, notes, text);
    }
}
