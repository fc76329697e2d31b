package io.fourwave.modelcheck;

import java.util.List;
import java.util.Map;

/**
 * What the scenarios of a set reach together.
 *
 * @param scenarios their names
 * @param covered for all there is to cover (states, timers, transitions, antecedents of the properties checked) the scenarios that reach it
 * @param counts states and transitions, added over the scenarios
 * @param broken what the set claims and does not keep, one line for each
 */
public record SetResult(
        String name,
        String title,
        List<String> scenarios,
        Map<String, List<String>> covered,
        Map<String, Long> counts,
        List<String> broken) {

    public boolean ok() {
        return broken.isEmpty();
    }
}
