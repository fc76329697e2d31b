package io.fourwave.codegen;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import java.util.List;
import java.util.function.Consumer;

/** Questions about statements that several writers ask. What is ghost does not exist here. */
final class Statements {
    private Statements() {}

    /** Every statement that is generated, outer before inner, in order. */
    static void walk(List<Statement> statements, Consumer<Statement> visitor) {
        for (Statement statement : real(statements)) {
            visitor.accept(statement);
            if (statement instanceof Statement.When when) {
                walk(when.then(), visitor);
                walk(when.otherwise(), visitor);
            } else if (statement instanceof Statement.ByState byState) {
                byState.arms().forEach(arm -> walk(arm.body(), visitor));
            }
        }
    }

    /** Those that exist outside the model. */
    static List<Statement> real(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.kind() != DataKind.GHOST)
                .filter(statement -> !empty(statement))
                .toList();
    }

    private static boolean empty(Statement statement) {
        return statement instanceof Statement.When when
                && real(when.then()).isEmpty()
                && real(when.otherwise()).isEmpty();
    }

    /** Whether the step may end in here. */
    static boolean mayStop(List<Statement> statements, MachineContext context) {
        boolean[] found = new boolean[1];
        walk(statements, statement -> {
            boolean stops = statement instanceof Statement.Stop || statement instanceof Statement.Return;
            boolean performs = statement instanceof Statement.Perform perform
                    && context.mayStop(context.procedure(perform.procedure()));
            found[0] |= stops || performs;
        });
        return found[0];
    }

    /** Whether Java sees that what follows cannot be reached; javac rejects statements there. */
    static boolean endsForJava(List<Statement> statements) {
        return real(statements).stream().anyMatch(Statements::endsForJava);
    }

    static boolean endsForJava(Statement statement) {
        if (statement instanceof Statement.Stop || statement instanceof Statement.Return) {
            return true;
        }
        return statement instanceof Statement.When when && endsForJava(when.then()) && endsForJava(when.otherwise());
    }

    /** Locals that are passed: all but ghost ones. */
    static List<Protocol.Local> passed(List<Protocol.Local> params) {
        return params.stream().filter(param -> param.kind() != DataKind.GHOST).toList();
    }
}
