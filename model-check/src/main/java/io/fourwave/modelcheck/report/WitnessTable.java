package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each witness, with the scenarios that reach it and the depth at which they first do. */
final class WitnessTable {
    private WitnessTable() {}

    static String render(Report report) {
        Map<String, List<String>> reached = new LinkedHashMap<>();
        for (ScenarioResult scenario : report.scenarios()) {
            scenario.witnesses()
                    .forEach((witness, depth) -> reached.computeIfAbsent(witness, name -> new ArrayList<>())
                            .add(scenario.name() + " " + (depth == null ? "-" : depth)));
        }
        if (reached.isEmpty()) {
            return "";
        }
        Columns table = new Columns("<<");
        table.row("reached", "at depth, for the first time");
        reached.forEach((witness, where) -> table.row(witness, String.join(", ", where)));
        return table.render() + "\n";
    }
}
