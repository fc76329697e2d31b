package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.syntax.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a segment that is sent, field by field. */
final class Sending {
    private final Statements statements;
    private final Symbols symbols;
    private final Scope scope;

    Sending(Statements statements, Scope scope) {
        this.statements = statements;
        this.symbols = statements.context().symbols();
        this.scope = scope;
    }

    /** In declared order of the fields: given, default, or null for the zero value; null as a whole when something is wrong. */
    List<Expr> values(Action.Send action) {
        Map<String, Expr> given = new HashMap<>();
        boolean good = true;
        for (Action.FieldValue field : action.fields()) {
            String name = field.field().text();
            Symbols.FieldSignature signature = statements.find(symbols.fields, field.field(), "field");
            if (signature == null) {
                good = false;
                continue;
            }
            Value value = statements.context().expressions().wanted(field.value(), scope, signature.type());
            statements.context().flows().value(value.flow(), signature.kind(), name, field.place());
            if (given.containsKey(name)) {
                symbols.diagnostics.add(
                        DiagnosticCode.REPEATED_CLAUSE, field.place(), "the field `" + name + "` is given twice");
            }
            good &= !value.isWrong();
            given.put(name, value.expr());
        }
        List<Expr> values = new ArrayList<>();
        for (String field : symbols.fields.keySet()) {
            values.add(given.getOrDefault(
                    field, statements.context().fieldDefaults().get(field)));
        }
        // Not List.copyOf: a field without a value is null here.
        return good ? Collections.unmodifiableList(values) : null;
    }
}
