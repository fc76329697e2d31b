package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;

/** Reads scenarios. */
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
                reading.string(context.STRING()),
                context.scenarioClause().stream().map(clauses::visit).toList(),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
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
            return new WorldPart.CheckClause(reading.names(context.NAME()), reading.place(context));
        }

        @Override
        public WorldPart.ScenarioClause visitReaches(WaveParser.ReachesContext context) {
            return new WorldPart.ReachClause(reading.names(context.NAME()), reading.place(context));
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
