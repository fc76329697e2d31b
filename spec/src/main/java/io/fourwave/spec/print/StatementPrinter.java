package io.fourwave.spec.print;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StatementVisitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Statements, a line each; what is not plain says so in front. */
final class StatementPrinter implements StatementVisitor<Void> {
    private final Lines lines;

    StatementPrinter(Lines lines) {
        this.lines = lines;
    }

    void block(List<Statement> statements) {
        lines.inside(() -> statements.forEach(statement -> statement.accept(this)));
    }

    private Void line(DataKind kind, String text) {
        lines.line(ExprPrinter.kind(kind) + text);
        return null;
    }

    static String choice(Machine.Choice choice) {
        return "choose " + ExprPrinter.local(choice.local()) + " by "
                + choice.policy().name() + "(" + ExprPrinter.list(choice.hints()) + ")";
    }

    @Override
    public Void assign(Statement.Assign node) {
        return line(node.kind(), node.variable() + " := " + ExprPrinter.text(node.value()));
    }

    @Override
    public Void let(Statement.Let node) {
        return line(
                node.kind(),
                "let " + node.local().name() + " : "
                        + ExprPrinter.type(node.local().type()) + " = " + ExprPrinter.text(node.value()));
    }

    @Override
    public Void choose(Statement.Choose node) {
        return line(node.kind(), choice(node.choice()));
    }

    @Override
    public Void when(Statement.When node) {
        line(node.kind(), "when " + ExprPrinter.text(node.condition()));
        block(node.then());
        if (!node.otherwise().isEmpty()) {
            lines.line("else");
            block(node.otherwise());
        }
        return null;
    }

    @Override
    public Void byState(Statement.ByState node) {
        line(node.kind(), "by state");
        lines.inside(() -> node.arms().forEach(arm -> {
            String target = arm.target() == null ? "" : " -> " + arm.target().name();
            lines.line(ExprPrinter.states(arm.states()) + target);
            block(arm.body());
        }));
        return null;
    }

    @Override
    public Void send(Statement.Send node) {
        return line(
                node.kind(),
                "send " + node.values().stream().map(ExprPrinter::text).collect(Collectors.joining(" | ")));
    }

    @Override
    public Void goTo(Statement.Goto node) {
        return line(node.kind(), "-> " + node.target().name());
    }

    @Override
    public Void startTimer(Statement.StartTimer node) {
        return line(node.kind(), "start " + node.timer().name() + (node.unlessRunning() ? " unless running" : ""));
    }

    @Override
    public Void backOff(Statement.BackOff node) {
        return line(node.kind(), "back off " + node.timer().name());
    }

    @Override
    public Void cancelTimers(Statement.CancelTimers node) {
        return line(
                node.kind(),
                "cancel " + node.timers().stream().map(Machine.Timer::name).collect(Collectors.joining(", ")));
    }

    @Override
    public Void deleteTcb(Statement.DeleteTcb node) {
        return line(node.kind(), "delete TCB");
    }

    @Override
    public Void onStream(Statement.OnStream node) {
        String op = node.op().name().toLowerCase(Locale.ROOT);
        return line(node.kind(), node.stream().name() + "." + op + "(" + ExprPrinter.list(node.args()) + ")");
    }

    @Override
    public Void notice(Statement.Notify node) {
        return line(node.kind(), "notify " + node.notice().name());
    }

    @Override
    public Void returns(Statement.Return node) {
        return line(
                node.kind(),
                node.error() == null
                        ? "return ok"
                        : "return error " + node.error().name());
    }

    @Override
    public Void inform(Statement.Inform node) {
        return line(node.kind(), "inform " + node.policy().name() + "(" + ExprPrinter.list(node.args()) + ")");
    }

    @Override
    public Void perform(Statement.Perform node) {
        return line(node.kind(), "perform " + node.procedure() + "(" + ExprPrinter.list(node.args()) + ")");
    }

    @Override
    public Void stop(Statement.Stop node) {
        return line(node.kind(), "stop");
    }

    @Override
    public Void ignore(Statement.Ignore node) {
        return line(node.kind(), "ignore");
    }
}
