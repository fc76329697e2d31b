package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Declaration;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.SyntaxFile;
import io.fourwave.spec.syntax.TopLevel;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one protocol of what all its files say. */
public final class Resolver {
    private final Diagnostics diagnostics;
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;
    private final Declarations declarations;
    private final NameLookup names;
    private final Flows flows;
    private final Handlers handlers;
    private final List<Declaration> outer = new ArrayList<>();
    private final List<MachinePart> parts = new ArrayList<>();
    private final List<WorldPart> worldParts = new ArrayList<>();
    private final Map<String, Expr> fieldDefaults = new HashMap<>();

    private Resolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.symbols = new Symbols(diagnostics);
        this.expressions = new Expressions(symbols);
        this.types = new TypeTerms(symbols, expressions);
        this.declarations = new Declarations(symbols, expressions, types);
        this.names = new NameLookup(symbols);
        this.flows = new Flows(diagnostics);
        this.handlers = new Handlers(symbols, names);
        symbols.defines = new Defines(symbols, expressions);
        symbols.procedures = new Procedures(symbols);
    }

    /** Empty when there are errors. */
    public static Optional<Protocol> resolve(List<SyntaxFile> files, boolean mutant, Diagnostics diagnostics) {
        return new Resolver(diagnostics).protocol(files, mutant);
    }

    private Optional<Protocol> protocol(List<SyntaxFile> files, boolean mutant) {
        for (SyntaxFile file : files) {
            file.items().forEach(this::sort);
        }
        Needed needed = new Needed(outer, diagnostics);
        declarations.types(outer);
        declarations.parameters(outer);
        declarations.signatures(outer);
        Choices choices = new Choices(symbols, expressions, types, flows);
        MachineResolver machine =
                new MachineResolver(symbols, expressions, types, declarations, handlers, choices, flows);
        if (needed.machine() == null) {
            return Optional.empty();
        }
        symbols.machinePlace = needed.machine().name().place();
        machine.declare(parts);
        if (symbols.initial == null && !symbols.states.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticCode.INITIAL_STATE, symbols.machinePlace, "no state of the machine is initial")
                    .help("write `initial` behind the state a connection begins in"));
        } else if (symbols.states.isEmpty()) {
            diagnostics.add(DiagnosticCode.MISSING_DECLARATION, symbols.machinePlace, "the machine has no states");
        }
        machine.resolve(parts);
        List<Protocol.Field> fields = fields(needed.segment());
        List<Machine.Define> defines = symbols.defines.resolved();
        new Recursion(symbols).check();
        List<Handlers.Head> heads = handlers.heads(parts);
        PossibleStates states = new PossibleStates(symbols);
        for (Handlers.Head head : heads) {
            if (head.part() instanceof MachinePart.HandlerPart part) {
                states.handler(part, head.states());
            }
        }
        states.reportUnreachable();
        Rules rules = rules(heads, choices, states);
        new Totality(symbols).check(heads);
        World world = new WorldResolver(symbols, expressions, types, declarations, new RuleRanges(files), mutant)
                .world(worldParts);
        new Unused(symbols).report(outer, parts);
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        Machine resolved = new Machine(
                needed.machine().name().text(),
                List.copyOf(symbols.states.values()),
                symbols.initial,
                List.copyOf(symbols.groups.values()),
                List.copyOf(symbols.variables.values()),
                List.copyOf(symbols.streams.values()),
                List.copyOf(symbols.timers.values()),
                List.copyOf(symbols.opportunities.values()),
                defines,
                rules.procedures(),
                rules.handlers(),
                needed.machineDoc(),
                needed.machine().place());
        return Optional.of(new Protocol(
                needed.name(),
                needed.title(),
                List.copyOf(symbols.profiles),
                List.copyOf(symbols.parameters.values()),
                List.copyOf(symbols.enumerations.values()),
                List.copyOf(symbols.flags.values()),
                new Protocol.SegmentType(
                        fields, needed.segment().doc(), needed.segment().place()),
                List.copyOf(symbols.calls.values()),
                List.copyOf(symbols.errors.values()),
                List.copyOf(symbols.notices.values()),
                List.copyOf(symbols.policies.values()),
                resolved,
                world));
    }

    private void sort(TopLevel item) {
        if (item instanceof WorldPart part) {
            worldParts.add(part);
        } else if (item instanceof Declaration declaration) {
            outer.add(declaration);
            if (declaration instanceof Declaration.MachineDecl machine) {
                parts.addAll(machine.parts());
            }
        }
    }

    private List<Protocol.Field> fields(Declaration.SegmentPart segment) {
        List<Protocol.Field> fields = new ArrayList<>();
        if (segment == null) {
            return fields;
        }
        for (Declaration.FieldPart part : segment.fields()) {
            Symbols.FieldSignature field = symbols.fields.get(part.name().text());
            if (field == null) {
                continue;
            }
            Expr defaultValue = null;
            if (part.defaultValue().isPresent()) {
                var term = part.defaultValue().get();
                Value value = expressions.wanted(term, Scope.rule(new Facts(), false), field.type());
                flows.value(value.flow(), field.kind(), field.name(), term.place());
                defaultValue = value.expr();
            }
            fieldDefaults.put(field.name(), defaultValue);
            fields.add(new Protocol.Field(
                    field.name(),
                    field.kind(),
                    field.type(),
                    defaultValue,
                    Requirements.ids(part.tags()),
                    part.doc(),
                    part.place()));
        }
        return List.copyOf(fields);
    }

    private record Rules(List<Machine.Handler> handlers, List<Machine.Procedure> procedures) {}

    /** Resolved again until the kinds of the procedures' parameters are known; only the last round is told. */
    private Rules rules(List<Handlers.Head> heads, Choices choices, PossibleStates states) {
        Statements statements = new Statements(
                new Statements.Context(symbols, expressions, types, names, flows, choices, states, fieldDefaults));
        List<Diagnostic> before = diagnostics.snapshot();
        Rules rules;
        do {
            diagnostics.restore(before);
            symbols.procedures.startOver();
            RuleNames ruleNames = new RuleNames(symbols);
            List<Machine.Handler> resolved = new ArrayList<>();
            for (Handlers.Head head : heads) {
                resolved.add(handlers.handler(head, statements, ruleNames));
            }
            rules = new Rules(List.copyOf(resolved), symbols.procedures.all(statements));
        } while (symbols.procedures.changed());
        for (Handlers.Head head : heads) {
            Requirements.checkRule(head.part(), diagnostics);
        }
        return rules;
    }
}
