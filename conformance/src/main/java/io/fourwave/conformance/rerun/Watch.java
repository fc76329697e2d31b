package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.Conditions;
import io.fourwave.spec.interpret.WorldView;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;

/** Looks at every state and step of a run whether a property holds; what leads to what is still pending until the end. */
final class Watch {
    private static final class Clause {
        private final World.Clause clause;
        private final Conditions.Condition antecedent;
        private final Conditions.Condition body;
        /** Number of the state since which the consequence is awaited; -1 while it is not. */
        private int pendingSince = -1;

        private Clause(World.Clause clause, Conditions.Condition antecedent, Conditions.Condition body) {
            this.clause = clause;
            this.antecedent = antecedent;
            this.body = body;
        }
    }

    private final World.Property property;
    private final List<Clause> clauses = new ArrayList<>();
    private int states;

    Watch(Subject subject, World.Property property) {
        this.property = property;
        for (World.Clause clause : property.clauses()) {
            clauses.add(new Clause(
                    clause,
                    clause.antecedent() == null ? null : subject.conditions.of(clause.antecedent()),
                    subject.conditions.of(clause.body())));
        }
    }

    /** How many states have been looked at. */
    int states() {
        return states;
    }

    /**
     * Looks at the next state.
     *
     * @param before the one before, null for the first
     * @param terminal whether nothing follows
     * @throws Violation when the property does not hold
     */
    void see(WorldView before, WorldView now, boolean terminal) {
        for (Clause clause : clauses) {
            boolean holds = switch (clause.clause.kind()) {
                case INVARIANT -> clause.body.holds(now, null);
                case STEP -> before == null || clause.body.holds(before, now);
                case TERMINAL -> !terminal || clause.body.holds(now, null);
                case LEADS_TO -> {
                    follow(clause, now);
                    yield true;
                }
            };
            if (!holds) {
                throw violation(clause, "");
            }
        }
        states++;
    }

    private void follow(Clause clause, WorldView now) {
        if (clause.pendingSince < 0 && clause.antecedent.holds(now, null)) {
            clause.pendingSince = states;
        }
        if (clause.pendingSince >= 0 && clause.body.holds(now, null)) {
            clause.pendingSince = -1;
        }
    }

    boolean isPending() {
        return clauses.stream().anyMatch(clause -> clause.pendingSince >= 0);
    }

    /**
     * What has been seen from a state on repeats for ever; or nothing follows the last one.
     *
     * @param from number of that state, from 0
     * @throws Violation when something that was to follow never does
     */
    void forEver(int from, String how) {
        for (Clause clause : clauses) {
            if (clause.pendingSince >= 0 && clause.pendingSince <= from) {
                throw violation(clause, how);
            }
        }
    }

    private Violation violation(Clause clause, String how) {
        String kind = switch (clause.clause.kind()) {
            case INVARIANT -> "always";
            case STEP -> "step";
            case TERMINAL -> "terminal";
            case LEADS_TO -> "leads to";
        };
        return new Violation(property.name() + " is violated: its clause `" + kind + "` at " + clause.clause.place()
                + " does not hold" + (how.isEmpty() ? "" : ", since " + how));
    }

    /** The property does not hold of this run. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Violation(String message) {
            super(message);
        }
    }
}
