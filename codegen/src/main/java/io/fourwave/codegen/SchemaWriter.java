package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** What the machine's numbers stand for, and the constants of its rules. */
final class SchemaWriter {
    private static final ClassName SCHEMA = RuntimeNames.MACHINE_SCHEMA;

    private final MachineContext context;

    SchemaWriter(MachineContext context) {
        this.context = context;
    }

    TypeSpec schema() {
        Protocol protocol = context.protocol();
        Machine machine = context.machine();
        CodeBlock value = CodeBlock.builder()
                .add("new $T(\n$>$>", SCHEMA)
                .add("$S,\n$S,\n$S,\n", protocol.name(), machine.name(), Fingerprint.of(protocol))
                .add(list(
                        protocol.parameters(), parameter -> value(parameter.name(), parameter.type(), DataKind.PLAIN)))
                .add(",\n")
                .add(list(machine.states(), state -> CodeBlock.of("$S", state.name())))
                .add(",\n")
                .add(list(context.variables(), variable -> value(variable.name(), variable.type(), variable.kind())))
                .add(",\n")
                .add(list(machine.timers(), timer -> CodeBlock.of("$S", timer.name())))
                .add(",\n")
                .add(list(machine.streams(), SchemaWriter::stream))
                .add(",\n")
                .add(list(context.fields(), field -> value(field.name(), field.type(), field.kind())))
                .add(",\n")
                .add(list(protocol.calls(), this::call))
                .add(",\n")
                .add(list(machine.opportunities(), opportunity -> CodeBlock.of("$S", opportunity.name())))
                .add(",\n")
                .add(rules(machine))
                .add(",\n")
                .add(list(context.choices().all(), this::choice))
                .add(",\n")
                .add(list(protocol.notices(), SchemaWriter::outcome))
                .add(",\n")
                .add(list(protocol.errors(), SchemaWriter::outcome))
                .add(")$<$<")
                .build();
        return TypeSpec.classBuilder(context.classes().schema())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "What the numbers of {@link $T} stand for.\n",
                        context.classes().machine())
                .addField(FieldSpec.builder(SCHEMA, "SCHEMA", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer(value)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    TypeSpec rules() {
        TypeSpec.Builder type = TypeSpec.classBuilder(context.classes().rule())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The rules of {@link $T}, by their numbers.\n",
                        context.classes().machine());
        int index = 0;
        for (String constant : context.ruleConstants().values()) {
            type.addField(FieldSpec.builder(TypeName.INT, constant, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", index++)
                    .build());
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private static <T> CodeBlock list(List<T> items, Function<T, CodeBlock> item) {
        return list(items.stream().map(item).toList());
    }

    private static CodeBlock list(List<CodeBlock> items) {
        return items.isEmpty()
                ? CodeBlock.of("$T.of()", List.class)
                : CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, CodeBlock.join(items, ",\n"));
    }

    private CodeBlock value(String name, Type type, DataKind kind) {
        return CodeBlock.of(
                "new $T($S, $L, $L)",
                SCHEMA.nestedClass("Value"),
                name,
                context.types().schema(type),
                kind == DataKind.RUNTIME);
    }

    private static CodeBlock stream(Machine.Stream stream) {
        return CodeBlock.of(
                "new $T($S, $L)",
                SCHEMA.nestedClass("Stream"),
                stream.name(),
                stream.kind() == Machine.StreamKind.SEND);
    }

    private CodeBlock call(Protocol.UserCall call) {
        return CodeBlock.of(
                "new $T($S, $L)",
                SCHEMA.nestedClass("Call"),
                call.name(),
                list(call.params(), param -> value(param.name(), param.type(), param.kind())));
    }

    private static CodeBlock rules(Machine machine) {
        return list(machine.handlers().stream()
                .flatMap(handler -> handler.checks().stream()
                        .map(check -> CodeBlock.of(
                                "new $T($S, $S, $S, $L)",
                                SCHEMA.nestedClass("Rule"),
                                check.rule(),
                                handler.event().text(),
                                check.place().file(),
                                check.place().line())))
                .toList());
    }

    private CodeBlock choice(ChoiceSites.Site site) {
        return CodeBlock.of(
                "new $T($S, $S, $L)",
                SCHEMA.nestedClass("Choice"),
                site.name(),
                site.policy().name(),
                context.types().schema(site.type()));
    }

    private static CodeBlock outcome(Protocol.Outcome outcome) {
        return CodeBlock.of("new $T($S, $S)", SCHEMA.nestedClass("Outcome"), outcome.name(), outcome.text());
    }
}
