package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The generic face: the runtime's Machine interface on top of the typed entry points. */
final class FaceWriter {
    private final MachineContext context;
    private final MemberNames names;

    FaceWriter(MachineContext context) {
        this.context = context;
        this.names = context.names();
    }

    void write(TypeSpec.Builder type) {
        type.addMethod(face("schema")
                .returns(RuntimeNames.MACHINE_SCHEMA)
                .addStatement("return $T.SCHEMA", context.classes().schema())
                .build());
        type.addMethod(
                face("rule").returns(TypeName.INT).addStatement("return rule").build());
        type.addMethod(call());
        type.addMethod(face("arrive")
                .addParameter(TypeName.LONG, "nowNanos")
                .addParameter(RuntimeNames.MESSAGE_RECORD, "segment")
                .addStatement(
                        "segmentArrives(nowNanos, ($T) segment)",
                        context.classes().segment())
                .build());
        type.addMethod(timeout());
        type.addMethod(opportunity());
        type.addMethod(face("newSegment")
                .returns(RuntimeNames.MESSAGE_RECORD)
                .addStatement("return new $T()", context.classes().segment())
                .build());
        type.addMethod(face("recordTo")
                .addParameter(RuntimeNames.STEP_RECORDER, "recorder")
                .addStatement("this.recorder = recorder")
                .build());
    }

    private MethodSpec call() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Protocol.UserCall call : context.protocol().calls()) {
            CodeBlock args = CodeBlock.join(arguments(call), "");
            code.add("case CALL_$L -> $L(nowNanos$L);\n", Naming.constant(call.name()), names.call(call), args);
        }
        return face("call")
                .addParameter(TypeName.LONG, "nowNanos")
                .addParameter(TypeName.INT, "call")
                .addParameter(long[].class, "args")
                .addParameter(RuntimeNames.OCTETS, "data")
                .returns(TypeName.INT)
                .addCode(Switches.returning("call", code.build(), none("no call ", "call")))
                .build();
    }

    private List<CodeBlock> arguments(Protocol.UserCall call) {
        List<CodeBlock> arguments = new ArrayList<>();
        boolean octets = false;
        for (int i = 0; i < call.params().size(); i++) {
            Type type = call.params().get(i).type();
            if (Types.kindOf(type) == Types.Kind.OCTETS) {
                if (octets) {
                    throw new IllegalArgumentException("the call " + call.name() + " takes octets twice");
                }
                octets = true;
                arguments.add(CodeBlock.of(", data"));
            } else {
                arguments.add(CodeBlock.of(", $L", context.types().decoded(type, CodeBlock.of("args[$L]", i))));
            }
        }
        return arguments;
    }

    private MethodSpec timeout() {
        MethodSpec.Builder method = face("timeout")
                .addParameter(TypeName.LONG, "nowNanos")
                .addParameter(TypeName.INT, "timer")
                .returns(TypeName.BOOLEAN);
        if (context.machine().timers().isEmpty()) {
            return method.addStatement("throw new $T($S + timer)", IndexOutOfBoundsException.class, "no timer ")
                    .build();
        }
        return method.addStatement(
                        "return timeout(nowNanos, $T.of(timer))",
                        context.classes().timer())
                .build();
    }

    private MethodSpec opportunity() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Machine.Opportunity opportunity : context.machine().opportunities()) {
            code.add(
                    "case OPPORTUNITY_$L -> $L(nowNanos);\n",
                    Naming.constant(opportunity.name()),
                    names.opportunity(opportunity.name()));
        }
        return face("opportunity")
                .addParameter(TypeName.LONG, "nowNanos")
                .addParameter(TypeName.INT, "index")
                .returns(TypeName.BOOLEAN)
                .addCode(Switches.returning("index", code.build(), none("no opportunity ", "index")))
                .build();
    }

    private static CodeBlock none(String text, String index) {
        return CodeBlock.of("throw new $T($S + $L)", IndexOutOfBoundsException.class, text, index);
    }

    private static MethodSpec.Builder face(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
