package io.fourwave.spec.print;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.Locale;
import java.util.stream.Collectors;

/** The checker's world. */
final class WorldPrinter {
    private final Lines lines;

    WorldPrinter(Lines lines) {
        this.lines = lines;
    }

    void print(World world) {
        world.environments().forEach(this::environment);
        world.properties().forEach(this::property);
        for (World.Witness witness : world.witnesses()) {
            lines.line("witness " + witness.name() + Lines.quoted(witness.title()) + Lines.tags(witness.tags()));
            lines.inside(() -> lines.line("reach " + ExprPrinter.text(witness.reach())));
        }
        world.mutants().forEach(this::mutant);
        world.scenarios().forEach(this::scenario);
        for (World.ScenarioSet set : world.sets()) {
            lines.line("set " + set.name() + Lines.quoted(set.title()));
            lines.inside(() -> coverage(set.coverage()));
        }
    }

    private void coverage(World.Coverage coverage) {
        if (coverage != null) {
            String items = coverage.items().stream().map(World.CoverItem::text).collect(Collectors.joining(", "));
            String all = coverage.items().isEmpty() ? "all" : "all except ";
            lines.line("covers " + (coverage.all() ? all : "") + items);
        }
    }

    private void environment(World.Environment environment) {
        lines.line("environment " + environment.name() + " peers " + String.join(", ", environment.peers()));
        lines.inside(() -> {
            for (Protocol.Local bound : environment.bounds()) {
                lines.line("bound " + ExprPrinter.local(bound));
            }
            World.Channel channel = environment.channel();
            lines.line("channel loss " + ExprPrinter.text(channel.loss()) + "; duplication "
                    + ExprPrinter.text(channel.duplication()) + "; "
                    + (channel.reordering() ? "reordering" : "in order") + "; lifetime "
                    + ExprPrinter.text(channel.lifetime()) + "; capacity " + ExprPrinter.text(channel.capacity()));
            environment.users().forEach(this::user);
            for (World.Crash crash : environment.crashes()) {
                lines.line("crash " + crash.peer() + " at most " + ExprPrinter.text(crash.atMost())
                        + (crash.guard() == null ? "" : " when " + ExprPrinter.text(crash.guard())));
            }
            lines.line("cut at most " + ExprPrinter.text(environment.cuts()));
        });
    }

    private void user(World.User user) {
        lines.line("user " + user.peer());
        lines.inside(() -> {
            for (World.PermittedCall call : user.calls()) {
                lines.line(call.call().name() + "(" + ExprPrinter.list(call.args()) + ")"
                        + (call.label().isEmpty() ? "" : " as " + call.label()) + " at most "
                        + ExprPrinter.text(call.atMost()) + " when " + ExprPrinter.text(call.guard())
                        + (call.fair() ? " eventually" : ""));
            }
        });
    }

    private void property(World.Property property) {
        lines.line("property " + property.name() + Lines.quoted(property.title()) + Lines.tags(property.tags()));
        lines.inside(() -> {
            property.assumptions().forEach(assumption -> lines.line("assume" + Lines.quoted(assumption)));
            for (World.Clause clause : property.clauses()) {
                String antecedent =
                        clause.antecedent() == null ? "" : ExprPrinter.text(clause.antecedent()) + " leads to ";
                lines.line(clause.kind().name().toLowerCase(Locale.ROOT) + " " + antecedent
                        + ExprPrinter.text(clause.body()));
            }
        });
    }

    private void mutant(World.Mutant mutant) {
        lines.line("mutant " + mutant.name() + Lines.quoted(mutant.title()) + " killed by " + mutant.property() + " in "
                + mutant.scenario() + Lines.tags(mutant.tags()));
        lines.inside(() -> mutant.edits()
                .forEach(edit -> lines.line(
                        "in " + edit.rule() + " replace \"" + edit.from() + "\" with \"" + edit.to() + "\"")));
    }

    private void scenario(World.Scenario scenario) {
        lines.line("scenario " + scenario.name() + " of " + scenario.environment() + Lines.quoted(scenario.title())
                + Lines.tags(scenario.tags()));
        lines.inside(() -> {
            lines.line("sets " + String.join(", ", scenario.sets()) + "; profile " + scenario.profile() + "; modulus "
                    + scenario.modulus());
            scenario.capacities()
                    .forEach(given -> lines.line("stream " + given.stream() + " capacity " + given.capacity()));
            scenario.restrictions()
                    .forEach(given ->
                            lines.line("choice " + given.policy() + " in {" + ExprPrinter.list(given.values()) + "}"));
            scenario.bindings().forEach(given -> lines.line(given.name() + " = " + ExprPrinter.text(given.value())));
            lines.line("check " + String.join(", ", scenario.properties()));
            if (!scenario.refuted().isEmpty()) {
                lines.line("refute " + String.join(", ", scenario.refuted()));
            }
            lines.line("reach " + String.join(", ", scenario.witnesses()));
            coverage(scenario.coverage());
            lines.line("expect states " + scenario.expectedStates() + " depth " + scenario.expectedDepth());
        });
    }
}
