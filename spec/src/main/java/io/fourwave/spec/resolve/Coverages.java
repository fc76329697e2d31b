package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Resolves what scenarios and sets of them claim to reach. */
final class Coverages {
    private final Symbols symbols;

    Coverages(Symbols symbols) {
        this.symbols = symbols;
    }

    World.Coverage coverage(WorldPart.CoveragePart part) {
        List<World.CoverItem> items = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (WorldPart.CoverItem written : part.items()) {
            String to = written.to().map(Name::text).orElse("");
            World.CoverItem item =
                    new World.CoverItem(written.kind(), written.name().text(), to, written.place());
            if (!known(written)) {
                continue;
            }
            if (seen.add(item.text())) {
                items.add(item);
            } else {
                symbols.diagnostics.add(
                        DiagnosticCode.REPEATED_CLAUSE, written.place(), "`" + item.text() + "` is named twice");
            }
        }
        return new World.Coverage(part.all(), List.copyOf(items), part.place());
    }

    World.ScenarioSet set(WorldPart.SetPart part, List<World.Scenario> scenarios) {
        String name = part.name().text();
        Set<String> sets = new TreeSet<>();
        scenarios.forEach(scenario -> sets.addAll(scenario.sets()));
        if (!sets.contains(name)) {
            unknown(part.name(), "set of scenarios", sets);
        }
        return new World.ScenarioSet(name, part.title(), coverage(part.coverage()), part.doc(), part.place());
    }

    private boolean known(WorldPart.CoverItem item) {
        if (item.kind() == World.CoverKind.STATE || item.kind() == World.CoverKind.TRANSITION) {
            boolean from = declared(item.name(), "state", symbols.states.keySet());
            return item.to()
                            .map(to -> declared(to, "state", symbols.states.keySet()))
                            .orElse(true)
                    && from;
        }
        if (!declared(item.name(), "timer", symbols.timers.keySet())) {
            return false;
        }
        Machine.Timer timer = symbols.timers.get(item.name().text());
        if (item.kind() == World.CoverKind.EXHAUSTED && timer.limit() == null) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.WRONG_SORT,
                            item.place(),
                            "timer `" + timer.name() + "` has no limit of retries")
                    .help("name its expiry: `timeout " + timer.name() + "`"));
            return false;
        }
        return true;
    }

    private boolean declared(Name name, String sort, Collection<String> candidates) {
        if (!candidates.contains(name.text())) {
            unknown(name, sort, candidates);
            return false;
        }
        return true;
    }

    private void unknown(Name name, String sort, Collection<String> candidates) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                .help(DidYouMean.help(name.text(), candidates)));
    }
}
