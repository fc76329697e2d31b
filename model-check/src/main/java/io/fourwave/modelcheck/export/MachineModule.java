package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The machine, as far as a scenario needs it, as a module of pure operators: no variables, each event takes a TCB to its outcomes. With {@code notes} the same
 * operators also write down which rule did what; that module is only asked when a counterexample is told.
 */
final class MachineModule {
    private final Protocol protocol;
    private final Machine machine;
    private final Names names;
    private final Facts facts;
    private final boolean notes;
    private final ExprWriter expressions;
    private final Updates updates;
    private final StatementWriter statements;
    private final HandlerWriter handlers;

    MachineModule(Protocol protocol, World.Scenario scenario, boolean notes) {
        this.protocol = protocol;
        this.notes = notes;
        machine = protocol.machine();
        names = new Names(protocol);
        facts = new Facts(protocol, scenario, notes);
        expressions = new ExprWriter(protocol, facts, names);
        updates = new Updates(protocol, expressions, facts, names, notes);
        statements = new StatementWriter(expressions, facts, names, updates);
        handlers = new HandlerWriter(protocol, facts, names, expressions, statements, notes);
    }

    Names names() {
        return names;
    }

    Facts facts() {
        return facts;
    }

    ExprWriter expressions() {
        return expressions;
    }

    String write(String module) {
        String groups = groups();
        String defines = defines();
        String procedures = procedures();
        String handled = handlers.write();
        String record = tcb();
        StringBuilder text = new StringBuilder();
        text.append(Modules.head(
                module, protocol.title().isEmpty() ? protocol.name() : protocol.name() + ": " + protocol.title()));
        text.append("EXTENDS ").append(Library.MODULE).append("\n\n");
        text.append(constants());
        text.append(groups).append(flagSets());
        text.append(Modules.section("the TCB")).append(record);
        text.append(Modules.section("definitions")).append(defines);
        text.append(Modules.section("procedures")).append(procedures);
        text.append(handled);
        return text.append(Modules.foot()).toString();
    }

    private String constants() {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (Protocol.Parameter parameter : names.parametersUsed()) {
            lines.add(names.parameter(parameter) + comment(parameter.doc(), "parameter " + parameter.name()));
        }
        for (Machine.Stream stream : names.capacitiesUsed()) {
            lines.add(names.capacity(stream) + comment("", "octets the stream " + stream.name() + " can hold"));
        }
        for (Protocol.Policy policy : names.policiesUsed()) {
            lines.add(names.choices(policy)
                    + comment(
                            policy.doc(),
                            "what policy " + policy.name() + " may choose; of a range, {} for all of it"));
        }
        for (String line : lines) {
            text.append("CONSTANT ").append(line).append('\n');
        }
        return text.append(text.isEmpty() ? "" : "\n").toString();
    }

    private static String comment(String doc, String otherwise) {
        return "  " + Layout.comment((doc.isBlank() ? otherwise : doc).strip().replaceAll("\\s+", " "));
    }

    private String groups() {
        StringBuilder text = new StringBuilder();
        for (Machine.Group group : machine.groups()) {
            List<String> members = group.states().stream()
                    .map(state -> Values.quoted(state.name()))
                    .toList();
            text.append(names.group(group))
                    .append(" == {")
                    .append(String.join(", ", members))
                    .append("}\n");
        }
        return text.append(text.isEmpty() ? "" : "\n").toString();
    }

