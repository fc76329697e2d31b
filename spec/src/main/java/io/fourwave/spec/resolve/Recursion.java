package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds procedures that perform themselves. */
final class Recursion {
    private final Symbols symbols;
    private final List<String> open = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    Recursion(Symbols symbols) {
        this.symbols = symbols;
    }

    void check() {
        List.copyOf(symbols.procedures.names()).forEach(this::walk);
    }

    private void walk(String procedure) {
        if (!done.contains(procedure)) {
            open.add(procedure);
            block(symbols.procedures.part(procedure).body());
            open.remove(procedure);
            done.add(procedure);
        }
    }

    private void block(Action.Block block) {
        for (Stmt statement : block.statements()) {
            if (statement.action() instanceof Action.When when) {
                block(when.then());
                block(when.otherwise());
            } else if (statement.action() instanceof Action.ByState byState) {
                byState.arms().forEach(arm -> block(arm.body()));
            } else if (statement.action() instanceof Action.Perform perform
                    && symbols.procedures.knows(perform.name().text())) {
                perform(perform.name());
            }
        }
    }

    private void perform(Name name) {
        int before = open.indexOf(name.text());
        if (before < 0) {
            walk(name.text());
            return;
        }
        String way = String.join(" → ", open.subList(before, open.size()));
        symbols.diagnostics.add(
                DiagnosticCode.RECURSION,
                name.place(),
                "`" + name.text() + "` performs itself: " + way + " → " + name.text());
    }
}
