package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.SetResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the scenarios of a set cover together, as a table: how often, and in which of them. */
final class CoverageText {
    /** More names than this make no table. */
    private static final int NAMED = 3;

    private CoverageText() {}

    static String render(SetResult set) {
        StringBuilder text = new StringBuilder();
        int width =
                set.covered().keySet().stream().mapToInt(String::length).max().orElse(0);
        text.append("\ncoverage of ")
                .append(set.name())
                .append(" (")
                .append(set.scenarios().size());
        text.append(set.scenarios().size() == 1 ? " scenario)\n" : " scenarios)\n");
        for (Map.Entry<String, List<String>> entry : set.covered().entrySet()) {
            Long count = set.counts().get(entry.getKey());
            String row = String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, width) + "s  %13s  %s",
                    entry.getKey(),
                    count == null ? "" : String.format(Locale.ROOT, "%,d", count),
                    where(entry.getValue(), set.scenarios().size()));
            text.append(row.stripTrailing()).append('\n');
        }
        set.broken()
                .forEach(broken -> text.append("set ")
                        .append(set.name())
                        .append(": ")
                        .append(broken)
                        .append('\n'));
        return text.append('\n').toString();
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
