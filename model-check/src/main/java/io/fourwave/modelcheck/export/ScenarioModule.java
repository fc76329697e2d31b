package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is asked of one scenario: its properties as formulas, its witnesses and its coverage as conditions the checker notes.
 *
 * <p>Coverage says what a verdict stands on: which states were seen, which timers expired or ran out of retries, whether the left
 * sides of implications ever held.
 */
final class ScenarioModule {
    /** The other variables, the operators that look at them, the next state. */
    private static final Pattern MORE_THAN_TCBS = Pattern.compile("\\b(net|world|InFlight\\w*|Terminal)\\b|'");

    private final Protocol protocol;
    private final World.Scenario scenario;
    private final Names names;
    private final Facts facts;
    private final ExprWriter expressions;
    private final List<ExportedModel.Formula> formulas = new ArrayList<>();
    private final Map<String, String> reached = new LinkedHashMap<>();
    /** What the formulas of step properties note themselves. */
    private final List<String> reachedInSteps = new ArrayList<>();

    ScenarioModule(Protocol protocol, World.Scenario scenario, MachineModule machine) {
        this.protocol = protocol;
        this.scenario = scenario;
        this.names = machine.names();
        this.facts = machine.facts();
        this.expressions = machine.expressions();
    }

    List<ExportedModel.Formula> formulas() {
        return formulas;
    }

    /** Names of what the checker notes: {@code witness NAME}, {@code state NAME}, {@code timeout NAME}, … */
    List<String> noted() {
        List<String> all = new ArrayList<>(reached.keySet());
        all.addAll(reachedInSteps);
        return List.copyOf(all);
    }

    private Scope scope() {
        return Scope.operator(names, null, null);
    }

    /** The module but for its foot: what the constants are is known only when all modules are written. */
    String write(
            String module, String environmentModule, List<World.Property> properties, List<World.Witness> witnesses) {
        StringBuilder text = new StringBuilder();
        text.append(Modules.head(
                module, "scenario " + scenario.name() + (scenario.title().isBlank() ? "" : ": " + scenario.title())));
        text.append("EXTENDS ").append(environmentModule).append("\n\n");
        text.append("\\* Built in: every variable holds a value of its type.\n");
        String types = names.operator("property types", "TypesHold");
        text.append(types).append(" == Memo(tcb, \\A p \\in Peers : WithinBounds(tcb[p]))\n\n");
        formulas.add(new ExportedModel.Formula(types, ExportedModel.TYPES, World.PropertyKind.INVARIANT, 0));
        for (World.Property property : properties) {
            text.append(Modules.origin(
                    "property " + property.name() + (property.title() == null ? "" : ": " + property.title()),
                    property.doc(),
                    property.place()));
            if (scenario.refuted().contains(property.name())) {
                text.append("\\* To be refuted.\n");
            }
            property.assumptions()
                    .forEach(assumption ->
                            text.append("\\* assumes: ").append(assumption).append('\n'));
            int index = 0;
            for (World.Clause clause : property.clauses()) {
                String name = names.operator("property " + property.name() + " " + index, property.name());
                text.append(name)
                        .append(" == ")
                        .append(formula(property, clause, index))
                        .append('\n');
                formulas.add(new ExportedModel.Formula(name, property.name(), clause.kind(), index++));
            }
            text.append('\n');
        }
        witnesses.forEach(
                witness -> reached.put("witness " + witness.name(), expressions.write(witness.reach(), scope())));
        coverage(properties.stream()
                .filter(property -> !scenario.refuted().contains(property.name()))
                .toList());
        text.append(Modules.section("what the checker notes when it is reached"));
        String ofTcbs = noted(true);
        if (!ofTcbs.isEmpty()) {
            text.append("NotedOfTcbs ==\n").append(ofTcbs).append('\n');
        }
        text.append("Noted ==\n  /\\ \\A p \\in Peers : Stood(tcb[p].state)\n")
                .append(ofTcbs.isEmpty() ? "" : "  /\\ Memo(tcb, NotedOfTcbs)\n")
                .append(noted(false));
        return text.append('\n').toString();
    }

    private String noted(boolean ofTcbs) {
        StringBuilder text = new StringBuilder();
        reached.forEach((name, condition) -> {
            if (isOfTcbs(condition) == ofTcbs) {
                text.append("  /\\ Reached(")
                        .append(Values.quoted(name))
                        .append(", ")
                        .append(condition)
                        .append(")\n");
            }
        });
        return text.toString();
    }

