package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of rules: the same in the spec, the model, the generated code, the trace and the counterexample. */
final class RuleNames {
    private final Symbols symbols;
    private final Map<String, Place> taken = new HashMap<>();

    RuleNames(Symbols symbols) {
        this.symbols = symbols;
    }

    /** {@code sequence number} becomes {@code sequence-number}. */
    static String slug(String title) {
        String slug = title.strip().replaceAll("[^\\p{L}\\p{N}.]+", "-");
        return slug.replaceAll("^[-.]+|[-.]+$", "");
    }

    /** The left part of a rule's name. Several states without a name of their own are no good name for a rule. */
    String label(MachinePart.HandlerPart part) {
        if (part.label().isPresent()) {
            return part.label().get().text();
        }
        String label = label(part.states());
        if (label.contains("+") || label.startsWith("all-except-")) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.RULE_NAME_MISSING,
                            part.states().place(),
                            "a handler of several states needs a name of its own")
                    .note("the names of its rules begin with it, in traces and counterexamples")
                    .help("add `as NAME` behind the states, or make the states a group"));
        }
        return label;
    }

    static String label(MachinePart.StateSet states) {
        String joined = states.names().stream().map(Name::text).collect(Collectors.joining("+"));
        if (!states.all()) {
            return joined;
        }
        return states.names().isEmpty() ? "all" : "all-except-" + joined;
    }

    /** Takes a name; reports when it was taken before. */
    void take(String rule, Place place) {
        Place before = taken.putIfAbsent(rule, place);
        if (before != null) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.RULE_TWICE, place, "a rule is called `" + rule + "` already")
                            .note("the other one is at " + before)
                            .help("give one of the handlers a name with `as`, or the check another title"));
        }
    }
}
