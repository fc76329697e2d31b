package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves properties and witnesses, and remembers which peers each of them names. */
final class Properties {
    private final Symbols symbols;
    private final Expressions expressions;
    private final Map<String, Set<String>> peers = new HashMap<>();

    Properties(Symbols symbols, Expressions expressions) {
        this.symbols = symbols;
        this.expressions = expressions;
    }

    World.Property property(WorldPart.PropertyPart part) {
        Facts facts = new Facts();
        List<World.Clause> clauses = new ArrayList<>();
        for (WorldPart.ClausePart clause : part.clauses()) {
            Scope scope = Scope.property(facts, clause.kind() == World.PropertyKind.STEP);
            Expr antecedent = clause.antecedent()
                    .map(term -> expressions.condition(term, scope).expr())
                    .orElse(null);
            Expr body = expressions.condition(clause.body(), scope).expr();
            clauses.add(new World.Clause(clause.kind(), antecedent, body, clause.place()));
        }
        if (clauses.isEmpty()) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.MISSING_DECLARATION,
                            part.name().place(),
                            "property `" + part.name().text() + "` says nothing that could fail")
                    .help("add `always …`, `step …`, `terminal …` or `… leads to …`"));
        }
        peers.put(part.name().text(), facts.peers());
        return new World.Property(
                part.name().text(),
                part.title(),
                part.assumptions(),
                List.copyOf(clauses),
                Requirements.ids(part.tags()),
                part.doc(),
                part.place());
    }

    World.Witness witness(WorldPart.WitnessPart part) {
        Facts facts = new Facts();
        Expr reach = expressions
                .condition(part.reach(), Scope.property(facts, false))
                .expr();
        peers.put(part.name().text(), facts.peers());
        return new World.Witness(
                part.name().text(), part.title(), reach, Requirements.ids(part.tags()), part.doc(), part.place());
    }

    /** The peers a property or witness names outright. */
    Set<String> peersOf(String name) {
        return peers.getOrDefault(name, Set.of());
    }
}
