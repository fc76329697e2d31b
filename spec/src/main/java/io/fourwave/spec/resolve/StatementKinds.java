package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** In which worlds a compound statement exists: where anything in it does. */
final class StatementKinds {
    private StatementKinds() {}

    /** Plain when it holds plain statements, or both other kinds, or nothing. */
    static DataKind of(List<Statement> statements) {
        Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
        collect(statements, kinds);
        return kinds.size() == 1 ? kinds.iterator().next() : DataKind.PLAIN;
    }

    private static void collect(List<Statement> statements, Set<DataKind> kinds) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Let || statement instanceof Statement.Ignore) {
                continue; // they change nothing, and so exist wherever they are needed
            }
            if (statement instanceof Statement.When when && when.kind() == DataKind.PLAIN) {
                collect(when.then(), kinds);
                collect(when.otherwise(), kinds);
            } else if (statement instanceof Statement.ByState byState && byState.kind() == DataKind.PLAIN) {
                if (byState.arms().stream().anyMatch(arm -> arm.target() != null)) {
                    kinds.add(DataKind.PLAIN);
                }
                byState.arms().forEach(arm -> collect(arm.body(), kinds));
            } else {
                kinds.add(statement.kind());
            }
        }
    }
}
