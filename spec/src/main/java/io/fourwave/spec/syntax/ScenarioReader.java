package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.World;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads scenarios and sets of them. */
final class ScenarioReader {
    private final Reading reading;
    private final TermReader terms;

    ScenarioReader(Reading reading, TermReader terms) {
        this.reading = reading;
        this.terms = terms;
    }

    WorldPart.ScenarioPart scenario(WaveParser.ScenarioDeclContext context) {
        Clauses clauses = new Clauses();
        return new WorldPart.ScenarioPart(
                reading.name(context.NAME(0)),
                reading.name(context.NAME(1)),
                Optional.ofNullable(context.NAME(2)).map(reading::name),
                reading.string(context.STRING()),
                context.scenarioClause().stream().map(clauses::visit).toList(),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    WorldPart.SetPart set(WaveParser.SetDeclContext context) {
        return new WorldPart.SetPart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                coverage(context.coverage()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private WorldPart.CoveragePart coverage(WaveParser.CoverageContext context) {
        boolean all = context.getChild(0).getText().equals("all");
        return new WorldPart.CoveragePart(
                all, context.coverItem().stream().map(this::item).toList(), reading.place(context));
    }

    private WorldPart.CoverItem item(WaveParser.CoverItemContext context) {
        if (context instanceof WaveParser.CoverTransitionContext transition) {
            return new WorldPart.CoverItem(
                    World.CoverKind.TRANSITION,
                    reading.name(transition.NAME(0)),
                    Optional.of(reading.name(transition.NAME(1))),
                    reading.place(context));
        }
        World.CoverKind kind = context instanceof WaveParser.CoverStateContext
                ? World.CoverKind.STATE
                : context instanceof WaveParser.CoverTimeoutContext
                        ? World.CoverKind.TIMEOUT
                        : World.CoverKind.EXHAUSTED;
        Name name = reading.name((TerminalNode) context.getChild(1));
        return new WorldPart.CoverItem(kind, name, Optional.empty(), reading.place(context));
    }

    private static boolean also(ParserRuleContext clause) {
        return clause.getChildCount() > 1 && clause.getChild(1).getText().equals("also");
    }

    private final class Clauses extends WaveBaseVisitor<WorldPart.ScenarioClause> {
        @Override
        public WorldPart.ScenarioClause visitSets(WaveParser.SetsContext context) {
            return new WorldPart.SetsClause(reading.names(context.NAME()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitUseProfile(WaveParser.UseProfileContext context) {
            return new WorldPart.ProfileClause(reading.name(context.NAME()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitModulus(WaveParser.ModulusContext context) {
            return new WorldPart.ModulusClause(reading.integer(context.INT()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitStreamCapacity(WaveParser.StreamCapacityContext context) {
            return new WorldPart.CapacityClause(
                    reading.name(context.NAME()), reading.integer(context.INT()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitRestrictChoice(WaveParser.RestrictChoiceContext context) {
            return new WorldPart.ChoiceClause(
                    reading.name(context.NAME()), terms.terms(context.expr()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitChecks(WaveParser.ChecksContext context) {
            return new WorldPart.CheckClause(reading.names(context.NAME()), also(context), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitRefutes(WaveParser.RefutesContext context) {
            return new WorldPart.RefuteClause(reading.names(context.NAME()), also(context), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitReaches(WaveParser.ReachesContext context) {
            return new WorldPart.ReachClause(reading.names(context.NAME()), also(context), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitCovering(WaveParser.CoveringContext context) {
            return new WorldPart.CoversClause(
                    Optional.ofNullable(context.coverage()).map(ScenarioReader.this::coverage), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitExpectation(WaveParser.ExpectationContext context) {
            return new WorldPart.ExpectClause(
                    reading.longInteger(context.INT(0)), reading.integer(context.INT(1)), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitBinding(WaveParser.BindingContext context) {
            return new WorldPart.BindingClause(
                    reading.name(context.NAME()), terms.visit(context.expr()), reading.place(context));
        }
    }
}
