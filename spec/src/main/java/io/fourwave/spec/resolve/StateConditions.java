package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import java.util.BitSet;
import java.util.List;

/** What a condition that asks the state says of the states possible where it holds. */
final class StateConditions {
    private final Symbols symbols;
    private final List<String> order;

    StateConditions(Symbols symbols, List<String> order) {
        this.symbols = symbols;
        this.order = order;
    }

    /** The states of these names, unknown ones left out. */
    BitSet states(List<Name> names) {
        BitSet states = new BitSet();
        for (Name name : names) {
            int index = order.indexOf(name.text());
            if (index >= 0) {
                states.set(index);
            } else if (symbols.groups.containsKey(name.text())) {
                for (Machine.State state : symbols.groups.get(name.text()).states()) {
                    states.set(order.indexOf(state.name()));
                }
            }
        }
        return states;
    }

    /** Those of {@code from} in which the condition may have the given outcome. */
    BitSet where(Term condition, BitSet from, boolean outcome) {
        if (condition instanceof Term.Not not) {
            return where(not.operand(), from, !outcome);
        }
        if (condition instanceof Term.In in && in.value() instanceof Term.StateTerm) {
            return keep(from, states(in.states()), outcome);
        }
        if (condition instanceof Term.Comparison comparison
                && comparison.steps().size() == 1) {
            return compared(comparison, from, outcome);
        }
        if (condition instanceof Term.Logic logic && logic.op() != Term.Word.IMPLIES) {
            boolean bothNeeded = (logic.op() == Term.Word.AND) == outcome;
            BitSet left = where(logic.left(), from, outcome);
            BitSet right = where(logic.right(), bothNeeded ? left : from, outcome);
            if (!bothNeeded) {
                right = (BitSet) right.clone();
                right.or(left);
            }
            return right;
        }
        return from;
    }

    private BitSet compared(Term.Comparison comparison, BitSet from, boolean outcome) {
        Term.Step step = comparison.steps().get(0);
        boolean equality = step.op().equals("=") || step.op().equals("/=");
        if (equality
                && comparison.first() instanceof Term.StateTerm
                && step.right() instanceof Term.Ref ref
                && symbols.states.containsKey(ref.name().text())) {
            return keep(from, states(List.of(ref.name())), step.op().equals("=") == outcome);
        }
        return from;
    }

    private static BitSet keep(BitSet from, BitSet those, boolean inside) {
        BitSet kept = (BitSet) from.clone();
        if (inside) {
            kept.and(those);
        } else {
            kept.andNot(those);
        }
        return kept;
    }
}
