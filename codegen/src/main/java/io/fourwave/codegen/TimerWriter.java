package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import javax.lang.model.element.Modifier;

/** Starting, backing off and cancelling each timer. */
final class TimerWriter {
    private final MachineContext context;

    TimerWriter(MachineContext context) {
        this.context = context;
    }

    void write(TypeSpec.Builder type) {
        if (context.machine().timers().isEmpty()) {
            return;
        }
        boolean armed = false;
        for (Machine.Timer timer : context.machine().timers()) {
            MemberNames.TimerNames names = context.names().timer(timer.name());
            boolean started = context.uses("start" + names.pascal());
            boolean backedOff = context.uses("backOff" + names.pascal());
            if (started) {
                type.addMethod(privateMethod("start" + names.pascal())
                        .addJavadoc(Comments.javadoc("start " + timer.name(), timer.tags(), timer.doc(), timer.place()))
                        .addStatement("$L = 0", names.retries())
                        .addStatement("arm$L()", names.pascal())
                        .build());
            }
            if (backedOff) {
                type.addMethod(privateMethod("backOff" + names.pascal())
                        .addJavadoc(Comments.javadoc("back off " + timer.name(), timer.tags(), "", timer.place()))
                        .addStatement("$L++", names.retries())
                        .addStatement("arm$L()", names.pascal())
                        .build());
            }
            if (started || backedOff) {
                armed = true;
                type.addMethod(privateMethod("arm" + names.pascal())
                        .addStatement("long intervalNanos = $L", interval(timer))
                        .addStatement(
                                "$1L = arm($2T.$3L, $1L, intervalNanos)",
                                names.deadline(),
                                context.classes().timer(),
                                names.constant())
                        .build());
            }
            if (context.uses("cancel" + names.pascal()) || context.uses("deleteTcb")) {
                type.addMethod(privateMethod("cancel" + names.pascal())
                        .beginControlFlow("if ($L != OFF)", names.deadline())
                        .addStatement("$L = OFF", names.deadline())
                        .addStatement(
                                "effects.timerCancelled(this, $T.$L.ordinal())",
                                context.classes().timer(),
                                names.constant())
                        .endControlFlow()
                        .addStatement("$L = 0", names.retries())
                        .build());
            }
        }
        if (armed) {
            type.addMethod(arm());
        }
    }

    /** What the interval is when the timer is armed now, with the retries it has. */
    private CodeBlock interval(Machine.Timer timer) {
        ExpressionWriter expressions =
                new ExpressionWriter(context, new Locals(context.names().locals()));
        Expr max = timer.max();
        CodeBlock base = timer.choice() == null
                ? expressions.block(timer.after())
                : StatementWriter.chosen(context, expressions, timer.choice());
        if (timer.factor() > 1) {
            return CodeBlock.of(
                    "$T.backedOff($L, $L, $L, $L)",
                    RuntimeNames.NANOS,
                    base,
                    timer.factor(),
                    context.names().timer(timer.name()).retries(),
                    max == null ? CodeBlock.of("$T.FOREVER", RuntimeNames.NANOS) : expressions.block(max));
        }
        return max == null ? base : CodeBlock.of("Math.min($L, $L)", base, expressions.block(max));
    }

    private MethodSpec arm() {
        return privateMethod("arm")
                .addJavadoc("The new deadline. An interval of forever leaves the timer off.\n")
                .addParameter(context.classes().timer(), "timer")
                .addParameter(TypeName.LONG, "oldDeadlineNanos")
                .addParameter(TypeName.LONG, "intervalNanos")
                .returns(TypeName.LONG)
                .addStatement("long deadlineNanos = $T.plus(nowNanos, intervalNanos)", RuntimeNames.NANOS)
                .beginControlFlow("if (deadlineNanos != $T.FOREVER)", RuntimeNames.NANOS)
                .addStatement("effects.timerSet(this, timer.ordinal(), deadlineNanos)")
                .addStatement("return deadlineNanos")
                .endControlFlow()
                .beginControlFlow("if (oldDeadlineNanos != OFF)")
                .addStatement("effects.timerCancelled(this, timer.ordinal())")
                .endControlFlow()
                .addStatement("return OFF")
                .build();
    }

    private static MethodSpec.Builder privateMethod(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }
}
