package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.syntax.MachinePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** For each event in each state exactly one handler. */
final class Totality {
    private final Symbols symbols;

    Totality(Symbols symbols) {
        this.symbols = symbols;
    }

    void check(List<Handlers.Head> heads) {
        Map<String, Map<String, Place>> answered = new HashMap<>();
        for (Handlers.Head head : heads) {
            Map<String, Place> byState = answered.computeIfAbsent(head.event().text(), e -> new HashMap<>());
            Set<String> again = new LinkedHashSet<>();
            Place before = null;
            for (Machine.State state : head.states()) {
                Place first = byState.putIfAbsent(state.name(), head.part().place());
                if (first != null) {
                    again.add(state.name());
                    before = first;
                }
            }
            if (before != null) {
                twice(head, again, before);
            }
        }
        for (Events.Declared declared : new Events(symbols).all()) {
            missing(declared, answered.getOrDefault(declared.event().text(), Map.of()));
        }
    }

    private void twice(Handlers.Head head, Set<String> states, Place before) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.HANDLED_TWICE,
                        headline(head.part()),
                        "`" + head.event().text() + "` in " + quoted(states) + " is handled twice")
                .note("the other handler is at " + before));
    }

    private static Place headline(MachinePart part) {
        return part instanceof MachinePart.HandlerPart handler ? handler.event().place() : part.place();
    }

    private void missing(Events.Declared declared, Map<String, Place> answered) {
        List<String> states = new ArrayList<>();
        for (Machine.State state : symbols.states.values()) {
            if (!answered.containsKey(state.name())) {
                states.add(state.name());
            }
        }
        if (states.isEmpty()) {
            return;
        }
        String event = declared.event().text();
        boolean expiry = declared.event() instanceof Machine.Event.Timeout;
        if (answered.isEmpty() && expiry) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.TIMER_WITHOUT_HANDLER, declared.place(), "no state handles `" + event + "`")
                    .help("say what happens when it expires: `on " + event + " in …`"));
            return;
        }
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.NOT_HANDLED,
                        declared.place(),
                        "`" + event + "` is not handled in " + quoted(states))
                .help("if nothing happens there, write `ignore " + event + " in " + String.join(", ", states) + "`"));
    }

    private static String quoted(Iterable<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("`" + name + "`"));
        return quoted.stream().collect(Collectors.joining(", "));
    }
}
