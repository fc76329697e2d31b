package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow rule: runtime data never reach what the model sees, ghost data never what the wire sees, neither by value nor by
 * deciding whether something happens.
 */
final class Flows {
    private final Diagnostics diagnostics;

    Flows(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a value of this flow may go where {@code sink} is the kind of data; reported at {@code place} if not. */
    boolean value(Flow value, DataKind sink, String sinkName, Place place) {
        if (value.isRuntime() && sink != DataKind.RUNTIME) {
            report(
                    DiagnosticCode.RUNTIME_TO_MODEL,
                    place,
                    "runtime data flow into " + word(sink) + " `" + sinkName + "`",
                    path(value.runtime(), sinkName),
                    "let a policy decide: `choose … by policy` takes runtime data as hints");
            return false;
        }
        if (value.isGhost() && sink != DataKind.GHOST) {
            report(
                    DiagnosticCode.GHOST_OUTSIDE,
                    place,
                    "ghost data flow into " + word(sink) + " `" + sinkName + "`",
                    path(value.ghost(), sinkName),
                    "");
            return false;
        }
        return true;
    }

    /** Whether something of kind {@code sink} may happen under conditions of this flow. */
    boolean decision(Flow condition, DataKind sink, String sinkName, Place place) {
        if (condition.isRuntime() && sink != DataKind.RUNTIME) {
            report(
                    DiagnosticCode.RUNTIME_DECIDES,
                    place,
                    "runtime data decide over " + word(sink) + " `" + sinkName + "`",
                    path(condition.runtime(), sinkName),
                    "let a policy decide: `choose … : bool by policy` takes runtime data as hints");
            return false;
        }
        if (condition.isGhost() && sink != DataKind.GHOST) {
            report(
                    DiagnosticCode.GHOST_DECIDES,
                    place,
                    "ghost data decide over " + word(sink) + " `" + sinkName + "`",
                    path(condition.ghost(), sinkName),
                    "");
            return false;
        }
        return true;
    }

    private static String word(DataKind kind) {
        return switch (kind) {
            case PLAIN -> "plain";
            case RUNTIME -> "runtime";
            case GHOST -> "ghost";
        };
    }

    private static String path(List<String> way, String sink) {
        List<String> whole = new ArrayList<>(way);
        whole.add(sink);
        return String.join(" → ", whole);
    }

    private void report(DiagnosticCode code, Place place, String message, String path, String help) {
        diagnostics.add(Diagnostic.of(code, place, message)
                .note("the way it takes: " + path)
                .help(help));
    }
}
