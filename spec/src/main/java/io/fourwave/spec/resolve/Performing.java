package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StreamOp;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Resolves {@code name(args)} as a statement: a procedure, or an operation of a stream. */
final class Performing {
    private final Statements statements;
    private final Symbols symbols;
    private final Scope scope;
    private final Statements.Rule rule;
    private final Flow condition;
    private final String doc;

    Performing(Statements statements, Scope scope, Statements.Rule rule, Flow condition, String doc) {
        this.statements = statements;
        this.symbols = statements.context().symbols();
        this.scope = scope;
        this.rule = rule;
        this.condition = condition;
        this.doc = doc;
    }

    Statement perform(Action.Perform action) {
        String text = action.name().text();
        int dot = text.lastIndexOf('.');
        if (dot > 0 && symbols.streams.containsKey(text.substring(0, dot))) {
            return onStream(symbols.streams.get(text.substring(0, dot)), text.substring(dot + 1), action);
        }
        Procedures.Entry callee = symbols.procedures.resolved(text, statements);
        if (callee == null) {
            if (!symbols.spoiled.contains("procedure " + text)) {
                statements.unknown(action.name(), "procedure", symbols.procedures.names());
            }
            return null;
        }
        symbols.usage.mark(Usage.Sort.PROCEDURE, text);
        return procedure(callee, action);
    }

    private Statement procedure(Procedures.Entry callee, Action.Perform action) {
        Name name = action.name();
        List<Value> args = statements.args(name, action.args(), callee.params, scope);
        scope.facts().include(callee.facts);
        for (DataKind kind : DataKind.values()) {
            String inside = callee.facts.firstSink(kind);
            if (inside != null) {
                Flow through = condition.through(name.text());
                statements.context().flows().decision(through, kind, inside, action.place());
            }
        }
        placed(callee, name);
        if (args == null) {
            return null;
        }
        for (int i = 0; i < args.size(); i++) {
            symbols.procedures.give(callee, i, args.get(i).flow());
        }
        return new Statement.Perform(name.text(), Statements.exprs(args), Procedures.kind(callee), doc, action.place());
    }

    private void placed(Procedures.Entry callee, Name name) {
        if (callee.facts.usesSegment() && !scope.seesSegment()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.NOT_HERE,
                            name.place(),
                            "`" + name.text() + "` looks at the arriving segment, and none arrives here")
                    .note("the procedure is at " + callee.part.place()));
        }
        if (callee.facts.returnUse() != null && !rule.mayReturn()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.RETURN_OUTSIDE_CALL,
                            name.place(),
                            "`" + name.text() + "` returns a result, and this is no handler of a call")
                    .note("it returns at " + callee.facts.returnUse()));
        }
    }

    private Statement onStream(Machine.Stream stream, String word, Action.Perform action) {
        symbols.usage.mark(Usage.Sort.STREAM, stream.name());
        statements.sink(DataKind.PLAIN, action.name().text(), condition, scope, action.place());
        StreamOp op = operation(stream, word, action.name());
        if (op == null) {
            return null;
        }
        List<Type> params = params(op);
        if (params.size() != action.args().size()) {
            symbols.diagnostics.add(
                    DiagnosticCode.ARGUMENT_COUNT,
                    action.name().place(),
                    "`" + word + "` takes " + Defines.count(params.size()) + ", not "
                            + action.args().size());
            return null;
        }
        List<Expr> args = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Value value =
                    statements.context().expressions().wanted(action.args().get(i), scope, params.get(i));
            String name = action.name().text();
            statements
                    .context()
                    .flows()
                    .value(
                            value.flow(),
                            DataKind.PLAIN,
                            name,
                            action.args().get(i).place());
            if (value.isWrong()) {
                return null;
            }
            args.add(value.expr());
        }
        return new Statement.OnStream(stream, op, List.copyOf(args), DataKind.PLAIN, doc, action.place());
    }

    private StreamOp operation(Machine.Stream stream, String word, Name name) {
        List<String> possible = new ArrayList<>();
        for (StreamOp op : StreamOp.values()) {
            if (applies(op, stream.kind())) {
                possible.add(op.name().toLowerCase(Locale.ROOT));
                if (possible.get(possible.size() - 1).equals(word)) {
                    return op;
                }
            }
        }
        String kind = stream.kind().name().toLowerCase(Locale.ROOT);
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.STREAM_MISUSE,
                        name.place(),
                        "a " + kind + " stream has no operation `" + word + "`")
                .note("it has: " + String.join(", ", possible))
                .help(DidYouMean.help(word, possible)));
        return null;
    }

    private static boolean applies(StreamOp op, Machine.StreamKind kind) {
        return switch (op) {
            case APPEND, RELEASE -> kind == Machine.StreamKind.SEND;
            case PLACE, COMMIT, TAKE -> kind == Machine.StreamKind.RECEIVE;
            case CLEAR -> true;
        };
    }

    private static List<Type> params(StreamOp op) {
        return switch (op) {
            case APPEND -> List.of(Types.OCTETS);
            case RELEASE, COMMIT, TAKE -> List.of(Types.INT);
            case PLACE -> List.of(Types.INT, Types.OCTETS);
            case CLEAR -> List.of();
        };
    }
}
