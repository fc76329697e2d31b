package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mutant by the property that kills it, in groups of one file each; and each property with what it kills. */
final class MutantTable {
    private final List<MutantResult> mutants;

    private MutantTable(List<MutantResult> mutants) {
        this.mutants = mutants;
    }

    static String render(Report report) {
        return new MutantTable(report.mutants()).write();
    }

    private String write() {
        long killed = mutants.stream().filter(MutantResult::killed).count();
        String head = String.format(
                Locale.ROOT, "mutants: %d of %d killed by the property they name\n", killed, mutants.size());
        return "\n" + head + fates() + "\n" + properties() + "\n";
    }

    private String fates() {
        Columns table = new Columns("<<<>>>");
        table.row("", "killed by", "in", "steps", "states", "seconds");
        String file = null;
        for (MutantResult mutant : mutants) {
            if (!mutant.file().equals(file)) {
                file = mutant.file();
                table.line(file);
            }
            boolean found = mutant.counterexample() != null;
            table.row(
                    "  " + mutant.name(),
                    by(mutant),
                    mutant.scenario(),
                    found ? Integer.toString(mutant.counterexample().length()) : "-",
                    String.format(Locale.ROOT, "%,d", mutant.states()),
                    String.format(Locale.ROOT, "%.1f", mutant.seconds()));
            if (!mutant.killed()) {
                mutant.message().lines().forEach(line -> table.line("    " + line));
            }
        }
        return table.render();
    }

    static String by(MutantResult mutant) {
        if (mutant.killed()) {
            return mutant.property();
        }
        return mutant.noticedBy().isEmpty()
                ? mutant.fate().text()
                : mutant.fate().text() + ": " + String.join(", ", mutant.noticedBy());
    }

    /** Those that kill most first: a property that kills one mutant only hangs by a thread. */
    private String properties() {
        Map<String, List<MutantResult>> kills = new LinkedHashMap<>();
        mutants.stream()
                .filter(MutantResult::killed)
                .forEach(mutant -> kills.computeIfAbsent(mutant.property(), property -> new ArrayList<>())
                        .add(mutant));
        Columns table = new Columns("<>><");
        table.row("", "kills", "steps", "shortest");
        kills.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> {
                    MutantResult shortest = entry.getValue().stream()
                            .min(Comparator.comparing(
                                    mutant -> mutant.counterexample().length()))
                            .orElseThrow();
                    table.row(
                            entry.getKey(),
                            Integer.toString(entry.getValue().size()),
                            Integer.toString(shortest.counterexample().length()),
                            shortest.name());
                });
        return kills.isEmpty() ? "" : table.render();
    }
}
