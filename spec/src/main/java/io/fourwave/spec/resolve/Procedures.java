package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.syntax.MachinePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The procedures. What kind of data a parameter takes follows from all calls, and what kind of statement a call is from the body;
 * so everything is resolved again until the kinds of the parameters stay the same ({@link #changed}).
 */
final class Procedures {
    /** A procedure as far as it is known. */
    static final class Entry {
        final MachinePart.ProcedurePart part;
        final List<Protocol.Local> params;
        final List<Flow> flows = new ArrayList<>();
        Facts facts = new Facts();
        List<Statement> body;
        boolean open;

        Entry(MachinePart.ProcedurePart part, List<Protocol.Local> params) {
            this.part = part;
            this.params = params;
            params.forEach(param -> flows.add(Flow.PLAIN));
        }

        Protocol.Local param(int index) {
            Protocol.Local declared = params.get(index);
            return new Protocol.Local(
                    declared.name(), declared.type(), flows.get(index).kind());
        }
    }

    private final Symbols symbols;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean changed;

    Procedures(Symbols symbols) {
        this.symbols = symbols;
    }

    void declare(MachinePart.ProcedurePart part, List<Protocol.Local> params) {
        entries.put(part.name().text(), new Entry(part, params));
    }

    boolean knows(String name) {
        return entries.containsKey(name);
    }

    Collection<String> names() {
        return entries.keySet();
    }

    /** As written; null for a name that is no procedure. */
    MachinePart.ProcedurePart part(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.part;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    /** Forgets the bodies, keeps what is known of the parameters. */
    void startOver() {
        changed = false;
        for (Entry entry : entries.values()) {
            entry.facts = new Facts();
            entry.body = null;
        }
    }

    /** Whether a call has brought a parameter another kind of data since {@link #startOver}. */
    boolean changed() {
        return changed;
    }

    /** Data of this flow are given to a parameter. */
    void give(Entry entry, int index, Flow flow) {
        Flow before = entry.flows.get(index);
        Flow after = before.join(flow.through(entry.params.get(index).name()));
        if (!after.equals(before)) {
            entry.flows.set(index, after);
            changed = true;
        }
    }

    /** With its body resolved; null for a name that is no procedure. Recursion has been reported, and is not followed. */
    Entry resolved(String name, Statements statements) {
        Entry entry = entries.get(name);
        if (entry == null || entry.body != null || entry.open) {
            return entry;
        }
        entry.open = true;
        Scope scope = Scope.rule(entry.facts, true);
        for (int i = 0; i < entry.params.size(); i++) {
            scope.declare(entry.param(i), entry.flows.get(i));
        }
        entry.body = statements.procedure(entry.part, scope);
        entry.open = false;
        return entry;
    }

    List<Machine.Procedure> all(Statements statements) {
        List<Machine.Procedure> procedures = new ArrayList<>();
        for (Entry entry : entries.values()) {
            resolved(entry.part.name().text(), statements);
            List<Protocol.Local> params = new ArrayList<>();
            for (int i = 0; i < entry.params.size(); i++) {
                params.add(entry.param(i));
            }
            procedures.add(new Machine.Procedure(
                    entry.part.name().text(),
                    List.copyOf(params),
                    entry.body,
                    entry.facts.usesSegment(),
                    entry.facts.mayStop(),
                    entry.facts.mayChoose(),
                    Requirements.ids(Requirements.within(entry.part.tags(), entry.part.body())),
                    entry.part.doc(),
                    entry.part.place()));
        }
        return List.copyOf(procedures);
    }

    /** The kind of a call's statement: that of what the body changes. */
    static DataKind kind(Entry entry) {
        return entry.body == null ? DataKind.PLAIN : StatementKinds.of(entry.body);
    }
}
