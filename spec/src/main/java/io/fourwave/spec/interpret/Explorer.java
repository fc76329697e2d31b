package io.fourwave.spec.interpret;

import java.util.ArrayList;
import java.util.List;

/** Tries every choice a step may make: what TLC does on one edge, with the rules named. */
public final class Explorer {
    private final Interpreter interpreter;
    private final ChoiceDomain domain;

    /** Every value of every choice. */
    public Explorer(Interpreter interpreter) {
        this(interpreter, ChoiceDomain.all());
    }

    public Explorer(Interpreter interpreter, ChoiceDomain domain) {
        this.interpreter = interpreter;
        this.domain = domain;
    }

    /**
     * All outcomes of one event, ordered by their choices. Two outcomes may be equal but for the choices.
     *
     * @throws IllegalArgumentException when there is no such event, or too many choices to try
     */
    public List<Outcome> outcomes(MachineState pre, Occurrence event, long nowNanos) {
        List<Outcome> outcomes = new ArrayList<>();
        Odometer odometer = new Odometer();
        do {
            odometer.restart();
            List<ChoiceMade> made = odometer.made;
            try {
                StepResult result = interpreter.step(pre, event, nowNanos, odometer);
                outcomes.add(new Outcome(result.choices(), result, null));
            } catch (SpecViolation violation) {
                outcomes.add(new Outcome(List.copyOf(made), null, violation));
            }
        } while (odometer.advance());
        return outcomes;
    }

    /**
     * Depth first: runs the step again and again, each time with the last choice that has values left moved on by one. Which
     * choices follow depends on those before, so what is behind the moved one is forgotten.
     */
    private final class Odometer implements ChoiceSource {
        private final List<long[]> values = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<ChoiceMade> made = new ArrayList<>();

        void restart() {
            made.clear();
        }

        @Override
        public long choose(ChoiceRequest request) {
            int depth = made.size();
            if (depth == values.size()) {
                values.add(domain.values(request));
                positions.add(0);
            }
            long value = values.get(depth)[positions.get(depth)];
            made.add(new ChoiceMade(request.name(), value));
            return value;
        }

        boolean advance() {
            for (int last = values.size() - 1; last >= 0; last--) {
                if (positions.get(last) + 1 < values.get(last).length) {
                    positions.set(last, positions.get(last) + 1);
                    return true;
                }
                values.remove(last);
                positions.remove(last);
            }
            return false;
        }
    }
}
