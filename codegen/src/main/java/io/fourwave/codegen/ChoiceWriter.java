package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Protocol;
import javax.lang.model.element.Modifier;

/**
 * A method per choice: asks the policy and tells the recorder. A value out of range is brought back into it: whatever a policy says,
 * the machine does what the checker has explored.
 */
final class ChoiceWriter {
    private final MachineContext context;

    ChoiceWriter(MachineContext context) {
        this.context = context;
    }

    void write(TypeSpec.Builder type) {
        context.choices().all().forEach(site -> type.addMethod(choice(site)));
    }

    private MethodSpec choice(ChoiceSites.Site site) {
        Protocol.Policy policy = site.policy();
        TypeName result = context.types().java(site.type());
        MethodSpec.Builder method = MethodSpec.methodBuilder(site.method())
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("choose $L by policy $L\n", site.name(), policy.name())
                .returns(result);
        NameAllocator locals = context.names().locals();
        String chosen = locals.newName("chosen");
        CodeBlock.Builder args = CodeBlock.builder().add("nowNanos");
        if (ChoiceSites.bounded(policy)) {
            method.addParameter(result, locals.newName("low"));
            method.addParameter(result, locals.newName("high"));
            args.add(", low, high");
        }
        for (Protocol.Local param : Statements.passed(policy.params())) {
            String name = locals.newName(Naming.value(param.name(), param.type()));
            method.addParameter(context.types().java(param.type()), name);
            args.add(", $L", name);
        }
        CodeBlock asked = CodeBlock.of("policies.$L($L)", context.names().policy(policy.name()), args.build());
        method.addStatement(
                "$T $L = $L",
                result,
                chosen,
                ChoiceSites.bounded(policy) ? CodeBlock.of("Math.max(low, Math.min(high, $L))", asked) : asked);
        return method.beginControlFlow("if (recorder != null)")
                .addStatement(
                        "recorder.choice($L, $L)",
                        site.index(),
                        context.types().encoded(site.type(), CodeBlock.of("$L", chosen)))
                .endControlFlow()
                .addStatement("return $L", chosen)
                .build();
    }
}
