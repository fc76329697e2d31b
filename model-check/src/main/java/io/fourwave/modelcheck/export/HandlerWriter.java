package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One operator per check, one per handler, one per event, and {@code Step}, which takes any event. */
final class HandlerWriter {
    private final Machine machine;
    private final Facts facts;
    private final Names names;
    private final ExprWriter expressions;
    private final StatementWriter statements;
    private final boolean notes;

    HandlerWriter(
            Protocol protocol,
            Facts facts,
            Names names,
            ExprWriter expressions,
            StatementWriter statements,
            boolean notes) {
        this.machine = protocol.machine();
        this.facts = facts;
        this.names = names;
        this.expressions = expressions;
        this.statements = statements;
        this.notes = notes;
    }

    /** Handlers by event, events in the order of their first handler. */
    private Map<Machine.Event, List<Machine.Handler>> byEvent() {
        Map<Machine.Event, List<Machine.Handler>> events = new LinkedHashMap<>();
        for (Machine.Handler handler : machine.handlers()) {
            events.computeIfAbsent(handler.event(), event -> new ArrayList<>()).add(handler);
        }
        return events;
    }

    String write() {
        StringBuilder text = new StringBuilder();
        Map<Machine.Event, List<Machine.Handler>> events = byEvent();
        events.forEach((event, handlers) -> {
            text.append(Modules.section(event.text()));
            handlers.stream().filter(handler -> !handler.ignored()).forEach(handler -> text.append(handler(handler)));
            text.append(event(event, handlers)).append("\n\n");
        });
        return text.append(step(events)).toString();
    }

    private boolean chooses(List<Machine.Handler> handlers) {
        return handlers.stream().anyMatch(this::chooses);
    }

    private boolean chooses(Machine.Handler handler) {
        return handler.checks().stream().anyMatch(check -> facts.flow().mayChoose(check.body()));
    }

    private static List<String> params(Machine.Event event, Scope scope) {
        List<String> params = new ArrayList<>(List.of("s"));
        if (event instanceof Machine.Event.SegmentArrives) {
            params.add("SEG");
        } else if (event instanceof Machine.Event.Call call) {
            call.call().params().stream()
                    .filter(p -> p.kind() != DataKind.RUNTIME)
                    .forEach(p -> params.add(scope.declare(p.name())));
        }
        return params;
    }

    private String handler(Machine.Handler handler) {
        StringBuilder text = new StringBuilder();
        List<String> calls = new ArrayList<>();
        int count = handler.checks().size();
        for (int i = 0; i < count; i++) {
            Machine.Check check = handler.checks().get(i);
            Scope scope = Scope.operator(names, "s", "SEG");
            List<String> params = params(handler.event(), scope);
            boolean chooses = facts.flow().mayChoose(check.body());
            text.append(Modules.origin(check.rule(), check.doc(), check.place()));
            text.append(names.check(check)).append(Modules.params(params)).append(" ==\n  ");
            text.append(Layout.hang(body(check, scope, chooses, i + 1 == count), 2))
                    .append("\n\n");
            calls.add(names.check(check));
        }
        if (count == 1) {
            return text.toString();
        }
        Scope scope = Scope.operator(names, "s", "SEG");
        List<String> params = params(handler.event(), scope);
        text.append(Modules.origin(handler.label() + " " + handler.event().text(), handler.doc(), handler.place()));
        text.append(names.handler(handler)).append(Modules.params(params)).append(" ==\n  ");
        return text.append(Layout.hang(inOrder(handler, 0, "s", params, scope, false), 2))
                .append("\n\n")
                .toString();
    }

    /** The statements of a check; where notes are taken, the rule's name goes before. */
    private String body(Machine.Check check, Scope scope, boolean chooses, boolean last) {
        if (!notes) {
            return statements.write(check.body(), scope, chooses, last);
        }
        String named = scope.identifiers().fresh("s0");
        return Layout.let(
                List.of(named + " == [s EXCEPT !.rule = " + Values.quoted(check.rule()) + "]"),
                statements.write(check.body(), scope.at(named), chooses, last));
    }

    /** The checks one behind the other; behind one that may stop, the flag is looked at. */
    private String inOrder(
            Machine.Handler handler, int from, String tcb, List<String> params, Scope scope, boolean asSet) {
        Machine.Check check = handler.checks().get(from);
        List<String> args = new ArrayList<>(params);
        args.set(0, tcb);
        String call = names.check(check) + "(" + String.join(", ", args) + ")";
        boolean chooses = facts.flow().mayChoose(check.body());
        boolean restChooses = handler.checks().subList(from, handler.checks().size()).stream()
                .anyMatch(c -> facts.flow().mayChoose(c.body()));
        boolean set = asSet || restChooses;
        if (from + 1 == handler.checks().size()) {
            return set && !chooses ? "{" + call + "}" : call;
        }
        String next = scope.identifiers().numbered("s");
        String rest = inOrder(handler, from + 1, next, params, scope, set);
        if (facts.flow().mayEnd(check.body())) {
            rest = "IF " + next + ".stopped THEN " + (set ? "{" + next + "}" : next) + " ELSE\n" + rest;
        }
        if (chooses) {
            return Layout.union(rest, next, call);
        }
        return "LET " + next + " == " + call + " IN\n" + rest;
    }

