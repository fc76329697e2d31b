package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads expressions and types. */
final class TermReader extends WaveBaseVisitor<Term> {
    /** Comparisons of other languages, and what they are called here. */
    private static final Map<String, String> FOREIGN = Map.of("<=", "=<", "==", "=", "!=", "/=");

    private final Reading reading;

    TermReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Term> optional(ParserRuleContext context) {
        return Optional.ofNullable(context).map(this::visit);
    }

    List<Term> args(WaveParser.ArgsContext context) {
        return context == null ? List.of() : terms(context.expr());
    }

    List<Term> terms(List<WaveParser.ExprContext> contexts) {
        return contexts.stream().map(this::visit).toList();
    }

    TypeTerm type(WaveParser.TypeContext context) {
        Place place = reading.place(context);
        if (context instanceof WaveParser.FlagsTypeContext flags) {
            return new TypeTerm.FlagsOf(reading.name(flags.NAME()), place);
        }
        if (context instanceof WaveParser.RangeTypeContext range) {
            return new TypeTerm.RangeOf(visit(range.sum(0)), visit(range.sum(1)), place);
        }
        if (context instanceof WaveParser.NamedTypeContext named) {
            return new TypeTerm.Named(reading.name(named.NAME()), place);
        }
        return new TypeTerm.Builtin(context.getText(), place);
    }

    List<Declaration.Param> params(WaveParser.ParamsContext context) {
        return context == null
                ? List.of()
                : context.param().stream()
                        .map(param -> new Declaration.Param(reading.name(param.NAME()), type(param.type())))
                        .toList();
    }

    @Override
    public Term visitNot(WaveParser.NotContext context) {
        return new Term.Not(visit(context.expr()), reading.place(context));
    }

    @Override
    public Term visitAnd(WaveParser.AndContext context) {
        return logic(Term.Word.AND, context.expr(), context);
    }

    @Override
    public Term visitOr(WaveParser.OrContext context) {
        return logic(Term.Word.OR, context.expr(), context);
    }

    @Override
    public Term visitImplies(WaveParser.ImpliesContext context) {
        return logic(Term.Word.IMPLIES, context.expr(), context);
    }

    private Term logic(Term.Word word, List<WaveParser.ExprContext> sides, ParserRuleContext context) {
        return new Term.Logic(word, visit(sides.get(0)), visit(sides.get(1)), reading.place(context));
    }

    @Override
    public Term visitConditional(WaveParser.ConditionalContext context) {
        return new Term.IfTerm(
                visit(context.expr(0)), visit(context.expr(1)), visit(context.expr(2)), reading.place(context));
    }

    @Override
    public Term visitForPeers(WaveParser.ForPeersContext context) {
        Optional<Name> other = Optional.ofNullable(context.NAME(1)).map(reading::name);
        boolean all = context.quantifier.getText().equals("all");
        return new Term.PeersTerm(
                all, reading.name(context.NAME(0)), other, visit(context.expr()), reading.place(context));
    }

    @Override
    public Term visitInFlight(WaveParser.InFlightContext context) {
        Term.Amount amount = switch (context.quantifier.getText()) {
            case "all" -> Term.Amount.ALL;
            case "some" -> Term.Amount.SOME;
            default -> Term.Amount.NO;
        };
        return new Term.FlightTerm(amount, reading.name(context.NAME()), visit(context.expr()), reading.place(context));
    }

    @Override
    public Term visitCompare(WaveParser.CompareContext context) {
        return visit(context.comparison());
    }

    @Override
    public Term visitPlainSum(WaveParser.PlainSumContext context) {
        return visit(context.sum());
    }

    @Override
    public Term visitChain(WaveParser.ChainContext context) {
        List<Term.Step> steps = new ArrayList<>();
        for (int i = 0; i < context.comparator().size(); i++) {
            Place place = reading.place(context.comparator(i));
            steps.add(
                    new Term.Step(operator(context.comparator(i).getText(), place), visit(context.sum(i + 1)), place));
        }
        return new Term.Comparison(visit(context.sum(0)), List.copyOf(steps), reading.place(context));
    }

    private String operator(String written, Place place) {
        String here = FOREIGN.get(written);
        if (here == null) {
            return written;
        }
        reading.diagnostics()
                .add(Diagnostic.of(
                                DiagnosticCode.FOREIGN_OPERATOR,
                                place,
                                "`" + written + "` is no comparison of this language")
                        .note("comparisons are written as in the RFC: = /= < =< > >=")
                        .help("write `" + here + "`"));
        return here;
    }

