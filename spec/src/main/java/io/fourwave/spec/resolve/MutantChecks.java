package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.WorldPart;
import java.util.Collection;
import java.util.List;

/** Resolves mutants: the rule is there, the text is in it once, and what must notice the edit exists. */
final class MutantChecks {
    private final Symbols symbols;
    private final RuleRanges ranges;
    private final List<World.Property> properties;
    private final List<World.Scenario> scenarios;
    private final boolean mutated;

    /** @param mutated the sources are a mutant themselves: what it replaced need not be there */
    MutantChecks(
            Symbols symbols,
            RuleRanges ranges,
            List<World.Property> properties,
            List<World.Scenario> scenarios,
            boolean mutated) {
        this.symbols = symbols;
        this.ranges = ranges;
        this.properties = properties;
        this.scenarios = scenarios;
        this.mutated = mutated;
    }

    World.Mutant mutant(WorldPart.MutantPart part) {
        String name = part.name().text();
        if (part.edits().isEmpty()) {
            incomplete(part, "mutant `" + name + "` changes nothing", "add `in RULE replace \"…\" with \"…\"`");
        }
        if (part.killers().size() != 1) {
            incomplete(
                    part,
                    part.killers().isEmpty()
                            ? "mutant `" + name + "` does not say what notices it"
                            : "mutant `" + name + "` is killed by more than one property",
                    "write one `killed by PROPERTY in SCENARIO`");
        }
        if (!mutated) {
            part.edits().forEach(this::check);
        }
        String property = "";
        String scenario = "";
        for (WorldPart.KilledBy killer : part.killers()) {
            property = killer.property().text();
            scenario = killer.scenario().text();
            known(
                    killer.property(),
                    "property",
                    properties.stream().map(World.Property::name).toList());
            known(
                    killer.scenario(),
                    "scenario",
                    scenarios.stream().map(World.Scenario::name).toList());
        }
        List<World.Edit> edits = part.edits().stream()
                .map(edit -> new World.Edit(edit.rule().text(), edit.from(), edit.to(), edit.place()))
                .toList();
        return new World.Mutant(
                name, part.title(), edits, property, scenario, Requirements.ids(part.tags()), part.doc(), part.place());
    }

    private void incomplete(WorldPart.MutantPart part, String message, String help) {
        symbols.diagnostics.add(
                Diagnostic.of(DiagnosticCode.MUTANT_INCOMPLETE, part.name().place(), message)
                        .help(help));
    }

    private void known(Name name, String sort, Collection<String> declared) {
        if (!declared.contains(name.text())) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                    .help(DidYouMean.help(name.text(), declared)));
        }
    }

    private void check(WorldPart.EditPart edit) {
        String rule = edit.rule().text();
        if (!ranges.knows(rule)) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, edit.rule().place(), "there is no rule `" + rule + "`")
                            .note("a rule is a check, a handler, a definition, a procedure, a timer or an opportunity")
                            .help(DidYouMean.help(rule, ranges.rules())));
            return;
        }
        int found = ranges.find(rule, edit.from()).size();
        if (found != 1) {
            String times = found == 0 ? "is not in" : "is " + found + " times in";
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.MUTANT_TEXT,
                            edit.place(),
                            "the text to replace " + times + " `" + rule + "`")
                    .help(found == 0 ? "" : "take in more of the text around it"));
        }
    }
}
