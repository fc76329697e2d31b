package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Stmt;
import io.fourwave.spec.syntax.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves blocks of statements. */
final class Statements {
    /** What all statements of all rules share. */
    record Context(
            Symbols symbols,
            Expressions expressions,
            TypeTerms types,
            NameLookup names,
            Flows flows,
            Choices choices,
            PossibleStates states,
            Map<String, Expr> fieldDefaults) {}

    private final Context context;
    private final Symbols symbols;

    Statements(Context context) {
        this.context = context;
        this.symbols = context.symbols();
    }

    Context context() {
        return context;
    }

    List<Statement> procedure(MachinePart.ProcedurePart part, Scope scope) {
        return block(part.body(), scope, new Rule(true), Flow.PLAIN);
    }

    /** @param mayReturn whether there is a user to return a result to; in a procedure that is for its callers to say */
    record Rule(boolean mayReturn) {}

    List<Statement> block(Action.Block block, Scope outer, Rule rule, Flow condition) {
        Scope scope = outer.inner();
        List<Statement> statements = new ArrayList<>();
        for (Stmt stmt : block.statements()) {
            StatementTyping typing = new StatementTyping(this, scope, rule, condition, stmt);
            Statement statement = stmt.action().accept(typing);
            if (statement != null) {
                statements.add(statement);
            }
        }
        return List.copyOf(statements);
    }

    // ---- what several statements need ----

    /** A local name that hides nothing. */
    boolean fresh(Name name, Scope scope) {
        String text = name.text();
        boolean taken = scope.local(text) != null
                || symbols.variables.containsKey(text)
                || symbols.parameters.containsKey(text)
                || symbols.defines.knows(text);
        if (taken) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.DECLARED_TWICE, name.place(), "`" + text + "` means something here already")
                    .help("give it a name of its own"));
        }
        return !taken;
    }

    <T> T find(Map<String, T> declared, Name name, String sort) {
        T found = declared.get(name.text());
        if (found == null && !symbols.spoiled.contains(sort + " " + name.text())) {
            unknown(name, sort, declared.keySet());
        }
        return found;
    }

    void unknown(Name name, String sort, Collection<String> candidates) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                .help(DidYouMean.help(name.text(), candidates)));
    }

    /** Arguments against parameters; null when one of them is wrong. */
    List<Value> args(Name callee, List<Term> args, List<Protocol.Local> params, Scope scope) {
        if (args.size() != params.size()) {
            symbols.diagnostics.add(
                    DiagnosticCode.ARGUMENT_COUNT,
                    callee.place(),
                    "`" + callee.text() + "` takes " + Defines.count(params.size()) + ", not " + args.size());
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            values.add(context.expressions()
                    .wanted(args.get(i), scope, params.get(i).type()));
        }
        return values.stream().anyMatch(Value::isWrong) ? null : values;
    }

    static List<Expr> exprs(List<Value> values) {
        return values.stream().map(Value::expr).toList();
    }

    /** Something of this kind happens here: allowed by the conditions around it, and noted. */
    void sink(DataKind kind, String name, Flow condition, Scope scope, Place place) {
        context.flows().decision(condition, kind, name, place);
        scope.facts().sinks(kind, name);
    }

    Optional<Machine.State> state(Name name) {
        Machine.State state = find(symbols.states, name, "state");
        if (state != null) {
            symbols.usage.mark(Usage.Sort.STATE_ENTERED, state.name());
        }
        return Optional.ofNullable(state);
    }
}
