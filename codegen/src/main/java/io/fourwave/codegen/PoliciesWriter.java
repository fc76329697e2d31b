package io.fourwave.codegen;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Protocol;
import javax.lang.model.element.Modifier;

/** The interface of what is decided and observed by hand-written code. */
final class PoliciesWriter {
    private final MachineContext context;

    PoliciesWriter(MachineContext context) {
        this.context = context;
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(context.classes().policies())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "What $L leaves to the code around it. A method with a result decides within bounds, any value of which the"
                                + " specification allows;\none without is told something. Called inside a step: must not call the machine.\n",
                        context.machine().name());
        context.protocol().policies().forEach(policy -> type.addMethod(method(policy)));
        return type.build();
    }

    private MethodSpec method(Protocol.Policy policy) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.names().policy(policy.name()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Comments.javadoc(policy.name(), policy.tags(), policy.doc(), policy.place()))
                .addParameter(TypeName.LONG, "nowNanos");
        NameAllocator locals = new NameAllocator();
        locals.newName("nowNanos");
        if (policy.result() != null) {
            TypeName result = context.types().java(policy.result());
            method.returns(result);
            if (ChoiceSites.bounded(policy)) {
                method.addParameter(result, locals.newName("low"));
                method.addParameter(result, locals.newName("high"));
            }
        }
        for (Protocol.Local param : Statements.passed(policy.params())) {
            method.addParameter(
                    context.types().java(param.type()), locals.newName(Naming.value(param.name(), param.type())));
        }
        return method.build();
    }
}
