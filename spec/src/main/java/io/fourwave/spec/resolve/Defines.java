package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions: signatures first, bodies when first used, so that they may stand in any order. */
final class Defines {
    private static final class Entry {
        final MachinePart.DefinePart part;
        final List<Protocol.Local> params;
        final Type type;
        final Facts facts = new Facts();
        Value body;

        Entry(MachinePart.DefinePart part, List<Protocol.Local> params, Type type) {
            this.part = part;
            this.params = params;
            this.type = type;
        }
    }

    private final Symbols symbols;
    private final Expressions expressions;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    Defines(Symbols symbols, Expressions expressions) {
        this.symbols = symbols;
        this.expressions = expressions;
    }

    void declare(MachinePart.DefinePart part, List<Protocol.Local> params, Type type) {
        entries.put(part.name().text(), new Entry(part, params, type));
    }

    boolean knows(String name) {
        return entries.containsKey(name);
    }

    Collection<String> names() {
        return entries.keySet();
    }

    Value call(Name name, List<Term> args, Scope scope) {
        return call(name, args, scope, scope);
    }

    /** {@code scope}: what the arguments see; {@code inside}: where the definition itself is looked at. */
    Value call(Name name, List<Term> args, Scope scope, Scope inside) {
        Entry entry = entries.get(name.text());
        symbols.usage.mark(Usage.Sort.DEFINE, name.text());
        if (args.size() != entry.params.size()) {
            symbols.diagnostics.add(
                    DiagnosticCode.ARGUMENT_COUNT,
                    name.place(),
                    "`" + name.text() + "` takes " + count(entry.params.size()) + ", not " + args.size());
            return Value.WRONG;
        }
        Value body = body(entry, name);
        Flow flow = body.flow();
        boolean good = !body.isWrong();
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            Value value =
                    expressions.wanted(args.get(i), scope, entry.params.get(i).type());
            good &= !value.isWrong();
            flow = flow.join(value.flow());
            values.add(value.expr());
        }
        return good && placed(name, entry, flow, inside)
                ? new Value(
                        new Expr.DefineCall(name.text(), List.copyOf(values), entry.type), flow.through(name.text()))
                : Value.WRONG;
    }

    static String count(int number) {
        return number == 0 ? "no arguments" : number == 1 ? "one argument" : number + " arguments";
    }

    /** Whether the definition means something where it is used. */
    private boolean placed(Name name, Entry entry, Flow flow, Scope inside) {
        if (entry.facts.usesSegment()) {
            if (!inside.seesSegment()) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.NOT_HERE,
                                name.place(),
                                "`" + name.text() + "` looks at the arriving segment, and none arrives here")
                        .note("it is defined at " + entry.part.place()));
                return false;
            }
            inside.facts().usesSegment(name.place());
        }
        if (inside.inWorld() && flow.isRuntime()) {
            new NameLookup(symbols).runtimeInWorld(name);
            return false;
        }
        return true;
    }

    private Value body(Entry entry, Name use) {
        if (entry.body != null) {
            return entry.body;
        }
        String name = entry.part.name().text();
        if (open.contains(name)) {
            List<String> cycle = new ArrayList<>(open);
            cycle = cycle.subList(cycle.indexOf(name), cycle.size());
            symbols.diagnostics.add(
                    DiagnosticCode.RECURSION,
                    use.place(),
                    "`" + name + "` is defined by itself: " + String.join(" → ", cycle) + " → " + name);
            return Value.WRONG;
        }
        open.addLast(name);
        Scope scope = Scope.rule(entry.facts, true);
        entry.params.forEach(param -> scope.declare(param, Flow.PLAIN));
        Value body = expressions.wanted(entry.part.body(), scope, entry.type);
        open.removeLast();
        if (body.flow().isRuntime() && body.flow().isGhost()) {
            symbols.diagnostics.add(
                    DiagnosticCode.GHOST_OUTSIDE,
                    entry.part.body().place(),
                    "runtime data and ghost data meet in `" + name + "`");
        }
        entry.body = body;
        return body;
    }

    /** All definitions, in declared order. */
    List<Machine.Define> resolved() {
        List<Machine.Define> defines = new ArrayList<>();
        for (Entry entry : entries.values()) {
            Value body = body(entry, entry.part.name());
            if (!body.isWrong()) {
                MachinePart.DefinePart part = entry.part;
                defines.add(new Machine.Define(
                        part.name().text(),
                        entry.params,
                        entry.type,
                        body.flow().kind(),
                        body.expr(),
                        entry.facts.usesSegment(),
                        Requirements.ids(part.tags()),
                        part.doc(),
                        part.place()));
            }
        }
        return List.copyOf(defines);
    }
}
