package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.StatementVisitor;
import io.fourwave.spec.ir.Type;
import java.util.List;

/**
 * Spells the statements of one method. What ends the step returns from the method: true from one that can say so, to whoever called
 * it.
 */
final class StatementWriter implements StatementVisitor<Void> {
    private final MachineContext context;
    private final Locals locals;
    private final ExpressionWriter expressions;
    private final boolean saysWhetherStopped;
    private CodeBlock.Builder code = CodeBlock.builder();
    /** The statement being written is the method's last: nothing is left that a return would skip. */
    private boolean last;
    /** The statement after the one being written ends the step, and has no more to say. */
    private boolean stopFollows;

    /** @param saysWhetherStopped the method returns true when the step is over, false when it goes on */
    StatementWriter(MachineContext context, Locals locals, boolean saysWhetherStopped) {
        this.context = context;
        this.locals = locals;
        this.expressions = new ExpressionWriter(context, locals);
        this.saysWhetherStopped = saysWhetherStopped;
    }

    /** The method's statements, with its return. */
    CodeBlock body(List<Statement> statements) {
        boolean returned = block(statements, true);
        if (saysWhetherStopped && !returned) {
            code.addStatement("return false");
        }
        return code.build();
    }

    /** Returns whether the last statement written returns. */
    private boolean block(List<Statement> statements, boolean endsMethod) {
        boolean returned = false;
        List<Statement> real = Statements.real(statements);
        for (int i = 0; i < real.size() && !returned; i++) {
            Statement statement = real.get(i);
            code.add(Comments.lines(statement.doc()));
            last = endsMethod && i == real.size() - 1;
            stopFollows = i < real.size() - 1 && plainStop(real.get(i + 1));
            boolean tailCall =
                    last && saysWhetherStopped && statement instanceof Statement.Perform perform && mayStop(perform);
            statement.accept(this);
            returned = tailCall || Statements.endsForJava(statement);
        }
        last = false;
        return returned;
    }

    private void nested(List<Statement> statements) {
        boolean endsMethod = last && !saysWhetherStopped;
        locals.open();
        block(statements, endsMethod);
        locals.close();
    }

    private static boolean plainStop(Statement statement) {
        return statement instanceof Statement.Stop
                || statement instanceof Statement.Return returns && returns.error() == null;
    }

    private boolean mayStop(Statement.Perform perform) {
        return context.mayStop(context.procedure(perform.procedure()));
    }

    private void stopStep() {
        if (saysWhetherStopped) {
            code.addStatement("return true");
        } else if (!last) {
            code.addStatement("return");
        }
    }

    @Override
    public Void assign(Statement.Assign node) {
        code.addStatement("$L = $L", context.names().variable(node.variable()), expressions.block(node.value()));
        return null;
    }

    @Override
    public Void let(Statement.Let node) {
        CodeBlock value = expressions.block(node.value());
        Protocol.Local local = node.local();
        String name = locals.declare(local.name(), Naming.value(local.name(), local.type()));
        code.addStatement("$T $L = $L", context.types().java(local.type()), name, value);
        return null;
    }

    @Override
    public Void choose(Statement.Choose node) {
        Protocol.Local local = node.choice().local();
        CodeBlock value = chosen(context, expressions, node.choice());
        String name = locals.declare(local.name(), Naming.value(local.name(), local.type()));
        code.addStatement("$T $L = $L", context.types().java(local.type()), name, value);
        return null;
    }

    /** The call that makes a choice: its bounds where it has some, then the hints. */
    static CodeBlock chosen(MachineContext context, ExpressionWriter expressions, Machine.Choice choice) {
        CodeBlock.Builder args = CodeBlock.builder();
        boolean bounded = ChoiceSites.bounded(choice.policy());
        if (bounded) {
            args.add(bounds(expressions, choice));
        }
        args.add(expressions.args(choice.policy().params(), choice.hints(), bounded));
        return CodeBlock.of("$L($L)", context.choices().of(choice).method(), args.build());
    }

