package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Place;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.syntax.Declaration;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.SyntaxFile;
import io.fourwave.spec.syntax.TextRange;
import io.fourwave.spec.syntax.TopLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each rule stands in the sources: checks and handlers by the names they have in traces, {@code timeout T} for all handlers
 * of that event, and definitions, procedures, timers and opportunities by their own names.
 */
public final class RuleRanges {
    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, SourceFile> sources = new LinkedHashMap<>();

    public RuleRanges(List<SyntaxFile> files) {
        for (SyntaxFile file : files) {
            sources.put(file.source().name(), file.source());
            for (TopLevel item : file.items()) {
                if (item instanceof Declaration.MachineDecl machine) {
                    machine.parts().forEach(this::part);
                }
            }
        }
    }

    private void part(MachinePart part) {
        if (part instanceof MachinePart.HandlerPart handler) {
            handler(handler);
        } else if (part instanceof MachinePart.DefinePart define) {
            add(define.name().text(), define.place());
        } else if (part instanceof MachinePart.ProcedurePart procedure) {
            add(procedure.name().text(), procedure.place());
        } else if (part instanceof MachinePart.TimerPart timer) {
            add(timer.name().text(), timer.place());
        } else if (part instanceof MachinePart.OpportunityPart opportunity) {
            add(opportunity.name().text(), opportunity.place());
        }
    }

    private void handler(MachinePart.HandlerPart handler) {
        String label = handler.label().map(name -> name.text()).orElseGet(() -> RuleNames.label(handler.states()));
        MachinePart.EventName event = handler.event();
        String text = switch (event.form()) {
            case NAMED -> event.name().text();
            case TIMEOUT -> "timeout " + event.name().text();
            case EXHAUSTED -> "exhausted " + event.name().text();
        };
        add(label + "." + RuleNames.slug(text), handler.place());
        if (event.form() == MachinePart.EventForm.TIMEOUT) {
            add(text, handler.place());
        }
        for (MachinePart.CheckPart check : handler.checks()) {
            add(label + "." + RuleNames.slug(check.title()), check.place());
        }
    }

    private void add(String rule, Place place) {
        places.computeIfAbsent(rule, r -> new ArrayList<>()).add(place);
    }

    boolean knows(String rule) {
        return places.containsKey(rule);
    }

    Collection<String> rules() {
        return places.keySet();
    }

    /** Each place in the rule where the text stands, whatever blanks and comments are between its words. */
    public List<TextRange> find(String rule, String text) {
        List<TextRange> found = new ArrayList<>();
        for (Place place : places.getOrDefault(rule, List.of())) {
            found.addAll(TextRange.find(sources.get(place.file()), place, text));
        }
        return found;
    }
}
