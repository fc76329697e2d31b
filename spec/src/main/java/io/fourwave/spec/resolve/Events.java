package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** What can happen to the machine, and what a handler's event means. */
final class Events {
    static final String SEGMENT_ARRIVES = "SEGMENT-ARRIVES";

    private final Symbols symbols;

    Events(Symbols symbols) {
        this.symbols = symbols;
    }

    /** An event and where it is declared. */
    record Declared(Machine.Event event, Place place) {}

    /** All of them: calls, the arrival, time-outs and exhaustions, opportunities. */
    List<Declared> all() {
        List<Declared> events = new ArrayList<>();
        for (Protocol.UserCall call : symbols.calls.values()) {
            events.add(new Declared(new Machine.Event.Call(call), call.place()));
        }
        events.add(new Declared(new Machine.Event.SegmentArrives(), symbols.machinePlace));
        for (Machine.Timer timer : symbols.timers.values()) {
            events.add(new Declared(new Machine.Event.Timeout(timer.name()), timer.place()));
            if (timer.limit() != null) {
                events.add(new Declared(new Machine.Event.Exhausted(timer.name()), timer.place()));
            }
        }
        for (Machine.Opportunity opportunity : symbols.opportunities.values()) {
            events.add(new Declared(new Machine.Event.Opportune(opportunity.name()), opportunity.place()));
        }
        return events;
    }

    /** Null and reported when there is no such event. */
    Machine.Event event(MachinePart.EventName term) {
        Name name = term.name();
        if (term.form() == MachinePart.EventForm.NAMED) {
            return named(name);
        }
        Machine.Timer timer = symbols.timers.get(name.text());
        if (timer == null) {
            if (!symbols.spoiled.contains("timer " + name.text())) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no timer `" + name.text() + "`")
                        .help(DidYouMean.help(name.text(), symbols.timers.keySet())));
            }
            return null;
        }
        if (term.form() == MachinePart.EventForm.TIMEOUT) {
            return new Machine.Event.Timeout(timer.name());
        }
        if (timer.limit() == null) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.NO_SUCH_EVENT,
                            term.place(),
                            "timer `" + timer.name() + "` has no limit, so it is never exhausted")
                    .help("give it one: `at most … retries`"));
            return null;
        }
        return new Machine.Event.Exhausted(timer.name());
    }

    private Machine.Event named(Name name) {
        String text = name.text();
        if (text.equals(SEGMENT_ARRIVES)) {
            return new Machine.Event.SegmentArrives();
        } else if (symbols.calls.containsKey(text)) {
            return new Machine.Event.Call(symbols.calls.get(text));
        } else if (symbols.opportunities.containsKey(text)) {
            return new Machine.Event.Opportune(text);
        } else if (symbols.spoiled.contains("event " + text)) {
            return null;
        }
        List<String> candidates = new ArrayList<>(symbols.calls.keySet());
        candidates.addAll(symbols.opportunities.keySet());
        candidates.add(SEGMENT_ARRIVES);
        Diagnostic unknown = Diagnostic.of(
                DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no call or opportunity `" + text + "`");
        symbols.diagnostics.add(
                symbols.timers.containsKey(text)
                        ? unknown.help("for the timer, write `timeout " + text + "`")
                        : unknown.help(DidYouMean.help(text, candidates)));
        return null;
    }
}