    private static CodeBlock bounds(ExpressionWriter expressions, Machine.Choice choice) {
        Type type = choice.local().type();
        if (!(type instanceof Type.Range) && choice.policy().result() instanceof Type.Range) {
            type = choice.policy().result();
        }
        if (type instanceof Type.Range range) {
            return CodeBlock.of("$L,$W$L", expressions.block(range.low()), expressions.block(range.high()));
        }
        return Types.kindOf(type) == Types.Kind.DURATION
                ? CodeBlock.of("0,$W$T.FOREVER", RuntimeNames.NANOS)
                : CodeBlock.of("$T.MIN_VALUE,$W$T.MAX_VALUE", Integer.class, Integer.class);
    }

    @Override
    public Void when(Statement.When node) {
        boolean outerLast = last;
        List<Statement> then = Statements.real(node.then());
        List<Statement> otherwise = Statements.real(node.otherwise());
        if (then.isEmpty() && !otherwise.isEmpty()) {
            code.beginControlFlow("if ($L)", expressions.not(node.condition()).block());
            nested(otherwise);
            code.endControlFlow();
            return null;
        }
        code.beginControlFlow("if ($L)", expressions.block(node.condition()));
        nested(then);
        while (otherwise.size() == 1
                && otherwise.get(0) instanceof Statement.When chained
                && chained.doc().isBlank()
                && !Statements.real(chained.then()).isEmpty()) {
            code.nextControlFlow("else if ($L)", expressions.block(chained.condition()));
            last = outerLast;
            nested(chained.then());
            otherwise = Statements.real(chained.otherwise());
        }
        if (!otherwise.isEmpty()) {
            code.nextControlFlow("else");
            last = outerLast;
            nested(otherwise);
        }
        code.endControlFlow();
        return null;
    }

    @Override
    public Void byState(Statement.ByState node) {
        boolean outerLast = last;
        code.beginControlFlow("switch (state)");
        for (Statement.Arm arm : node.arms()) {
            code.add(Comments.lines(arm.doc()));
            CodeBlock.Builder outer = code;
            code = CodeBlock.builder();
            if (arm.target() != null) {
                enter(arm.target());
            }
            last = outerLast;
            nested(arm.body());
            CodeBlock body = code.build();
            code = outer;
            arm(arm, body);
        }
        code.endControlFlow();
        return null;
    }

    private void arm(Statement.Arm arm, CodeBlock body) {
        CodeBlock states = states(arm.states());
        if (body.isEmpty()) {
            code.add("case $L -> {}\n", states);
        } else if (singleExpression(arm)) {
            code.add("case $L -> $L", states, body);
        } else {
            code.beginControlFlow("case $L ->", states).add(body).endControlFlow();
        }
    }

    /** Whether the arm's code is one expression statement, which needs no braces. */
    private boolean singleExpression(Statement.Arm arm) {
        List<Statement> body = Statements.real(arm.body());
        if (arm.target() != null || body.size() != 1) {
            return body.isEmpty();
        }
        Statement only = body.get(0);
        boolean simple = only instanceof Statement.Assign
                || only instanceof Statement.Goto
                || only instanceof Statement.BackOff
                || only instanceof Statement.Notify
                || only instanceof Statement.DeleteTcb
                || only instanceof Statement.Inform
                || only instanceof Statement.OnStream
                || only instanceof Statement.StartTimer start && !start.unlessRunning()
                || only instanceof Statement.CancelTimers cancel
                        && cancel.timers().size() == 1
                || only instanceof Statement.Perform perform && !mayStop(perform);
        return simple && only.doc().isBlank();
    }

    static CodeBlock states(List<Machine.State> states) {
        return states.stream()
                .map(state -> CodeBlock.of("$L", Naming.constant(state.name())))
                .collect(CodeBlock.joining(",$W"));
    }

    @Override
    public Void send(Statement.Send node) {
        List<Protocol.Field> fields = context.protocol().segment().fields();
        code.addStatement("draft()");
        for (int i = 0; i < fields.size(); i++) {
            Protocol.Field field = fields.get(i);
            Expr value = node.values().get(i);
            if (field.kind() != DataKind.GHOST && value != null && !value.equals(field.defaultValue())) {
                field(context.names().segmentField(field.name()), value);
            }
        }
        code.addStatement("send()");
        return null;
    }

