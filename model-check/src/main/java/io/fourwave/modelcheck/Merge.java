package io.fourwave.modelcheck;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The reports of all parts of a check as one, with what the sets claim judged over all of them. */
public final class Merge {
    private final Compilation compilation;
    private final List<Report> parts;
    private final List<String> problems = new ArrayList<>();

    private Merge(Compilation compilation, List<Report> parts) {
        this.compilation = compilation;
        this.parts = parts;
    }

    /**
     * The one report. Its seconds are those of all parts together.
     *
     * @param compilation of the specification the parts are of
     * @throws IllegalArgumentException when they are not the parts of one check, all of them and each once; the message has a line for each reason
     */
    public static Report of(Compilation compilation, List<Report> parts) {
        return new Merge(compilation, parts).merge();
    }

    private Report merge() {
        inspect();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        List<String> order = parts.get(0).circumstances().whole();
        List<ScenarioResult> scenarios = parts.stream()
                .flatMap(part -> part.scenarios().stream())
                .sorted(Comparator.comparing(scenario -> order.indexOf(scenario.name())))
                .toList();
        List<MutantResult> mutants = parts.stream()
                .flatMap(part -> part.mutants().stream())
                .sorted(Comparator.comparing(mutant -> order.indexOf(Circumstances.mutant(mutant.name()))))
                .toList();
        List<String> remarks = new ArrayList<>();
        parts.forEach(part -> remarks.addAll(part.circumstances().remarks()));
        Protocol protocol = compilation.orThrow();
        return new Report(
                protocol.name(),
                scenarios,
                mutants,
                SetCheck.all(protocol, scenarios),
                parts.stream().mapToDouble(Report::seconds).sum(),
                parts.stream().anyMatch(Report::interrupted),
                new Circumstances(Plan.fingerprint(compilation), "", order, order, remarks));
    }

    private void inspect() {
        if (parts.isEmpty()) {
            problems.add("there are no parts");
            return;
        }
        String fingerprint = Plan.fingerprint(compilation);
        Set<Integer> seen = new TreeSet<>();
        int count = Shard.of(parts.get(0).circumstances().shard()).count();
        List<String> whole = parts.get(0).circumstances().whole();
        Set<String> missing = new LinkedHashSet<>(whole);
        for (Report part : parts) {
            Circumstances circumstances = part.circumstances();
            Shard shard = Shard.of(circumstances.shard());
            if (!circumstances.fingerprint().equals(fingerprint)) {
                problems.add("part " + shard + " is of another specification, or of an earlier state of this one");
            }
            if (shard.count() != count) {
                problems.add("part " + shard + " is not one of " + count);
            } else if (!seen.add(shard.number())) {
                problems.add("part " + shard + " is there twice");
            }
            if (!circumstances.whole().equals(whole)) {
                problems.add("part " + shard + " is of a check that was asked for something else");
            }
            missing.removeAll(circumstances.asked());
        }
        for (int number = 1; number <= count; number++) {
            if (!seen.contains(number)) {
                problems.add("part " + number + "/" + count + " is missing");
            }
        }
        if (problems.isEmpty() && !missing.isEmpty()) {
            problems.add("no part has: " + String.join(", ", missing));
        }
    }
}
