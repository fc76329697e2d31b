package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements that only change the TCB: assignments, sends, timers, streams. Where {@code notes} are taken (the module that tells
 * counterexamples) each also writes down the rule it stands in.
 */
final class Updates {
    private final Protocol protocol;
    private final ExprWriter expressions;
    private final Facts facts;
    private final Names names;
    private final boolean notes;

    Updates(Protocol protocol, ExprWriter expressions, Facts facts, Names names, boolean notes) {
        this.protocol = protocol;
        this.expressions = expressions;
        this.facts = facts;
        this.names = names;
        this.notes = notes;
    }

    Set<String> reads(Expr expr) {
        return facts.reads(expr);
    }

    private void note(Block block, String what, String name, String datum) {
        if (notes) {
            String rule = block.reading(Set.of()) + ".rule";
            block.update("trail", "!.trail = Append(@, " + noted(what, rule, name, datum) + ")");
        }
    }

    private static String noted(String what, String rule, String name, String datum) {
        return "Note(" + Values.quoted(what) + ", " + rule + ", " + Values.quoted(name) + ", " + datum + ")";
    }

    void ends(Statement statement, Block block, boolean last) {
        if (statement instanceof Statement.Return returns) {
            note(
                    block,
                    "returned",
                    returns.error() == null ? "ok" : returns.error().name(),
                    "0");
        }
        if (!last) {
            block.update("stopped", "!.stopped = TRUE");
        }
    }

    /** What a choice does once its value is known: starts its timer, or nothing but to be known. */
    void chosen(Statement statement, Machine.Choice choice, String value, Block block, Scope scope) {
        if (statement instanceof Statement.StartTimer start) {
            choseUnlessRunning(start, choice, value, block);
            start(start, value, block);
        } else {
            note(block, "chose", choice.local().name(), value);
            if (statement instanceof Statement.BackOff backOff) {
                backOff(backOff.timer(), value, block, scope);
            }
        }
    }

    /** Nothing is chosen for a timer that runs already and is left alone. */
    private void choseUnlessRunning(Statement.StartTimer start, Machine.Choice choice, String value, Block block) {
        if (notes && start.unlessRunning()) {
            String timer = start.timer().name();
            String tcb = block.reading(Set.of(Facts.timer(timer)));
            block.update(
                    "trail",
                    "!.trail = IF " + tcb + "." + names.timer(timer) + " >= 0 THEN @ ELSE Append(@, "
                            + noted("chose", tcb + ".rule", choice.local().name(), value) + ")");
        } else {
            note(block, "chose", choice.local().name(), value);
        }
    }

    void apply(Statement statement, Block block, Scope scope) {
        if (statement instanceof Statement.Assign assign) {
            String tcb = block.reading(facts.reads(assign.value()));
            String field = names.variable(assign.variable());
            block.update(
                    Facts.variable(assign.variable()),
                    "!." + field + " = " + expressions.write(assign.value(), scope.at(tcb)));
        } else if (statement instanceof Statement.Send send) {
            send(send, block, scope);
        } else if (statement instanceof Statement.Goto goTo) {
            enter(goTo.target(), block);
        } else if (statement instanceof Statement.StartTimer start) {
            String tcb = block.reading(facts.reads(start.timer().after()));
            start(start, expressions.write(start.timer().after(), scope.at(tcb)), block);
        } else if (statement instanceof Statement.BackOff backOff) {
            String tcb = block.reading(facts.reads(backOff.timer().after()));
            backOff(backOff.timer(), expressions.operand(backOff.timer().after(), scope.at(tcb)), block, scope);
        } else if (statement instanceof Statement.CancelTimers cancel) {
            cancel.timers().forEach(timer -> stop(timer, block));
        } else if (statement instanceof Statement.DeleteTcb) {
            note(block, "deleted", "", "0");
            block.become("Deleted(" + block.settle() + ")");
        } else if (statement instanceof Statement.OnStream onStream) {
            stream(onStream, block, scope);
        } else if (statement instanceof Statement.Notify notify) {
            note(block, "notified", notify.notice().name(), "0");
        } else {
            throw new IllegalStateException("no update: " + statement);
        }
    }

    /** Where streams' histories are kept, a successor of a deleted TCB begins them anew; see {@code Entered}. */
    private void enter(Machine.State target, Block block) {
        if (facts.anyHistory() && !target.equals(protocol.machine().initial())) {
            block.become("Entered(" + block.settle() + ", " + Values.quoted(target.name()) + ")");
        } else {
            block.update(Facts.STATE, "!.state = " + Values.quoted(target.name()));
        }
    }

