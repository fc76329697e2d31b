package io.fourwave.modelcheck;

import io.fourwave.modelcheck.trace.Counterexample;
import java.util.List;
import java.util.Map;

/**
 * What came of one scenario.
 *
 * @param properties one result per property checked or to be refuted
 * @param witnesses each witness asked for, with the depth at which it was first reached, or null where it never was
 * @param coverage states, timers, antecedents of properties: likewise
 * @param counts {@code state S}: distinct states with an end in S, twice where both are; {@code S -> T}: steps of an end from S to T
 * @param broken what the scenario claims to cover and does not, or excepts and does, one line for each
 * @param generated states generated, of the run that explored everything; 0 when none did
 * @param states distinct states
 * @param depth of the state graph
 * @param seconds of all runs of the scenario together
 * @param exploring seconds of the run that explored everything; 0 when none did
 * @param expected what the scenario pins, told; empty when met or nothing is pinned
 * @param error why nothing could be decided; empty when all went well
 */
public record ScenarioResult(
        String name,
        String title,
        List<PropertyResult> properties,
        Map<String, Integer> witnesses,
        Map<String, Integer> coverage,
        Map<String, Long> counts,
        List<String> broken,
        long generated,
        long states,
        int depth,
        double seconds,
        double exploring,
        String expected,
        String error) {

    /**
     * A property in this scenario.
     *
     * @param counterexample how it is violated, or refuted; for an error the way to it; else null
     */
    public record PropertyResult(String property, Verdict verdict, Counterexample counterexample) {}

    /** Distinct states found per second while all of them were looked at; 0 when they were not. */
    public double statesPerSecond() {
        return exploring > 0 ? states / exploring : 0;
    }

    /** Everything holds, is put to the test, reached and as pinned. */
    public boolean ok() {
        return error.isEmpty()
                && expected.isEmpty()
                && unreached().isEmpty()
                && broken.isEmpty()
                && properties.stream().allMatch(result -> result.verdict().isGood());
    }

    /** Whether a state, timeout, transition or antecedent was reached. */
    public boolean covers(String item) {
        return coverage.get(item) != null || counts.getOrDefault(item, 0L) > 0;
    }

    /** Witnesses that were not reached. */
    public List<String> unreached() {
        return witnesses.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
