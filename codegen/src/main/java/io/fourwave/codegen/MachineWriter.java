package io.fourwave.codegen;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Machine;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The machine's class: entry points first, then the rules as the specification orders them, then what they call. */
final class MachineWriter {
    private final MachineContext context;
    private final GeneratedClasses classes;

    MachineWriter(MachineContext context) {
        this.context = context;
        this.classes = context.classes();
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(classes.machine())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(classes.tcb())
                .addSuperinterface(RuntimeNames.MACHINE)
                .addJavadoc(Comments.javadoc(
                        "The machine " + context.machine().name() + " of "
                                + context.protocol().name() + ": one method per event, one per rule",
                        List.of(),
                        context.machine().doc(),
                        context.machine().place()));
        RuleWriter rules = new RuleWriter(context);
        type.addField(FieldSpec.builder(TypeName.INT, "NO_RULE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("-1")
                .build());
        TypeSpec.Builder methods = TypeSpec.classBuilder("Methods");
        new EventWriter(context, rules).write(methods);
        rules.writeHandlers(methods);
        rules.writeProcedures(methods);
        new TimerWriter(context).write(methods);
        new ChoiceWriter(context).write(methods);
        methods.addMethod(draft());
        rules.writeDefines(methods);
        TypeSpec written = methods.build();
        written.fieldSpecs().forEach(type::addField);
        fields(type);
        type.addMethod(constructor());
        written.methodSpecs().forEach(type::addMethod);
        steps(type);
        new FaceWriter(context).write(type);
        return type.build();
    }

    private void fields(TypeSpec.Builder type) {
        type.addField(classes.policies(), "policies", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(RuntimeNames.EFFECTS, "effects", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(FieldSpec.builder(classes.segment(), "out", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("The segment going out; used again for each.\n")
                .initializer("new $T()", classes.segment())
                .build());
        for (String scratch : context.scratch()) {
            type.addField(FieldSpec.builder(RuntimeNames.OCTETS, scratch, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", RuntimeNames.OCTETS)
                    .build());
        }
        type.addField(FieldSpec.builder(RuntimeNames.STEP_RECORDER, "recorder", Modifier.PRIVATE)
                .addJavadoc("Null when nobody records.\n")
                .build());
        type.addField(FieldSpec.builder(TypeName.LONG, "nowNanos", Modifier.PRIVATE)
                .addJavadoc("Time of the step under way.\n")
                .build());
        type.addField(FieldSpec.builder(TypeName.INT, "rule", Modifier.PRIVATE)
                .initializer("NO_RULE")
                .build());
        type.addField(
                FieldSpec.builder(TypeName.INT, "result", Modifier.PRIVATE).build());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(classes.parameters(), "parameters")
                .addParameter(classes.policies(), "policies")
                .addParameter(RuntimeNames.EFFECTS, "effects");
        StringBuilder streams = new StringBuilder();
        for (Machine.Stream stream : context.machine().streams()) {
            String name = context.names().stream(stream);
            constructor.addParameter(TcbWriter.streamType(stream), name);
            streams.append(", ").append(name);
        }
        return constructor
                .addStatement("super(parameters$L)", streams.toString())
                .addStatement("this.policies = policies")
                .addStatement("this.effects = effects")
                .build();
    }

    private MethodSpec draft() {
        return privateMethod("draft")
                .addJavadoc("A segment with every field as it is when a send does not name it.\n")
                .addCode(new StatementWriter(context, new Locals(context.names().locals()), false).defaults())
                .build();
    }

    /** What every step is made of. */
    private void steps(TypeSpec.Builder type) {
        type.addMethod(privateMethod("begin")
                .addParameter(TypeName.INT, "eventKind")
                .addParameter(TypeName.INT, "index")
                .addParameter(TypeName.LONG, "nowNanos")
                .addStatement("this.nowNanos = nowNanos")
                .addStatement("rule = NO_RULE")
                .addStatement("result = 0")
                .beginControlFlow("if (recorder != null)")
                .addStatement("recorder.begin(this, eventKind, index, nowNanos)")
                .endControlFlow()
                .build());
        type.addMethod(privateMethod("end")
                .returns(TypeName.INT)
                .beginControlFlow("if (recorder != null)")
                .addStatement("recorder.end(this, result)")
                .endControlFlow()
                .addStatement("return result")
                .build());
        type.addMethod(privateMethod("enter")
                .addParameter(classes.state(), "next")
                .addStatement("$T previous = state", classes.state())
                .beginControlFlow("if (next != previous)")
                .addStatement("state = next")
                .addStatement("effects.stateChanged(this, previous.ordinal(), next.ordinal())")
                .endControlFlow()
                .build());
        type.addMethod(privateMethod("send")
                .beginControlFlow("if (recorder != null)")
                .addStatement("recorder.sent(rule, out)")
                .endControlFlow()
                .addStatement("effects.send(this, out)")
                .build());
        if (!context.protocol().notices().isEmpty()) {
            type.addMethod(privateMethod("notifyUser")
                    .addParameter(classes.notice(), "notice")
                    .beginControlFlow("if (recorder != null)")
                    .addStatement("recorder.notified(rule, notice.ordinal())")
                    .endControlFlow()
                    .addStatement("effects.notify(this, notice.ordinal())")
                    .build());
        }
        if (!context.protocol().errors().isEmpty()) {
            type.addMethod(privateMethod("fail")
                    .addParameter(classes.callError(), "error")
                    .addStatement("result = 1 + error.ordinal()")
                    .build());
        }
        if (context.uses("deleteTcb")) {
            type.addMethod(deleteTcb());
        }
    }

    private MethodSpec deleteTcb() {
        MethodSpec.Builder delete = privateMethod("deleteTcb");
        for (Machine.Timer timer : context.machine().timers()) {
            delete.addStatement(
                    "cancel$L()", context.names().timer(timer.name()).pascal());
        }
        return delete.addStatement(
                        "enter($T.$L)",
                        classes.state(),
                        Naming.constant(context.machine().initial().name()))
                .addStatement("reset()")
                .build();
    }

    private static MethodSpec.Builder privateMethod(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }
}