    private void send(Statement.Send send, Block block, Scope scope) {
        Set<String> parts = new HashSet<>();
        send.values().stream().filter(value -> value != null).forEach(value -> parts.addAll(facts.reads(value)));
        Scope here = scope.at(block.reading(parts));
        List<String> fields = new ArrayList<>();
        List<Protocol.Field> declared = protocol.segment().fields();
        for (int i = 0; i < declared.size(); i++) {
            Protocol.Field field = declared.get(i);
            if (field.kind() != DataKind.RUNTIME && facts.ghosts().isNeeded(field)) {
                Expr value = send.values().get(i);
                String text = value == null ? Values.zero(field.type()) : expressions.write(value, here);
                fields.add(Names.segmentField(field.name()) + " |-> " + text);
            }
        }
        note(block, "sent", "", "0");
        block.update("sent", "!.sent = Append(@, " + Layout.record(fields) + ")");
    }

    private void start(Statement.StartTimer start, String interval, Block block) {
        Machine.Timer timer = start.timer();
        String field = names.timer(timer.name());
        if (start.unlessRunning()) {
            String tcb = block.reading(Set.of(Facts.timer(timer.name())));
            if (facts.retriesCount(timer.name())) {
                block.update(
                        Facts.timer(timer.name()),
                        "!." + names.retries(timer.name()) + " = IF " + tcb + "." + field + " >= 0 THEN @ ELSE 0");
            }
            block.update(Facts.timer(timer.name()), "!." + field + " = IF @ >= 0 THEN @ ELSE Armed(" + interval + ")");
        } else {
            block.update(Facts.timer(timer.name()), "!." + field + " = Armed(" + interval + ")");
            resetRetries(timer, block);
        }
    }

    private void stop(Machine.Timer timer, Block block) {
        block.update(Facts.timer(timer.name()), "!." + names.timer(timer.name()) + " = -1");
        resetRetries(timer, block);
    }

    private void resetRetries(Machine.Timer timer, Block block) {
        if (facts.retriesCount(timer.name())) {
            block.update(Facts.timer(timer.name()), "!." + names.retries(timer.name()) + " = 0");
        }
    }

    private void backOff(Machine.Timer timer, String base, Block block, Scope scope) {
        Set<String> parts = new HashSet<>(Set.of(Facts.timer(timer.name())));
        if (timer.max() != null) {
            parts.addAll(facts.reads(timer.max()));
        }
        String tcb = block.reading(parts);
        String interval = base;
        if (timer.factor() > 1) {
            interval = base + " * " + timer.factor() + "^(" + tcb + "." + names.retries(timer.name()) + " + 1)";
        }
        if (timer.max() != null) {
            interval = "Min(" + interval + ", " + expressions.write(timer.max(), scope.at(tcb)) + ")";
        }
        block.update(Facts.timer(timer.name()), "!." + names.timer(timer.name()) + " = Armed(" + interval + ")");
        if (facts.retriesCount(timer.name())) {
            block.update(Facts.timer(timer.name()), "!." + names.retries(timer.name()) + " = @ + 1");
        }
    }

    private void stream(Statement.OnStream statement, Block block, Scope scope) {
        Machine.Stream stream = statement.stream();
        String part = Facts.stream(stream.name());
        Set<String> parts = new HashSet<>(Set.of(part));
        statement.args().forEach(arg -> parts.addAll(facts.reads(arg)));
        String tcb = block.reading(parts);
        List<String> args = statement.args().stream()
                .map(arg -> expressions.write(arg, scope.at(tcb)))
                .toList();
        String held = names.stream(stream.name());
        String ahead = names.ahead(stream.name());
        switch (statement.op()) {
            case APPEND -> {
                block.update(part, "!." + held + " = Appended(@, " + args.get(0) + ", " + names.capacity(stream) + ")");
                remember(stream, args.get(0), block);
            }
            case RELEASE, TAKE -> block.update(part, "!." + held + " = Released(@, " + args.get(0) + ")");
            case PLACE ->
                block.update(
                        part,
                        "!." + ahead + " = Placed(@, " + names.capacity(stream) + " - Len(" + tcb + "." + held + "), "
                                + args.get(0) + ", " + args.get(1) + ")");
            case COMMIT -> {
                String front = "Front(" + tcb + "." + ahead + ", " + args.get(0) + ")";
                block.update(part, "!." + held + " = @ \\o " + front);
                remember(stream, front, block);
                block.update(part, "!." + ahead + " = Shifted(@, " + args.get(0) + ")");
            }
            case CLEAR -> {
                block.update(part, "!." + held + " = <<>>");
                if (stream.kind() == Machine.StreamKind.RECEIVE) {
                    block.update(part, "!." + ahead + " = {}");
                }
            }
        }
    }

    private void remember(Machine.Stream stream, String tokens, Block block) {
        if (facts.historyKept(stream.name())) {
            block.update(Facts.stream(stream.name()), "!." + names.history(stream.name()) + " = @ \\o " + tokens);
        }
    }

    /** The bounds of a variable whose declared type has any, as a condition; null when it has none. */
    String withinBounds(Machine.Variable variable, String tcb, Scope scope) {
        if (!(variable.type() instanceof Type.Range range)) {
            return null;
        }
        String value = tcb + "." + names.variable(variable.name());
        return expressions.operand(range.low(), scope) + " =< " + value + " /\\ " + value + " =< "
                + expressions.operand(range.high(), scope);
    }
}
