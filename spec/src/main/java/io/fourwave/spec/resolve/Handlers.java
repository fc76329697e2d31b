package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Ordinals;
import io.fourwave.spec.syntax.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Resolves handlers and ignores: event, states, names of the rules, checks. */
final class Handlers {
    /** What a handler answers, known before its statements are resolved. */
    record Head(MachinePart part, Machine.Event event, List<Machine.State> states) {}

    private final Symbols symbols;
    private final NameLookup names;
    private final Events events;

    Handlers(Symbols symbols, NameLookup names) {
        this.symbols = symbols;
        this.names = names;
        this.events = new Events(symbols);
    }

    List<Head> heads(List<MachinePart> parts) {
        List<Head> heads = new ArrayList<>();
        for (MachinePart part : parts) {
            if (part instanceof MachinePart.HandlerPart handler) {
                head(handler, handler.event(), handler.states(), heads);
            } else if (part instanceof MachinePart.IgnorePart ignore) {
                ignore.events().forEach(event -> head(ignore, event, ignore.states(), heads));
            }
        }
        return heads;
    }

    private void head(MachinePart part, MachinePart.EventName eventName, MachinePart.StateSet set, List<Head> heads) {
        Machine.Event event = events.event(eventName);
        List<Machine.State> states = states(set);
        if (event != null && states != null) {
            heads.add(new Head(part, event, states));
        }
    }

    /** In declared order; null and reported when one of the names is none of a state or group. */
    List<Machine.State> states(MachinePart.StateSet set) {
        Set<Machine.State> named = new LinkedHashSet<>();
        for (Name name : set.names()) {
            List<Machine.State> states = names.states(name);
            if (states == null) {
                return null;
            }
            named.addAll(states);
        }
        return symbols.states.values().stream()
                .filter(state -> named.contains(state) != set.all())
                .toList();
    }

    Machine.Handler handler(Head head, Statements statements, RuleNames rules) {
        if (head.part() instanceof MachinePart.IgnorePart ignore) {
            return new Machine.Handler(
                    RuleNames.label(ignore.states()),
                    head.event(),
                    head.states(),
                    true,
                    List.of(),
                    Requirements.ids(ignore.tags()),
                    ignore.doc(),
                    ignore.place());
        }
        MachinePart.HandlerPart part = (MachinePart.HandlerPart) head.part();
        String label = rules.label(part);
        List<Machine.Check> checks = part.checks().isEmpty()
                ? List.of(body(part, head.event(), label, statements, rules))
                : checks(part, head.event(), label, statements, rules);
        return new Machine.Handler(
                label,
                head.event(),
                head.states(),
                false,
                checks,
                Requirements.ids(part.tags()),
                part.doc(),
                part.place());
    }

    private List<Machine.Check> checks(
            MachinePart.HandlerPart part, Machine.Event event, String label, Statements statements, RuleNames rules) {
        List<Machine.Check> checks = new ArrayList<>();
        for (int i = 0; i < part.checks().size(); i++) {
            MachinePart.CheckPart check = part.checks().get(i);
            if (check.ordinal() != i + 1) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.CHECK_ORDER,
                                check.ordinalPlace(),
                                "`" + Ordinals.word(check.ordinal()) + "` where the " + Ordinals.word(i + 1)
                                        + " check stands")
                        .help("write `" + Ordinals.word(i + 1) + "`, or move the check"));
            }
            String rule = label + "." + RuleNames.slug(check.title());
            rules.take(rule, check.ordinalPlace());
            checks.add(new Machine.Check(
                    rule,
                    check.title(),
                    check.ordinal(),
                    resolve(event, check.body(), statements),
                    Requirements.ids(Requirements.within(check.tags(), check.body())),
                    check.doc(),
                    check.place()));
        }
        return List.copyOf(checks);
    }

    private Machine.Check body(
            MachinePart.HandlerPart part, Machine.Event event, String label, Statements statements, RuleNames rules) {
        String rule = label + "." + RuleNames.slug(event.text());
        rules.take(rule, part.place());
        List<Tag> tags = Requirements.within(List.of(), part.body());
        return new Machine.Check(
                rule,
                event.text(),
                0,
                resolve(event, part.body(), statements),
                Requirements.ids(tags),
                "",
                part.place());
    }

    private List<Statement> resolve(Machine.Event event, Action.Block body, Statements statements) {
        boolean arrival = event instanceof Machine.Event.SegmentArrives;
        Scope scope = Scope.rule(new Facts(), arrival);
        boolean call = event instanceof Machine.Event.Call;
        if (call) {
            ((Machine.Event.Call) event).call().params().forEach(param -> scope.declare(param, Flow.PLAIN));
        }
        return statements.block(body, scope, new Statements.Rule(call), Flow.PLAIN);
    }
}