    private String flagSets() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Set<String>, String> entry : names.flagSets().entrySet()) {
            List<String> members = entry.getKey().stream().map(Values::quoted).toList();
            text.append(entry.getValue())
                    .append(" == {")
                    .append(String.join(", ", members))
                    .append("}\n");
        }
        return text.append(text.isEmpty() ? "" : "\n").toString();
    }

    // ---- the record
    // --------------------------------------------------------------------------------------------------

    private record Part(String field, String initial, boolean survivesDelete) {}

    private List<Part> parts() {
        Scope scope = Scope.operator(names, null, null);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("state", Values.quoted(machine.initial().name()), false));
        for (Machine.Variable variable : machine.variables()) {
            if (variable.kind() != DataKind.RUNTIME && facts.ghosts().isNeeded(variable)) {
                parts.add(new Part(
                        names.variable(variable.name()),
                        expressions.write(variable.initial(), scope),
                        variable.kind() == DataKind.GHOST));
            }
        }
        for (Machine.Timer timer : machine.timers()) {
            parts.add(new Part(names.timer(timer.name()), "-1", false));
            if (facts.retriesCount(timer.name())) {
                parts.add(new Part(names.retries(timer.name()), "0", false));
            }
        }
        for (Machine.Stream stream : machine.streams()) {
            parts.add(new Part(names.stream(stream.name()), "<<>>", false));
            if (stream.kind() == Machine.StreamKind.RECEIVE) {
                parts.add(new Part(names.ahead(stream.name()), "{}", false));
            }
            if (facts.historyKept(stream.name())) {
                parts.add(new Part(names.history(stream.name()), "<<>>", true));
            }
        }
        if (facts.anyHistory()) {
            parts.add(new Part("ended", "FALSE", false));
        }
        parts.add(new Part("sent", "<<>>", true));
        parts.add(new Part("stopped", "FALSE", true));
        if (notes) {
            parts.add(new Part("rule", "\"\"", true));
            parts.add(new Part("trail", "<<>>", true));
        }
        return parts;
    }

    private String tcb() {
        List<Part> parts = parts();
        StringBuilder text = new StringBuilder();
        text.append(
                "\\* Between steps `sent` is empty and `stopped` is FALSE: the outcome of a step carries them to the environment.\n");
        text.append("NewTcb ==\n  ")
                .append(Layout.hang(record(parts, Part::initial), 2))
                .append("\n\n");
        text.append(deleted(parts));
        if (notes) {
            List<Part> plain = parts.subList(0, parts.size() - 2);
            text.append("WithTrail(s) ==\n  ")
                    .append(Layout.hang(
                            record(parts, part -> plain.contains(part) ? "s." + part.field() : part.initial()), 2))
                    .append("\n\n");
            text.append("WithoutTrail(s) ==\n  ")
                    .append(Layout.hang(record(plain, part -> "s." + part.field()), 2))
                    .append("\n\n");
        } else {
            text.append(ticking());
            text.append(bounds());
        }
        return text.toString();
    }

    private String deleted(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        List<String> kept = new ArrayList<>(parts.stream()
                .filter(Part::survivesDelete)
                .map(part -> "!." + part.field() + " = s." + part.field())
                .toList());
        if (facts.anyHistory()) {
            List<String> histories = histories(field -> "s." + field + " # <<>>");
            kept.add("!.ended = " + String.join(" \\/ ", histories));
        }
        text.append("\\* delete TCB: all as new but what only the model knows.\n");
        text.append("Deleted(s) ==\n  ")
                .append(Layout.hang(Layout.except("NewTcb", kept), 2))
                .append("\n\n");
        if (facts.anyHistory()) {
            List<String> fresh = new ArrayList<>(List.of("!.state = state", "!.ended = FALSE"));
            fresh.addAll(histories(field -> "!." + field + " = <<>>"));
            text.append(
                    "\\* The histories of streams outlive their TCB, and begin anew where its successor leaves the initial state.\n");
            text.append("Entered(s, state) ==\n  IF s.ended THEN ")
                    .append(Layout.except("s", fresh))
                    .append(" ELSE [s EXCEPT !.state = state]\n\n");
        }
        return text.toString();
    }

    private List<String> histories(Function<String, String> text) {
        return machine.streams().stream()
                .filter(stream -> facts.historyKept(stream.name()))
                .map(stream -> text.apply(names.history(stream.name())))
                .toList();
    }

    private static String record(List<Part> parts, Function<Part, String> value) {
        return Layout.record(parts.stream()
                .map(part -> part.field() + " |-> " + value.apply(part))
                .toList());
    }

    private String ticking() {
        List<String> fields = machine.timers().stream()
                .map(timer -> names.timer(timer.name()))
                .toList();
        StringBuilder text = new StringBuilder();
        text.append("Due(s) == Memo(s, ").append(any(fields, " = 0")).append(")\n");
        text.append("Waiting(s) == Memo(s, ").append(any(fields, " > 0")).append(")\n");
        List<String> updates =
                fields.stream().map(field -> "!." + field + " = Waited(@)").toList();
        return text.append("Ticked(s) ==\n  Memo(<<s>>, ")
                .append(Layout.hang(Layout.except("s", updates), 14))
                .append(")\n\n")
                .toString();
    }

    private static String any(List<String> fields, String test) {
        return fields.isEmpty()
                ? "FALSE"
                : String.join(
                        " \\/ ",
                        fields.stream().map(field -> "s." + field + test).toList());
    }

    private String bounds() {
        Scope scope = Scope.operator(names, "s", null);
        List<String> tests = new ArrayList<>();
        for (Machine.Variable variable : machine.variables()) {
            String test = variable.kind() == DataKind.RUNTIME || !facts.ghosts().isNeeded(variable)
                    ? null
                    : updates.withinBounds(variable, "s", scope);
            if (test != null) {
                tests.add(test);
            }
        }
        return "\\* Every variable holds a value of its type.\nWithinBounds(s) ==\n  "
                + (tests.isEmpty() ? "TRUE" : "/\\ " + String.join("\n  /\\ ", tests)) + "\n\n";
    }

    // ---- definitions and procedures
    // ----------------------------------------------------------------------------------

    private String defines() {
        StringBuilder text = new StringBuilder();
        for (Machine.Define define : facts.definesInOrder()) {
            Scope scope = Scope.operator(names, "s", "SEG");
            List<String> params = new ArrayList<>();
            if (facts.readsTcb(define)) {
                params.add("s");
            }
            if (define.usesSegment()) {
                params.add("SEG");
            }
            define.params().stream()
                    .filter(p -> p.kind() != DataKind.RUNTIME)
                    .forEach(p -> params.add(scope.declare(p.name())));
            text.append(Modules.origin(define.name(), define.doc(), define.place()));
            text.append(names.define(define.name()))
                    .append(Modules.params(params))
                    .append(" ==\n  ");
            text.append(Layout.hang(expressions.write(define.body(), scope), 2)).append("\n\n");
        }
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            text.append(Modules.origin("opportunity " + opportunity.name(), opportunity.doc(), opportunity.place()));
            text.append(handlers.enabled(opportunity)).append("\n\n");
        }
        return text.toString();
    }

    private String procedures() {
        StringBuilder text = new StringBuilder();
        for (Machine.Procedure procedure : facts.flow().proceduresInOrder()) {
            Scope scope = Scope.operator(names, "s", "SEG");
            List<String> params = new ArrayList<>();
            params.add("s");
            if (procedure.usesSegment()) {
                params.add("SEG");
            }
            procedure.params().stream()
                    .filter(p -> p.kind() != DataKind.RUNTIME)
                    .forEach(p -> params.add(scope.declare(p.name())));
            text.append(Modules.origin(procedure.name(), procedure.doc(), procedure.place()));
            text.append(names.procedure(procedure.name()))
                    .append(Modules.params(params))
                    .append(" ==\n  ");
            boolean chooses = facts.flow().mayChoose(procedure.body());
            text.append(Layout.hang(statements.write(procedure.body(), scope, chooses, false), 2))
                    .append("\n\n");
        }
        return text.toString();
    }
}
