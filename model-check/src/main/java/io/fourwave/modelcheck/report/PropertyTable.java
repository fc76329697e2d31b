package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Property by scenario. Where the names of the scenarios are too long to stand over columns, numbers do, and the table of figures says
 * whose they are; where even so there are too many columns, there are several tables. What only one of many scenarios checks needs no row
 * there.
 */
final class PropertyTable {
    /** More characters in a line are not read. */
    private static final int WIDTH = 120;

    private final List<ScenarioResult> scenarios;
    private final Map<String, List<ScenarioResult>> checkedBy = new LinkedHashMap<>();
    private final boolean numbered;

    private PropertyTable(List<ScenarioResult> scenarios) {
        this.scenarios = scenarios;
        for (ScenarioResult scenario : scenarios) {
            for (PropertyResult property : scenario.properties()) {
                checkedBy
                        .computeIfAbsent(property.property(), name -> new ArrayList<>())
                        .add(scenario);
            }
        }
        numbered = matrix(scenarios, false).lines().anyMatch(line -> line.length() > WIDTH);
    }

    static String render(Report report) {
        return new PropertyTable(report.scenarios()).write();
    }

    private String write() {
        String verdicts = numbered ? blocks() + alone() : matrix(scenarios, false);
        return numbered ? figures() + "\n" + verdicts + legend() + "\n" : verdicts + "\n" + figures() + "\n";
    }

    private String figures() {
        Columns table = new Columns(numbered ? "><>>>>><" : "<>>>>><");
        table.row(cells("", "scenario", "generated", "distinct", "depth", "seconds", "distinct/s"));
        for (int i = 0; i < scenarios.size(); i++) {
            ScenarioResult scenario = scenarios.get(i);
            table.row(cells(
                    Integer.toString(i + 1),
                    scenario.name(),
                    figure(scenario.generated()),
                    figure(scenario.states()),
                    figure(scenario.depth()),
                    String.format(Locale.ROOT, "%.1f", scenario.seconds()),
                    figure(Math.round(scenario.statesPerSecond())),
                    scenario.expected()));
        }
        return table.render();
    }

    private List<String> cells(String number, String... others) {
        List<String> cells = new ArrayList<>(List.of(others));
        if (numbered) {
            cells.add(0, number);
        }
        return cells;
    }

    /** What was not explored to its end has no figures. */
    static String figure(long count) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%,d", count);
    }

    /** As many columns in one table as there is room for, and as evenly as may be. */
    private String blocks() {
        int tables = 1;
        while (true) {
            List<String> blocks = new ArrayList<>();
            int size = (scenarios.size() + tables - 1) / tables;
            for (int from = 0; from < scenarios.size(); from += size) {
                blocks.add(matrix(scenarios.subList(from, Math.min(scenarios.size(), from + size)), true));
            }
            boolean fits = blocks.stream().flatMap(String::lines).allMatch(line -> line.length() <= WIDTH);
            if (fits || size == 1) {
                return String.join("\n", blocks);
            }
            tables++;
        }
    }

    private String matrix(List<ScenarioResult> columns, boolean compact) {
        Columns table = new Columns("<" + (compact ? ">" : "<").repeat(columns.size()), compact ? " " : "  ");
        List<String> head = new ArrayList<>(List.of(""));
        columns.forEach(
                scenario -> head.add(compact ? Integer.toString(scenarios.indexOf(scenario) + 1) : scenario.name()));
        table.row(head);
        properties().forEach(property -> {
            boolean here = columns.stream().anyMatch(checkedBy.get(property)::contains);
            if (!compact || here && checkedBy.get(property).size() > 1) {
                List<String> row = new ArrayList<>(List.of(property));
                columns.forEach(scenario -> row.add(cell(scenario, property, compact)));
                table.row(row);
            }
        });
        return table.render();
    }

    /** Where there are many, what most scenarios check comes first. */
    private List<String> properties() {
        List<String> names = new ArrayList<>(checkedBy.keySet());
        if (numbered) {
            names.sort(Comparator.comparing(name -> -checkedBy.get(name).size()));
        }
        return names;
    }

    private String alone() {
        Columns table = new Columns("<<<");
        checkedBy.forEach((property, by) -> {
            if (by.size() == 1) {
                table.row(property, by.get(0).name(), cell(by.get(0), property, false));
            }
        });
        String rows = table.render();
        return rows.isEmpty() ? "" : "\nin one scenario\n" + rows;
    }

    private static String cell(ScenarioResult scenario, String property, boolean compact) {
        return scenario.properties().stream()
                .filter(result -> result.property().equals(property))
                .map(result -> mark(result, compact))
                .findFirst()
                .orElse(compact ? "." : "");
    }

    static String mark(PropertyResult result, boolean compact) {
        return switch (result.verdict()) {
            case HOLDS -> "ok";
            case VACUOUS -> compact ? "vac" : "untested";
            case UNFOUNDED -> compact ? "unf" : "unfounded";
            case VIOLATED -> "FAILS";
            case REFUTED -> compact ? "x" + steps(result) : "refuted (" + steps(result) + ")";
            case IRREFUTABLE -> compact ? "NOT x" : "NOT refuted";
            case UNDECIDED -> "?";
            case ERROR -> compact ? "err" : "error";
        };
    }

    private static int steps(PropertyResult result) {
        return result.counterexample().length();
    }

    /** Of the marks that are there and explain nothing. */
    private String legend() {
        Set<Verdict> there = scenarios.stream()
                .flatMap(scenario -> scenario.properties().stream())
                .map(PropertyResult::verdict)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = new LinkedHashSet<>();
        for (Verdict verdict : there) {
            switch (verdict) {
                case VACUOUS, UNFOUNDED, UNDECIDED, ERROR ->
                    words.add(mark(new PropertyResult("", verdict, null), true) + ": " + verdict.text());
                case REFUTED -> words.add("xN: refuted, as it must be, in N steps");
                case IRREFUTABLE -> words.add("NOT x: " + verdict.text());
                default -> {
                    // in plain words already
                }
            }
        }
        words.add(".: not checked there");
        return String.join("; ", words) + "\n";
    }
}
