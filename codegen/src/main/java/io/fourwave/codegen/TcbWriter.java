package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Type;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The transmission control block: what the machine remembers, how it is looked at, and how it is new again. */
final class TcbWriter {
    private final MachineContext context;
    private final MemberNames names;

    TcbWriter(MachineContext context) {
        this.context = context;
        this.names = context.names();
    }

    TypeSpec write() {
        TypeSpec.Builder tcb = TypeSpec.classBuilder(context.classes().tcb())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        "What a $L remembers: state, variables, timers, streams. The rules are in {@link $T}.\n",
                        context.machine().name(),
                        context.classes().machine());
        tcb.addField(FieldSpec.builder(TypeName.LONG, "OFF", Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Deadline of a timer that is not running.\n")
                .initializer("-1")
                .build());
        tcb.addField(context.classes().parameters(), "parameters", Modifier.FINAL);
        for (Machine.Stream stream : context.machine().streams()) {
            tcb.addField(FieldSpec.builder(streamType(stream), names.stream(stream), Modifier.FINAL)
                    .addJavadoc(Comments.javadoc(stream.name(), stream.tags(), stream.doc(), stream.place()))
                    .build());
        }
        tcb.addField(context.classes().state(), "state");
        for (Machine.Variable variable : context.variables()) {
            tcb.addField(field(variable));
        }
        for (Machine.Timer timer : context.machine().timers()) {
            MemberNames.TimerNames timerNames = names.timer(timer.name());
            tcb.addField(FieldSpec.builder(TypeName.LONG, timerNames.deadline()).build());
            tcb.addField(FieldSpec.builder(TypeName.INT, timerNames.retries()).build());
        }
        tcb.addMethod(constructor());
        tcb.addMethod(reset());
        accessors(tcb);
        timerAccessors(tcb);
        tcb.addMethod(streamCapacity());
        new TransferWriter(context).write(tcb);
        return tcb.build();
    }

    static TypeName streamType(Machine.Stream stream) {
        return stream.kind() == Machine.StreamKind.SEND ? RuntimeNames.SEND_STREAM : RuntimeNames.RECEIVE_STREAM;
    }

    private FieldSpec field(Machine.Variable variable) {
        String text = variable.kind() == DataKind.RUNTIME ? variable.name() + ", on the wire only" : variable.name();
        return FieldSpec.builder(context.types().java(variable.type()), names.variable(variable.name()))
                .addJavadoc(Comments.javadoc(text, variable.tags(), variable.doc(), variable.place()))
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addParameter(context.classes().parameters(), "parameters");
        constructor.addStatement("this.parameters = parameters");
        for (Machine.Stream stream : context.machine().streams()) {
            constructor.addParameter(streamType(stream), names.stream(stream));
            constructor.addStatement("this.$1L = $1L", names.stream(stream));
        }
        return constructor.addStatement("reset()").build();
    }

    private MethodSpec reset() {
        MethodSpec.Builder reset = MethodSpec.methodBuilder("reset")
                .addModifiers(Modifier.FINAL)
                .addJavadoc("A new TCB.\n")
                .addStatement(
                        "state = $T.$L",
                        context.classes().state(),
                        Naming.constant(context.machine().initial().name()));
        ExpressionWriter expressions = new ExpressionWriter(context, new Locals(names.locals()));
        for (Machine.Variable variable : context.variables()) {
            reset.addStatement("$L = $L", names.variable(variable.name()), expressions.block(variable.initial()));
        }
        for (Machine.Timer timer : context.machine().timers()) {
            reset.addStatement("$L = OFF", names.timer(timer.name()).deadline());
            reset.addStatement("$L = 0", names.timer(timer.name()).retries());
        }
        for (Machine.Stream stream : context.machine().streams()) {
            reset.addStatement("$L.clear()", names.stream(stream));
        }
        return reset.build();
    }

    private void accessors(TypeSpec.Builder tcb) {
        tcb.addMethod(accessor("state", context.classes().state(), "state"));
        tcb.addMethod(accessor("stateOrdinal", TypeName.INT, "state.ordinal()"));
        tcb.addMethod(accessor("parameters", context.classes().parameters(), "parameters"));
        tcb.addMethod(accessor("parameterValues", TypeName.get(long[].class), "parameters.values()"));
        for (Machine.Variable variable : context.variables()) {
            String name = names.variable(variable.name());
            Type type = variable.type();
            tcb.addMethod(accessor(name, context.types().java(type), name));
        }
        for (Machine.Stream stream : context.machine().streams()) {
            tcb.addMethod(accessor(names.stream(stream), streamType(stream), names.stream(stream)));
        }
    }

    private MethodSpec streamCapacity() {
        CodeBlock.Builder cases = CodeBlock.builder();
        List<Machine.Stream> streams = context.machine().streams();
        for (int i = 0; i < streams.size(); i++) {
            cases.add("case $L -> $L.capacity();\n", i, names.stream(streams.get(i)));
        }
        return MethodSpec.methodBuilder("streamCapacity")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addParameter(TypeName.INT, "stream")
                .returns(TypeName.INT)
                .addCode(Switches.returning(
                        "stream",
                        cases.build(),
                        CodeBlock.of("throw new $T($S + stream)", IndexOutOfBoundsException.class, "no stream ")))
                .build();
    }

    private static MethodSpec accessor(String name, TypeName type, String expression) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .returns(type)
                .addStatement("return $L", expression)
                .build();
    }

    private void timerAccessors(TypeSpec.Builder tcb) {
        List<Machine.Timer> timers = context.machine().timers();
        tcb.addMethod(MethodSpec.methodBuilder("deadlineNanos")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addParameter(TypeName.INT, "timer")
                .returns(TypeName.LONG)
                .addCode(
                        timers.isEmpty()
                                ? CodeBlock.of(
                                        "throw new $T($S + timer);\n", IndexOutOfBoundsException.class, "no timer ")
                                : CodeBlock.of(
                                        "return deadlineNanos($T.of(timer));\n",
                                        context.classes().timer()))
                .build());
        if (timers.isEmpty()) {
            return;
        }
        tcb.addMethod(ofTimer("deadlineNanos", TypeName.LONG, MemberNames.TimerNames::deadline)
                .addJavadoc("When this timer is due; -1 when it is not running.\n")
                .build());
        tcb.addMethod(ofTimer("retries", TypeName.INT, MemberNames.TimerNames::retries)
                .addJavadoc("How often this timer was backed off since it was started.\n")
                .build());
        tcb.addMethod(MethodSpec.methodBuilder("isRunning")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addParameter(context.classes().timer(), "timer")
                .returns(TypeName.BOOLEAN)
                .addStatement("return deadlineNanos(timer) != OFF")
                .build());
    }

    private MethodSpec.Builder ofTimer(String method, TypeName type, Function<MemberNames.TimerNames, String> field) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return switch (timer) {\n").indent();
        for (Machine.Timer timer : context.machine().timers()) {
            MemberNames.TimerNames timerNames = names.timer(timer.name());
            code.add("case $L -> $L;\n", timerNames.constant(), field.apply(timerNames));
        }
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addParameter(context.classes().timer(), "timer")
                .returns(type)
                .addCode(code.unindent().add("};\n").build());
    }
}
