package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads environments, properties, witnesses and mutants. */
final class WorldReader extends WaveBaseVisitor<TopLevel> {
    private final Reading reading;
    private final TermReader terms;

    WorldReader(Reading reading, TermReader terms) {
        this.reading = reading;
        this.terms = terms;
    }

    @Override
    public TopLevel visitEnvironmentDecl(WaveParser.EnvironmentDeclContext context) {
        List<WorldPart.EnvironmentItem> items = context.environmentItem().stream()
                .map(this::item)
                .filter(Objects::nonNull)
                .toList();
        return new WorldPart.EnvironmentPart(
                reading.name(context.NAME()), items, reading.doc(context.doc()), reading.place(context));
    }

    private WorldPart.EnvironmentItem item(WaveParser.EnvironmentItemContext context) {
        if (context instanceof WaveParser.PeersContext peers) {
            return new WorldPart.Peers(reading.name(peers.NAME(0)), reading.name(peers.NAME(1)), reading.place(peers));
        }
        if (context instanceof WaveParser.BoundDeclContext bound) {
            return new WorldPart.BoundPart(reading.name(bound.NAME()), terms.type(bound.type()), reading.place(bound));
        }
        if (context instanceof WaveParser.ChannelContext channel) {
            return channel(channel);
        }
        if (context instanceof WaveParser.UserContext user) {
            List<WorldPart.UserCallPart> calls =
                    user.userCall().stream().map(this::userCall).toList();
            return new WorldPart.UserPart(reading.name(user.NAME()), calls, reading.place(user));
        }
        if (context instanceof WaveParser.CrashContext crash) {
            return new WorldPart.CrashPart(
                    reading.name(crash.NAME()),
                    terms.visit(crash.expr(0)),
                    terms.optional(crash.expr(1)),
                    reading.place(crash));
        }
        if (context instanceof WaveParser.CutContext cut) {
            return new WorldPart.CutPart(terms.visit(cut.expr()), reading.place(cut));
        }
        return null;
    }

    private WorldPart.ChannelPart channel(WaveParser.ChannelContext context) {
        Optional<Term> loss = Optional.empty();
        Optional<Term> duplication = Optional.empty();
        Optional<Boolean> reordering = Optional.empty();
        Optional<Term> lifetime = Optional.empty();
        Optional<Term> capacity = Optional.empty();
        for (WaveParser.ChannelClauseContext clause : context.channelClause()) {
            if (clause instanceof WaveParser.LossContext given) {
                once(loss.isPresent(), given);
                loss = terms.optional(given.expr());
            } else if (clause instanceof WaveParser.DuplicationContext given) {
                once(duplication.isPresent(), given);
                duplication = terms.optional(given.expr());
            } else if (clause instanceof WaveParser.LifetimeContext given) {
                once(lifetime.isPresent(), given);
                lifetime = terms.optional(given.expr());
            } else if (clause instanceof WaveParser.CapacityContext given) {
                once(capacity.isPresent(), given);
                capacity = terms.optional(given.expr());
            } else {
                once(reordering.isPresent(), clause);
                reordering = Optional.of(clause instanceof WaveParser.ReorderingContext);
            }
        }
        return new WorldPart.ChannelPart(
                loss, duplication, reordering.orElse(false), lifetime, capacity, reading.place(context));
    }

    private void once(boolean again, ParserRuleContext context) {
        if (again) {
            String clause = context.getStart().getText();
            reading.diagnostics()
                    .add(Diagnostic.of(
                            DiagnosticCode.REPEATED_CLAUSE,
                            reading.place(context),
                            "`" + clause + "` speaks again of what this channel has said already"));
        }
    }

    private WorldPart.UserCallPart userCall(WaveParser.UserCallContext context) {
        List<String> words =
                context.children.stream().map(child -> child.getText()).toList();
        List<WaveParser.ExprContext> given = new ArrayList<>(context.expr());
        Optional<Term> atMost = Optional.empty();
        if (words.contains("once")) {
            atMost = Optional.of(new Term.IntTerm(1, reading.place(context)));
        } else if (words.contains("most")) {
            atMost = Optional.of(terms.visit(given.remove(0)));
        }
        Optional<Term> guard = given.isEmpty() ? Optional.empty() : Optional.of(terms.visit(given.get(0)));
        return new WorldPart.UserCallPart(
                reading.name(context.NAME(0)),
                terms.args(context.args()),
                Optional.ofNullable(context.NAME(1)).map(reading::name),
                atMost,
                guard,
                context.fair != null,
                reading.place(context));
    }

    @Override
    public TopLevel visitPropertyDecl(WaveParser.PropertyDeclContext context) {
        List<String> assumptions = new ArrayList<>();
        List<WorldPart.ClausePart> clauses = new ArrayList<>();
        for (WaveParser.PropertyClauseContext clause : context.propertyClause()) {
            if (clause instanceof WaveParser.AssumptionContext assumption) {
                assumptions.add(reading.string(assumption.STRING()));
            } else {
                clauses.add(clause(clause));
            }
        }
        return new WorldPart.PropertyPart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                List.copyOf(assumptions),
                List.copyOf(clauses),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private WorldPart.ClausePart clause(WaveParser.PropertyClauseContext clause) {
        if (clause instanceof WaveParser.LeadsToContext leadsTo) {
            return new WorldPart.ClausePart(
                    World.PropertyKind.LEADS_TO,
                    Optional.of(terms.visit(leadsTo.expr(0))),
                    terms.visit(leadsTo.expr(1)),
                    reading.place(clause));
        }
        if (clause instanceof WaveParser.AlwaysContext always) {
            return clause(World.PropertyKind.INVARIANT, always.expr(), clause);
        }
        if (clause instanceof WaveParser.StepAlwaysContext step) {
            return clause(World.PropertyKind.STEP, step.expr(), clause);
        }
        return clause(World.PropertyKind.TERMINAL, ((WaveParser.TerminalContext) clause).expr(), clause);
    }

    private WorldPart.ClausePart clause(
            World.PropertyKind kind, WaveParser.ExprContext body, ParserRuleContext context) {
        return new WorldPart.ClausePart(kind, Optional.empty(), terms.visit(body), reading.place(context));
    }

    @Override
    public TopLevel visitWitnessDecl(WaveParser.WitnessDeclContext context) {
        return new WorldPart.WitnessPart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                terms.visit(context.expr()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitMutantDecl(WaveParser.MutantDeclContext context) {
        List<WorldPart.EditPart> edits = new ArrayList<>();
        List<WorldPart.KilledBy> killers = new ArrayList<>();
        for (WaveParser.MutantClauseContext clause : context.mutantClause()) {
            if (clause instanceof WaveParser.EditContext edit) {
                edits.add(edit(edit));
            } else if (clause instanceof WaveParser.KilledByContext killed) {
                killers.add(new WorldPart.KilledBy(
                        reading.name(killed.NAME(0)), reading.name(killed.NAME(1)), reading.place(killed)));
            }
        }
        return new WorldPart.MutantPart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                List.copyOf(edits),
                List.copyOf(killers),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private WorldPart.EditPart edit(WaveParser.EditContext context) {
        boolean timeout = context.getChild(1).getText().equals("timeout");
        Name name = reading.name(context.NAME());
        Name rule = timeout ? new Name("timeout " + name.text(), name.place()) : name;
        return new WorldPart.EditPart(
                rule, reading.string(context.STRING(0)), reading.string(context.STRING(1)), reading.place(context));
    }
}
