package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads what stands in a machine. */
final class MachineReader extends WaveBaseVisitor<MachinePart> {
    private final Reading reading;
    private final TermReader terms;
    private final ActionReader actions;

    MachineReader(Reading reading, TermReader terms, ActionReader actions) {
        this.reading = reading;
        this.terms = terms;
        this.actions = actions;
    }

    @Override
    public MachinePart visitStatesDecl(WaveParser.StatesDeclContext context) {
        List<MachinePart.StateName> states = context.stateDecl().stream()
                .map(state -> new MachinePart.StateName(reading.name(state.NAME()), state.getChildCount() > 1))
                .toList();
        return new MachinePart.StatesPart(states, reading.place(context));
    }

    @Override
    public MachinePart visitGroupDecl(WaveParser.GroupDeclContext context) {
        return new MachinePart.GroupPart(
                reading.name(context.NAME()),
                states(context.stateSet()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private MachinePart.StateSet states(WaveParser.StateSetContext context) {
        boolean all = context.getStart().getText().equals("all");
        return new MachinePart.StateSet(all, reading.names(context.NAME()), reading.place(context));
    }

    @Override
    public MachinePart visitTcbDecl(WaveParser.TcbDeclContext context) {
        return new MachinePart.TcbPart(
                context.variable().stream().map(this::variable).toList(), reading.place(context));
    }

    private MachinePart.VariablePart variable(WaveParser.VariableContext context) {
        return new MachinePart.VariablePart(
                reading.names(context.NAME()),
                DeclarationReader.kind(context.kind()),
                terms.type(context.type()),
                terms.optional(context.expr()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public MachinePart visitStreamDecl(WaveParser.StreamDeclContext context) {
        boolean sends =
                context.children.stream().anyMatch(child -> child.getText().equals("send"));
        return new MachinePart.StreamPart(
                reading.name(context.NAME()),
                sends ? Machine.StreamKind.SEND : Machine.StreamKind.RECEIVE,
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public MachinePart visitTimerDecl(WaveParser.TimerDeclContext context) {
        Optional<Term> after = Optional.empty();
        Optional<Action.ChoiceTerm> choice = Optional.empty();
        int factor = 0;
        Optional<Term> max = Optional.empty();
        Optional<Term> limit = Optional.empty();
        for (WaveParser.TimerClauseContext clause : context.timerClause()) {
            if (clause instanceof WaveParser.AfterClauseContext given) {
                once(after.isPresent() || choice.isPresent(), "after", given);
                after = terms.optional(given.expr());
                choice = Optional.ofNullable(given.choice()).map(actions::choice);
            } else if (clause instanceof WaveParser.BackoffClauseContext given) {
                once(factor != 0, "backoff", given);
                factor = reading.factor(given.FACTOR());
                max = terms.optional(given.expr());
            } else if (clause instanceof WaveParser.LimitClauseContext given) {
                once(limit.isPresent(), "at most", given);
                limit = terms.optional(given.expr());
            }
        }
        return new MachinePart.TimerPart(
                reading.name(context.NAME()),
                after,
                choice,
                Math.max(1, factor),
                max,
                limit,
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private void once(boolean again, String clause, ParserRuleContext context) {
        if (again) {
            reading.diagnostics()
                    .add(Diagnostic.of(
                            DiagnosticCode.REPEATED_CLAUSE,
                            reading.place(context),
                            "`" + clause + "` is given twice for this timer"));
        }
    }

    @Override
    public MachinePart visitOpportunityDecl(WaveParser.OpportunityDeclContext context) {
        return new MachinePart.OpportunityPart(
                reading.name(context.NAME()),
                terms.visit(context.expr()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public MachinePart visitDefineDecl(WaveParser.DefineDeclContext context) {
        return new MachinePart.DefinePart(
                reading.name(context.NAME()),
                terms.params(context.params()),
                terms.type(context.type()),
                terms.visit(context.expr()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public MachinePart visitProcedureDecl(WaveParser.ProcedureDeclContext context) {
        return new MachinePart.ProcedurePart(
                reading.name(context.NAME()),
                terms.params(context.params()),
                actions.block(context.block()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public MachinePart visitHandlerDecl(WaveParser.HandlerDeclContext context) {
        boolean named =
                context.children.stream().anyMatch(child -> child.getText().equals("as"));
        WaveParser.HandlerBodyContext body = context.handlerBody();
        List<MachinePart.CheckPart> checks = body == null
                ? List.of()
                : body.check().stream().map(this::check).toList();
        Action.Block block = body == null
                ? actions.enter(context.NAME(named ? 1 : 0), context.block())
                : new Action.Block(actions.statements(body.statement()), reading.place(body));
        return new MachinePart.HandlerPart(
                event(context.event()),
                states(context.stateSet()),
                named ? Optional.of(reading.name(context.NAME(0))) : Optional.empty(),
                checks,
                block,
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private MachinePart.CheckPart check(WaveParser.CheckContext context) {
        Place ordinal = reading.place(context.ordinal());
        return new MachinePart.CheckPart(
                Ordinals.number(context.ordinal().getText()),
                ordinal,
                reading.string(context.STRING()),
                actions.block(context.block()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.span(context.ordinal().getStart(), context.getStop()));
    }

    @Override
    public MachinePart visitIgnoreDecl(WaveParser.IgnoreDeclContext context) {
        return new MachinePart.IgnorePart(
                context.event().stream().map(this::event).toList(),
                states(context.stateSet()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    private MachinePart.EventName event(WaveParser.EventContext context) {
        Place place = reading.place(context);
        if (context instanceof WaveParser.TimeoutEventContext timeout) {
            return new MachinePart.EventName(MachinePart.EventForm.TIMEOUT, reading.name(timeout.NAME()), place);
        }
        if (context instanceof WaveParser.ExhaustedEventContext exhausted) {
            return new MachinePart.EventName(MachinePart.EventForm.EXHAUSTED, reading.name(exhausted.NAME()), place);
        }
        Name name = reading.name(((WaveParser.NamedEventContext) context).NAME());
        return new MachinePart.EventName(MachinePart.EventForm.NAMED, name, place);
    }
}
