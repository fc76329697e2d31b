package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves {@code by state}: its arms against the states possible there. */
final class Arms {
    private final Statements statements;
    private final Symbols symbols;
    private final Scope scope;
    private final Statements.Rule rule;
    private final Flow condition;
    private final String doc;

    Arms(Statements statements, Scope scope, Statements.Rule rule, Flow condition, String doc) {
        this.statements = statements;
        this.symbols = statements.context().symbols();
        this.scope = scope;
        this.rule = rule;
        this.condition = condition;
        this.doc = doc;
    }

    Statement byState(Action.ByState action) {
        List<Machine.State> possible = statements.context().states().at(action);
        Set<Machine.State> left = new LinkedHashSet<>(possible == null ? symbols.states.values() : possible);
        Set<Machine.State> seen = new LinkedHashSet<>();
        List<Statement.Arm> arms = new ArrayList<>();
        List<Statement> all = new ArrayList<>();
        boolean goes = false;
        for (Action.ArmPart arm : action.arms()) {
            List<Machine.State> states = arm.states().isEmpty()
                    ? otherwise(arm, left, possible == null)
                    : named(arm, left, seen, possible == null);
            Machine.State target = arm.target().flatMap(statements::state).orElse(null);
            if (arm.target().isPresent()) {
                goes = true;
                statements.sink(DataKind.PLAIN, "-> " + arm.target().get().text(), condition, scope, arm.place());
            }
            List<Statement> body = statements.block(arm.body(), scope, rule, condition);
            arms.add(new Statement.Arm(states, target, body, arm.doc(), arm.place()));
            all.addAll(body);
        }
        if (!left.isEmpty() && possible != null) {
            missing(action, left);
        }
        DataKind kind = goes ? DataKind.PLAIN : StatementKinds.of(all);
        return new Statement.ByState(List.copyOf(arms), kind, doc, action.place());
    }

    private List<Machine.State> otherwise(Action.ArmPart arm, Set<Machine.State> left, boolean unknown) {
        if (left.isEmpty() && !unknown) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.ARM_WITHOUT_STATE, arm.place(), "no state is left for `else`")
                            .help("leave it out"));
        }
        List<Machine.State> states = List.copyOf(left);
        left.clear();
        return states;
    }

    private List<Machine.State> named(
            Action.ArmPart arm, Set<Machine.State> left, Set<Machine.State> seen, boolean unknown) {
        Set<Machine.State> states = new LinkedHashSet<>();
        for (Name name : arm.states()) {
            List<Machine.State> meant = statements.context().names().states(name);
            if (meant == null) {
                continue;
            }
            for (Machine.State state : meant) {
                if (!seen.add(state)) {
                    symbols.diagnostics.add(
                            DiagnosticCode.HANDLED_TWICE, name.place(), "`" + state.name() + "` has an arm already");
                } else if (left.remove(state)) {
                    states.add(state);
                } else if (!unknown) {
                    impossible(name, state);
                }
            }
        }
        return List.copyOf(states);
    }

    private void impossible(Name name, Machine.State state) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.ARM_WITHOUT_STATE,
                        name.place(),
                        "the machine cannot be in `" + state.name() + "` here")
                .help("leave the arm out"));
    }

    private void missing(Action.ByState action, Set<Machine.State> left) {
        String names = left.stream().map(state -> "`" + state.name() + "`").collect(Collectors.joining(", "));
        symbols.diagnostics.add(Diagnostic.of(DiagnosticCode.STATE_WITHOUT_ARM, action.place(), "no arm for " + names)
                .help("if nothing happens there, write `else ignore`"));
    }
}
