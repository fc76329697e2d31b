package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.SetResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the scenarios of a set cover together, as a table: how often, and in which of them. */
final class CoverageText {
    /** More names than this make no table. */
    private static final int NAMED = 3;

    private static final String CONDITION = "antecedent ";

    private CoverageText() {}

    static String render(SetResult set) {
        int all = set.scenarios().size();
        Columns table = new Columns("<><");
        table.line("coverage of " + set.name() + " (" + all + (all == 1 ? " scenario)" : " scenarios)"));
        for (Map.Entry<String, List<String>> entry : set.covered().entrySet()) {
            // Conditions are many, and their numbers say nothing: only one that was never true is of interest.
            if (!entry.getKey().startsWith(CONDITION) || entry.getValue().isEmpty()) {
                Long count = set.counts().get(entry.getKey());
                table.row(
                        entry.getKey(),
                        count == null ? "" : String.format(Locale.ROOT, "%,d", count),
                        where(entry.getValue(), all));
            }
        }
        long conditions = set.covered().keySet().stream()
                .filter(item -> item.startsWith(CONDITION))
                .count();
        long met = set.covered().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CONDITION)
                        && !entry.getValue().isEmpty())
                .count();
        if (conditions > 0) {
            table.line(met + " of " + conditions + " conditions of properties were true somewhere");
        }
        set.broken().forEach(broken -> table.line("set " + set.name() + ": " + broken));
        return table.render() + "\n";
    }

    private static String where(List<String> scenarios, int all) {
        if (scenarios.isEmpty()) {
            return "nowhere";
        }
        if (scenarios.size() == all) {
            return all == 1 ? scenarios.get(0) : "everywhere";
        }
        return scenarios.size() <= NAMED
                ? String.join(", ", scenarios)
                : scenarios.get(0) + " and " + (scenarios.size() - 1) + " more";
    }
}
