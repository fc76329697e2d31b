package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads blocks of statements. */
final class ActionReader extends WaveBaseVisitor<Action> {
    private final Reading reading;
    private final TermReader terms;

    ActionReader(Reading reading, TermReader terms) {
        this.reading = reading;
        this.terms = terms;
    }

    Action.Block block(WaveParser.BlockContext context) {
        return new Action.Block(statements(context.statement()), reading.place(context));
    }

    List<Stmt> statements(List<WaveParser.StatementContext> contexts) {
        List<Stmt> statements = new ArrayList<>();
        for (WaveParser.StatementContext context : contexts) {
            if (context.action() != null) {
                statements.add(new Stmt(
                        visit(context.action()),
                        reading.doc(context.doc()),
                        reading.tags(context.tags()),
                        reading.place(context.action())));
            }
        }
        return List.copyOf(statements);
    }

    /** The statements of {@code -> target { block }}; the block may be missing. */
    Action.Block enter(TerminalNode target, WaveParser.BlockContext block) {
        Name name = reading.name(target);
        List<Stmt> statements = new ArrayList<>();
        statements.add(new Stmt(new Action.Goto(name, name.place()), "", List.of(), name.place()));
        if (block != null) {
            statements.addAll(statements(block.statement()));
        }
        return new Action.Block(List.copyOf(statements), block == null ? name.place() : reading.place(block));
    }

    Action.ChoiceTerm choice(WaveParser.ChoiceContext context) {
        return new Action.ChoiceTerm(
                reading.name(context.NAME(0)),
                terms.type(context.type()),
                reading.name(context.NAME(1)),
                terms.args(context.args()),
                reading.place(context));
    }

    @Override
    public Action visitAssign(WaveParser.AssignContext context) {
        return new Action.Assign(reading.name(context.NAME()), terms.visit(context.expr()), reading.place(context));
    }

    @Override
    public Action visitLet(WaveParser.LetContext context) {
        return new Action.Let(reading.name(context.NAME()), terms.visit(context.expr()), reading.place(context));
    }

    @Override
    public Action visitChoose(WaveParser.ChooseContext context) {
        return new Action.Choose(choice(context.choice()), reading.place(context));
    }

    @Override
    public Action visitWhen(WaveParser.WhenContext context) {
        return when(context.whenAction());
    }

    private Action.When when(WaveParser.WhenActionContext context) {
        Action.Block otherwise = new Action.Block(List.of(), reading.place(context));
        if (context.block(1) != null) {
            otherwise = block(context.block(1));
        } else if (context.whenAction() != null) {
            Action.When nested = when(context.whenAction());
            otherwise = new Action.Block(List.of(new Stmt(nested, "", List.of(), nested.place())), nested.place());
        }
        return new Action.When(terms.visit(context.expr()), block(context.block(0)), otherwise, reading.place(context));
    }

    @Override
    public Action visitUnless(WaveParser.UnlessContext context) {
        Place place = reading.place(context);
        Term condition = terms.visit(context.expr());
        return new Action.When(
                new Term.Not(condition, condition.place()),
                block(context.block()),
                new Action.Block(List.of(), place),
                place);
    }

    @Override
    public Action visitByState(WaveParser.ByStateContext context) {
        return new Action.ByState(context.arm().stream().map(this::arm).toList(), reading.place(context));
    }

    private Action.ArmPart arm(WaveParser.ArmContext context) {
        List<TerminalNode> names = context.NAME();
        boolean goes = context.getChildCount() > 0
                && context.children.stream().anyMatch(child -> child.getText().equals("->"));
        boolean otherwise =
                context.children.stream().anyMatch(child -> child.getText().equals("else"));
        int states = otherwise ? 0 : goes ? names.size() - 1 : names.size();
        boolean ignored = context.block() == null && !goes;
        Place place = reading.place(context);
        Action.Block body = context.block() == null ? new Action.Block(List.of(), place) : block(context.block());
        Optional<Name> target = goes ? Optional.of(reading.name(names.get(names.size() - 1))) : Optional.empty();
        return new Action.ArmPart(
                reading.names(names.subList(0, states)),
                target,
                body,
                ignored,
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                place);
    }

    @Override
    public Action visitSend(WaveParser.SendContext context) {
        return new Action.Send(context.segmentField().stream().map(terms::field).toList(), reading.place(context));
    }

    @Override
    public Action visitGoto(WaveParser.GotoContext context) {
        return new Action.Goto(reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Action visitStart(WaveParser.StartContext context) {
        boolean unlessRunning = context.getChildCount() > 2;
        return new Action.Start(reading.name(context.NAME()), unlessRunning, reading.place(context));
    }

    @Override
    public Action visitRestart(WaveParser.RestartContext context) {
        return new Action.Start(reading.name(context.NAME()), false, reading.place(context));
    }

    @Override
    public Action visitBackOff(WaveParser.BackOffContext context) {
        return new Action.BackOff(reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Action visitCancel(WaveParser.CancelContext context) {
        return new Action.Cancel(reading.names(context.NAME()), reading.place(context));
    }

    @Override
    public Action visitCancelAll(WaveParser.CancelAllContext context) {
        return new Action.CancelAll(reading.names(context.NAME()), reading.place(context));
    }

    @Override
    public Action visitDeleteTcb(WaveParser.DeleteTcbContext context) {
        return new Action.DeleteTcb(reading.place(context));
    }

    @Override
    public Action visitNotify(WaveParser.NotifyContext context) {
        return new Action.Notify(reading.name(context.NAME()), reading.place(context));
    }

    @Override
    public Action visitReturn(WaveParser.ReturnContext context) {
        return new Action.Return(Optional.ofNullable(context.NAME()).map(reading::name), reading.place(context));
    }

    @Override
    public Action visitInform(WaveParser.InformContext context) {
        return new Action.Inform(reading.name(context.NAME()), terms.args(context.args()), reading.place(context));
    }

    @Override
    public Action visitStop(WaveParser.StopContext context) {
        return new Action.Stop(reading.place(context));
    }

    @Override
    public Action visitIgnore(WaveParser.IgnoreContext context) {
        return new Action.Ignore(reading.place(context));
    }

    @Override
    public Action visitPerform(WaveParser.PerformContext context) {
        return new Action.Perform(reading.name(context.NAME()), terms.args(context.args()), reading.place(context));
    }
}