    /** The fields as they are when a send does not name them. */
    CodeBlock defaults() {
        code.addStatement("out.clear()");
        for (Protocol.Field field : context.fields()) {
            if (field.defaultValue() != null) {
                field(context.names().segmentField(field.name()), field.defaultValue());
            }
        }
        return code.build();
    }

    private void field(String name, Expr value) {
        if (value instanceof Expr.Slice slice) {
            code.addStatement("$L", expressions.slice(slice, "out." + name).block());
        } else if (Types.kindOf(value.type()) == Types.Kind.OCTETS) {
            code.addStatement("out.$L.wrap($L)", name, expressions.block(value));
        } else {
            code.addStatement("out.$L = $L", name, expressions.block(value));
        }
    }

    @Override
    public Void goTo(Statement.Goto node) {
        enter(node.target());
        return null;
    }

    private void enter(Machine.State state) {
        code.addStatement("enter($T.$L)", context.classes().state(), Naming.constant(state.name()));
    }

    @Override
    public Void startTimer(Statement.StartTimer node) {
        MemberNames.TimerNames timer = context.names().timer(node.timer().name());
        if (node.unlessRunning()) {
            code.beginControlFlow("if ($L == OFF)", timer.deadline());
        }
        code.addStatement("$L()", context.use("start" + timer.pascal()));
        if (node.unlessRunning()) {
            code.endControlFlow();
        }
        return null;
    }

    @Override
    public Void backOff(Statement.BackOff node) {
        code.addStatement(
                "$L()",
                context.use(
                        "backOff" + context.names().timer(node.timer().name()).pascal()));
        return null;
    }

    @Override
    public Void cancelTimers(Statement.CancelTimers node) {
        for (Machine.Timer timer : node.timers()) {
            code.addStatement(
                    "$L()",
                    context.use("cancel" + context.names().timer(timer.name()).pascal()));
        }
        return null;
    }

    @Override
    public Void deleteTcb(Statement.DeleteTcb node) {
        code.addStatement("$L()", context.use("deleteTcb"));
        return null;
    }

    @Override
    public Void onStream(Statement.OnStream node) {
        CodeBlock args = node.args().stream().map(expressions::block).collect(CodeBlock.joining(",$W"));
        code.addStatement(
                "$L.$L($L)",
                context.names().stream(node.stream()),
                Naming.camel(node.op().name()),
                args);
        return null;
    }

    @Override
    public Void notice(Statement.Notify node) {
        code.addStatement(
                "notifyUser($T.$L)",
                context.classes().notice(),
                Naming.constant(node.notice().name()));
        return null;
    }

    @Override
    public Void returns(Statement.Return node) {
        if (node.error() != null) {
            code.addStatement(
                    "fail($T.$L)",
                    context.classes().callError(),
                    Naming.constant(node.error().name()));
        }
        stopStep();
        return null;
    }

    @Override
    public Void inform(Statement.Inform node) {
        code.addStatement(
                "policies.$L(nowNanos$L)",
                context.names().policy(node.policy().name()),
                expressions.args(node.policy().params(), node.args(), true));
        return null;
    }

    @Override
    public Void perform(Statement.Perform node) {
        Machine.Procedure procedure = context.procedure(node.procedure());
        CodeBlock call = CodeBlock.of(
                "$L($L$L)",
                context.use(context.names().procedure(node.procedure())),
                procedure.usesSegment() ? "seg" : "",
                expressions.args(procedure.params(), node.args(), procedure.usesSegment()));
        if (!mayStop(node) || stopFollows || last && !saysWhetherStopped) {
            code.addStatement("$L", call);
        } else if (last) {
            code.addStatement("return $L", call);
        } else {
            code.beginControlFlow("if ($L)", call);
            stopStep();
            code.endControlFlow();
        }
        return null;
    }

    @Override
    public Void stop(Statement.Stop node) {
        stopStep();
        return null;
    }

    @Override
    public Void ignore(Statement.Ignore node) {
        if (node.doc().isBlank()) {
            code.add("// nothing happens\n");
        }
        return null;
    }
}