    @Override
    public Term visitHas(WaveParser.HasContext context) {
        return new Term.Has(visit(context.sum()), reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Term visitInStates(WaveParser.InStatesContext context) {
        return new Term.In(visit(context.sum()), reading.names(context.NAME()), reading.place(context));
    }

    @Override
    public Term visitIsRunning(WaveParser.IsRunningContext context) {
        return new Term.Running(reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Term visitSum(WaveParser.SumContext context) {
        return context.op == null
                ? visit(context.product())
                : arithmetic(context.op.getText(), visit(context.sum()), visit(context.product()), context);
    }

    @Override
    public Term visitProduct(WaveParser.ProductContext context) {
        return context.op == null
                ? visit(context.unary())
                : arithmetic(context.op.getText(), visit(context.product()), visit(context.unary()), context);
    }

    private Term arithmetic(String op, Term left, Term right, ParserRuleContext context) {
        return new Term.Arithmetic(op.charAt(0), left, right, reading.place(context));
    }

    @Override
    public Term visitUnary(WaveParser.UnaryContext context) {
        return context.primary() != null
                ? visit(context.primary())
                : new Term.Negate(visit(context.unary()), reading.place(context));
    }

    @Override
    public Term visitIntLiteral(WaveParser.IntLiteralContext context) {
        return new Term.IntTerm(reading.integer(context.INT()), reading.place(context));
    }

    @Override
    public Term visitDurationLiteral(WaveParser.DurationLiteralContext context) {
        return new Term.DurationTerm(reading.nanos(context.DURATION()), reading.place(context));
    }

    @Override
    public Term visitTicksLiteral(WaveParser.TicksLiteralContext context) {
        return new Term.TicksTerm(reading.integer(context.INT()), reading.place(context));
    }

    @Override
    public Term visitForeverLiteral(WaveParser.ForeverLiteralContext context) {
        return new Term.DurationTerm(Long.MAX_VALUE, reading.place(context));
    }

    @Override
    public Term visitTrueLiteral(WaveParser.TrueLiteralContext context) {
        return new Term.BoolTerm(true, reading.place(context));
    }

    @Override
    public Term visitFalseLiteral(WaveParser.FalseLiteralContext context) {
        return new Term.BoolTerm(false, reading.place(context));
    }

    @Override
    public Term visitStateValue(WaveParser.StateValueContext context) {
        return new Term.StateTerm(reading.place(context));
    }

    @Override
    public Term visitNextValue(WaveParser.NextValueContext context) {
        return new Term.NextTerm(visit(context.expr()), reading.place(context));
    }

    @Override
    public Term visitApply(WaveParser.ApplyContext context) {
        return new Term.Apply(reading.name(context.NAME()), args(context.args()), reading.place(context));
    }

    @Override
    public Term visitSlice(WaveParser.SliceContext context) {
        return new Term.SliceTerm(
                reading.name(context.NAME()), visit(context.expr(0)), visit(context.expr(1)), reading.place(context));
    }

    @Override
    public Term visitName(WaveParser.NameContext context) {
        return new Term.Ref(reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Term visitParenthesized(WaveParser.ParenthesizedContext context) {
        return visit(context.expr());
    }

    Action.FieldValue field(WaveParser.SegmentFieldContext context) {
        Name name = reading.name(context.NAME());
        Place place = reading.place(context);
        if (context.sum() != null) {
            return new Action.FieldValue(name, visit(context.sum()), place);
        }
        List<Term.Flag> flags = new ArrayList<>();
        context.flag().forEach(flag -> flags.add(flag(flag.NAME(), flag.primary())));
        WaveParser.ConditionalFlagContext single = context.conditionalFlag();
        if (single != null) {
            flags.add(flag(single.NAME(), single.primary()));
        }
        ParserRuleContext first = single != null ? single : context.flag(0);
        ParserRuleContext last =
                single != null ? single : context.flag(context.flag().size() - 1);
        Place listPlace = reading.span(first.getStart(), last.getStop());
        return new Action.FieldValue(name, new Term.FlagList(List.copyOf(flags), listPlace), place);
    }

    private Term.Flag flag(TerminalNode name, WaveParser.PrimaryContext condition) {
        return new Term.Flag(reading.name(name), optional(condition));
    }
}