    /** Whether a formula as written depends on the TCBs alone: many states have the same ones, and it need be looked at once. */
    private static boolean isOfTcbs(String formula) {
        return !MORE_THAN_TCBS.matcher(formula).find();
    }

    /** @param index of the clause, from 0 */
    private String formula(World.Property property, World.Clause clause, int index) {
        String body = expressions.write(clause.body(), scope());
        return switch (clause.kind()) {
            case INVARIANT -> isOfTcbs(body) ? "Memo(tcb, " + body + ")" : body;
            case STEP -> step(property, clause, index);
            case LEADS_TO -> "(" + expressions.write(clause.antecedent(), scope()) + ") ~> (" + body + ")";
            case TERMINAL -> "Terminal => (" + body + ")";
        };
    }

    /** Steps are looked at in their formulas only, so the condition of a step is noted there. What is refuted needs no such test. */
    private String step(World.Property property, World.Clause clause, int index) {
        String body = expressions.write(clause.body(), scope());
        Expr antecedent = antecedent(clause.body());
        if (antecedent == null || scenario.refuted().contains(property.name())) {
            return "[][" + body + "]_vars";
        }
        String name = antecedentName(property, index);
        reachedInSteps.add(name);
        return "[][Reached(" + Values.quoted(name) + ", " + expressions.write(antecedent, scope()) + ") /\\ (" + body
                + ")]_vars";
    }

    /** As it is reported: with a number, from 1, where the property has several clauses. */
    private static String antecedentName(World.Property property, int index) {
        return "antecedent " + property.name() + (property.clauses().size() > 1 ? " " + (index + 1) : "");
    }

    private void coverage(List<World.Property> properties) {
        Machine machine = protocol.machine();
        for (Machine.State state : machine.states()) {
            reached.put("state " + state.name(), "\\E p \\in Peers : tcb[p].state = " + Values.quoted(state.name()));
        }
        for (Machine.Timer timer : machine.timers()) {
            String due = "tcb[p]." + names.timer(timer.name()) + " = 0";
            if (timer.limit() == null) {
                reached.put("timeout " + timer.name(), "\\E p \\in Peers : " + due);
            } else {
                String limit = expressions.operand(timer.limit(), scope().at("tcb[p]"));
                String retries = "tcb[p]." + names.retries(timer.name());
                reached.put("timeout " + timer.name(), "\\E p \\in Peers : " + due + " /\\ " + retries + " < " + limit);
                reached.put(
                        "exhausted " + timer.name(), "\\E p \\in Peers : " + due + " /\\ " + retries + " >= " + limit);
            }
        }
        for (World.Property property : properties) {
            int index = 0;
            for (World.Clause clause : property.clauses()) {
                String name = antecedentName(property, index++);
                if (clause.kind() == World.PropertyKind.LEADS_TO) {
                    reached.put(name, expressions.write(clause.antecedent(), scope()));
                } else if (clause.kind() == World.PropertyKind.TERMINAL) {
                    reached.put(name, "Terminal");
                } else if (clause.kind() == World.PropertyKind.INVARIANT) {
                    Expr antecedent = antecedent(clause.body());
                    if (antecedent != null) {
                        reached.put(name, expressions.write(antecedent, scope()));
                    }
                }
            }
        }
    }

    /** Of {@code for all p: A implies B} the condition {@code for some p: A}; null where there is no implication to find. */
    static Expr antecedent(Expr body) {
        if (body instanceof Expr.Binary binary && binary.op() == Expr.BinaryOp.IMPLIES) {
            return binary.left();
        }
        if (body instanceof Expr.ForPeers each && each.quantifier() == Expr.Quantifier.ALL) {
            Expr inner = antecedent(each.body());
            return inner == null
                    ? null
                    : new Expr.ForPeers(Expr.Quantifier.SOME, each.name(), each.otherName(), inner, new Type.Bool());
        }
        if (body instanceof Expr.AtPeer at) {
            Expr inner = antecedent(at.body());
            return inner == null ? null : new Expr.AtPeer(at.peer(), inner, new Type.Bool());
        }
        return null;
    }
}
