package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Term;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of one scenario: modulus, capacities, restricted choices, parameters and bounds. */
final class Bindings {
    /** What the model gets when nothing of it is counted modulo. */
    private static final int NO_MODULUS = 2;

    private static final int LARGEST_MODULUS = 1 << 16;

    private final Symbols symbols;
    private final Expressions expressions;
    private final WorldPart.ScenarioPart part;
    private final World.Environment environment;
    private final Map<String, World.Binding> bindings = new LinkedHashMap<>();
    private final Map<String, World.StreamCapacity> capacities = new LinkedHashMap<>();
    private final Map<String, World.Restriction> restrictions = new LinkedHashMap<>();

    /** Bound, though perhaps to a wrong value. */
    private final Set<String> tried = new HashSet<>();

    private int modulus;

    Bindings(Symbols symbols, Expressions expressions, WorldPart.ScenarioPart part, World.Environment environment) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.part = part;
        this.environment = environment;
    }

    void clause(WorldPart.ScenarioClause clause) {
        if (clause instanceof WorldPart.ModulusClause given) {
            modulus(given);
        } else if (clause instanceof WorldPart.CapacityClause given) {
            capacity(given);
        } else if (clause instanceof WorldPart.ChoiceClause given) {
            restriction(given);
        } else if (clause instanceof WorldPart.BindingClause given) {
            binding(given);
        }
    }

    private void again(boolean before, String what, Place place) {
        if (before) {
            symbols.diagnostics.add(
                    DiagnosticCode.REPEATED_CLAUSE, place, "`" + what + "` is given twice in this scenario");
        }
    }

    private void modulus(WorldPart.ModulusClause clause) {
        again(modulus != 0, "modulus", clause.place());
        modulus = clause.modulus();
        if (Integer.bitCount(modulus) != 1 || modulus < 4 || modulus > LARGEST_MODULUS) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.MODULUS,
                            clause.place(),
                            "a modulus is a power of two from 4 to " + LARGEST_MODULUS)
                    .help("sequence numbers in flight must span less than half of it"));
        }
    }

    private void capacity(WorldPart.CapacityClause clause) {
        String name = clause.stream().text();
        if (!symbols.streams.containsKey(name)) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.UNKNOWN_NAME, clause.stream().place(), "there is no stream `" + name + "`")
                    .help(DidYouMean.help(name, symbols.streams.keySet())));
            return;
        }
        World.StreamCapacity capacity = new World.StreamCapacity(name, clause.capacity(), clause.place());
        again(capacities.put(name, capacity) != null, "stream " + name, clause.place());
    }

    private void restriction(WorldPart.ChoiceClause clause) {
        String name = clause.policy().text();
        Protocol.Policy policy = symbols.policies.get(name);
        if (policy == null || policy.result() == null) {
            symbols.diagnostics.add(Diagnostic.of(
                            policy == null ? DiagnosticCode.UNKNOWN_NAME : DiagnosticCode.WRONG_SORT,
                            clause.policy().place(),
                            policy == null
                                    ? "there is no policy `" + name + "`"
                                    : "policy `" + name + "` decides nothing")
                    .help(policy == null ? DidYouMean.help(name, symbols.policies.keySet()) : ""));
            return;
        }
        List<Expr> values = new ArrayList<>();
        for (Term term : clause.values()) {
            Value value = expressions.wanted(term, Scope.binding(), policy.result());
            if (!value.isWrong() && timely(value.expr(), term.place())) {
                values.add(value.expr());
            }
        }
        World.Restriction restriction = new World.Restriction(name, List.copyOf(values), clause.place());
        again(restrictions.put(name, restriction) != null, "choice " + name, clause.place());
    }

    private void binding(WorldPart.BindingClause clause) {
        String name = clause.name().text();
        Type type = null;
        if (symbols.bounds.containsKey(name)) {
            type = symbols.bounds.get(name).type();
        } else if (symbols.parameters.containsKey(name)) {
            type = symbols.parameters.get(name).type();
        } else if (!symbols.spoiled.contains(name)) {
            List<String> candidates = new ArrayList<>(symbols.bounds.keySet());
            candidates.addAll(symbols.parameters.keySet());
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.BINDING,
                            clause.name().place(),
                            "`" + name + "` is neither a parameter nor a bound of environment `" + environment.name()
                                    + "`")
                    .help(DidYouMean.help(name, candidates)));
        }
        if (type == null) {
            return;
        }
        tried.add(name);
        Value value = expressions.wanted(clause.value(), Scope.binding(), type);
        if (!value.isWrong() && timely(value.expr(), clause.value().place())) {
            World.Binding binding = new World.Binding(name, value.expr(), clause.place());
            again(bindings.put(name, binding) != null, name, clause.place());
        }
    }

    /** The model counts ticks: seconds mean nothing to it. */
    private boolean timely(Expr value, Place place) {
        boolean seconds = value instanceof Expr.DurationLiteral literal
                && literal.nanos() != 0
                && literal.nanos() != Long.MAX_VALUE;
        if (seconds) {
            symbols.diagnostics.add(Diagnostic.of(DiagnosticCode.TICKS, place, "time in the model is counted in ticks")
                    .help("write a number of ticks, as in `3 ticks`"));
        }
        return !seconds;
    }

    /** What no clause has set. */
    void complete() {
        Place place = part.name().place();
        List<String> open = environment.bounds().stream()
                .map(Protocol.Local::name)
                .filter(name -> !tried.contains(name))
                .map(name -> "`" + name + "`")
                .toList();
        if (!open.isEmpty()) {
            symbols.diagnostics.add(
                    DiagnosticCode.UNBOUND,
                    place,
                    "scenario `" + part.name().text() + "` gives no number to " + String.join(", ", open));
        }
        for (Machine.Stream stream : symbols.streams.values()) {
            if (!capacities.containsKey(stream.name())) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.STREAM_CAPACITY,
                                place,
                                "scenario `" + part.name().text() + "` gives stream `" + stream.name()
                                        + "` no capacity")
                        .help("add `stream " + stream.name() + " capacity …`"));
            }
        }
        for (Protocol.Policy policy : symbols.policies.values()) {
            if (policy.result() instanceof Type.Seq && !restrictions.containsKey(policy.name())) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.CHOICE_OPEN,
                                place,
                                "scenario `" + part.name().text() + "` lets policy `" + policy.name()
                                        + "` choose among all sequence numbers")
                        .help("add `choice " + policy.name() + " in {0}`"));
            }
        }
        if (modulus == 0 && countsModulo()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.MODULUS,
                            place,
                            "scenario `" + part.name().text() + "` gives sequence numbers no modulus")
                    .help("add `modulus …`, a power of two"));
        }
    }

    private boolean countsModulo() {
        return symbols.fields.values().stream().anyMatch(field -> Types.isSeq(field.type()))
                || symbols.variables.values().stream().anyMatch(variable -> Types.isSeq(variable.type()));
    }

    int modulus() {
        return modulus == 0 ? NO_MODULUS : modulus;
    }

    List<World.StreamCapacity> capacities() {
        return List.copyOf(capacities.values());
    }

    List<World.Restriction> restrictions() {
        return List.copyOf(restrictions.values());
    }

    List<World.Binding> bindings() {
        return List.copyOf(bindings.values());
    }
}