    private String event(Machine.Event event, List<Machine.Handler> handlers) {
        Scope scope = Scope.operator(names, "s", "SEG");
        List<String> params = params(event, scope);
        boolean asSet = chooses(handlers);
        String text = asSet ? "{s}" : "s";
        List<Machine.Handler> handled =
                handlers.stream().filter(handler -> !handler.ignored()).toList();
        for (int i = handled.size() - 1; i >= 0; i--) {
            Machine.Handler handler = handled.get(i);
            String operator =
                    handler.checks().size() == 1 ? names.check(handler.checks().get(0)) : names.handler(handler);
            String call = operator + "(" + String.join(", ", params) + ")";
            String way = asSet && !chooses(handler) ? "{" + call + "}" : call;
            text = "IF " + expressions.inStates("s.state", handler.states()) + "\nTHEN " + way + "\nELSE " + text;
        }
        return names.event(event) + Modules.params(params) + " ==\n  " + Layout.hang(text, 2);
    }

    String enabled(Machine.Opportunity opportunity) {
        List<Machine.State> states = machine.handlers().stream()
                .filter(handler ->
                        !handler.ignored() && handler.event().equals(new Machine.Event.Opportune(opportunity.name())))
                .flatMap(handler -> handler.states().stream())
                .toList();
        Scope scope = Scope.operator(names, "s", "SEG");
        String where = states.isEmpty() ? "FALSE" : "(" + expressions.inStates("s.state", states) + ")";
        return names.enabled(opportunity) + "(s) ==\n  " + where + " /\\ "
                + expressions.operand(opportunity.guard(), scope);
    }

    /** What the environment calls: the set of outcomes of an event. The only operator another engine would have to replace. */
    private String step(Map<Machine.Event, List<Machine.Handler>> events) {
        StringBuilder text = new StringBuilder(Modules.section("any event"));
        text.append(
                "\\* What can become of the TCB s when e happens; the segments sent are in the field `sent` of each outcome.\n");
        String chain = "Assert(FALSE, <<\"no such event\", e>>)";
        List<Machine.Event> order = new ArrayList<>(events.keySet());
        // The most frequent first: TLC goes through them one by one.
        order.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        for (int i = order.size() - 1; i >= 0; i--) {
            Machine.Event event = order.get(i);
            if (event instanceof Machine.Event.Exhausted exhausted && hasTimeout(events, exhausted.timer())) {
                continue;
            }
            chain = "IF e.event = " + Values.quoted(happening(event)) + " THEN " + outcome(event, events) + "\nELSE "
                    + chain;
        }
        return text.append("Step(s, e) ==\n  ")
                .append(Layout.hang(chain, 2))
                .append("\n\n")
                .toString();
    }

    private static boolean hasTimeout(Map<Machine.Event, List<Machine.Handler>> events, String timer) {
        return events.containsKey(new Machine.Event.Timeout(timer));
    }

    private static int rank(Machine.Event event) {
        return event instanceof Machine.Event.SegmentArrives
                ? 0
                : event instanceof Machine.Event.Opportune ? 1 : event instanceof Machine.Event.Call ? 3 : 2;
    }

    /** What the environment says happened: for a timer that it is due; whether its retries are exhausted is the machine's business. */
    private static String happening(Machine.Event event) {
        return event instanceof Machine.Event.Exhausted exhausted ? "timeout " + exhausted.timer() : event.text();
    }

    private String outcome(Machine.Event event, Map<Machine.Event, List<Machine.Handler>> events) {
        if (event instanceof Machine.Event.SegmentArrives) {
            return braces(event, "s, e.segment", events);
        }
        if (event instanceof Machine.Event.Call call) {
            StringBuilder args = new StringBuilder("s");
            call.call().params().stream()
                    .filter(p -> p.kind() != DataKind.RUNTIME)
                    .forEach(p -> args.append(", e.").append(Names.argument(p.name())));
            return braces(event, args.toString(), events);
        }
        if (event instanceof Machine.Event.Timeout timeout) {
            return expiry(timeout.timer(), events);
        }
        return event instanceof Machine.Event.Exhausted exhausted
                ? expiry(exhausted.timer(), events)
                : braces(event, "s", events);
    }

    /** The timer stops, then its handler runs: `exhausted` once the limit of retries is reached. */
    private String expiry(String name, Map<Machine.Event, List<Machine.Handler>> events) {
        Machine.Timer timer = machine.timers().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        String stopped = "[s EXCEPT !." + names.timer(name) + " = -1]";
        Machine.Event timeout = new Machine.Event.Timeout(name);
        Machine.Event exhausted = new Machine.Event.Exhausted(name);
        String on = events.containsKey(timeout) ? braces(timeout, stopped, events) : "{" + stopped + "}";
        if (timer.limit() == null) {
            return on;
        }
        String off = events.containsKey(exhausted) ? braces(exhausted, stopped, events) : "{" + stopped + "}";
        Scope scope = Scope.operator(names, "s", null);
        return "\n  IF s." + names.retries(name) + " >= " + expressions.operand(timer.limit(), scope) + " THEN " + off
                + "\n  ELSE " + on;
    }

    private String braces(Machine.Event event, String args, Map<Machine.Event, List<Machine.Handler>> events) {
        String call = names.event(event) + "(" + args + ")";
        return chooses(events.get(event)) ? call : "{" + call + "}";
    }
}
