package io.fourwave.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The enumerations: states, timers, notices, errors, and those the specification declares. The ordinal is the encoding. */
final class EnumWriter {
    private record Constant(String name, String text, String doc) {}

    private final MachineContext context;

    EnumWriter(MachineContext context) {
        this.context = context;
    }

    /** Those that have members: Java allows no other use of an empty one, and nothing refers to it. */
    List<TypeSpec> write() {
        GeneratedClasses classes = context.classes();
        Machine machine = context.machine();
        List<TypeSpec> types = new ArrayList<>();
        types.add(states());
        add(
                types,
                classes.timer(),
                "The timers of " + machine.name() + ".",
                machine.timers().stream()
                        .map(timer -> new Constant(timer.name(), null, timer.doc()))
                        .toList());
        add(
                types,
                classes.notice(),
                "What the user is told.",
                outcomes(context.protocol().notices()));
        add(
                types,
                classes.callError(),
                "Why a call has failed.",
                outcomes(context.protocol().errors()));
        for (Type.Enumeration enumeration : context.protocol().enumerations()) {
            add(
                    types,
                    classes.enumeration(enumeration.name()),
                    "The enumeration " + enumeration.name() + ".",
                    enumeration.members().stream()
                            .map(member -> new Constant(member, null, ""))
                            .toList());
        }
        return types;
    }

    private static List<Constant> outcomes(List<Protocol.Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new Constant(outcome.name(), outcome.text(), outcome.doc()))
                .toList();
    }

    private TypeSpec states() {
        List<Constant> constants = context.machine().states().stream()
                .map(state -> new Constant(state.name(), null, ""))
                .toList();
        TypeSpec.Builder type = enumeration(
                context.classes().state(), "The states of " + context.machine().name() + ".", constants);
        for (Machine.Group group : context.machine().groups()) {
            if (group.states().size() > 1) {
                type.addMethod(MethodSpec.methodBuilder(MachineContext.groupMethod(group))
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(Comments.javadoc("group " + group.name(), List.of(), group.doc(), group.place()))
                        .returns(TypeName.BOOLEAN)
                        .addCode("return switch (this) {\n$>")
                        .addCode("case $L -> true;\n", StatementWriter.states(group.states()))
                        .addCode(
                                group.states().size()
                                                < context.machine().states().size()
                                        ? CodeBlock.of("default -> false;\n")
                                        : CodeBlock.of(""))
                        .addCode("$<};\n")
                        .build());
            }
        }
        return type.build();
    }

    private static void add(List<TypeSpec> types, ClassName name, String javadoc, List<Constant> constants) {
        if (!constants.isEmpty()) {
            types.add(enumeration(name, javadoc, constants).build());
        }
    }

    private static TypeSpec.Builder enumeration(ClassName name, String javadoc, List<Constant> constants) {
        boolean texts = constants.stream().anyMatch(constant -> constant.text() != null);
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc("$L\n", javadoc);
        for (Constant constant : constants) {
            CodeBlock args = texts
                    ? CodeBlock.of("$S, $S", constant.name(), constant.text())
                    : CodeBlock.of("$S", constant.name());
            TypeSpec.Builder body = TypeSpec.anonymousClassBuilder(args);
            if (!constant.doc().isBlank()) {
                body.addJavadoc(Comments.javadoc(constant.doc().strip(), List.of(), "", null));
            }
            type.addEnumConstant(Naming.constant(constant.name()), body.build());
        }
        type.addField(
                FieldSpec.builder(ArrayTypeName.of(name), "VALUES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("values()")
                        .build());
        type.addField(String.class, "specName", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(String.class, "specName")
                .addStatement("this.specName = specName");
        type.addMethod(getter("specName", "As the specification writes it.\n"));
        if (texts) {
            type.addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL);
            constructor.addParameter(String.class, "text").addStatement("this.text = text");
            type.addMethod(getter("text", "For people.\n"));
        }
        type.addMethod(constructor.build());
        type.addMethod(MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The one with this ordinal.\n\n@throws IllegalArgumentException when there is none\n")
                .addParameter(TypeName.LONG, "ordinal")
                .returns(name)
                .beginControlFlow("if (ordinal < 0 || ordinal >= VALUES.length)")
                .addStatement(
                        "throw new $T($S + ordinal)",
                        IllegalArgumentException.class,
                        "no " + name.simpleName() + " has number ")
                .endControlFlow()
                .addStatement("return VALUES[(int) ordinal]")
                .build());
        return type;
    }

    private static MethodSpec getter(String name, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(javadoc)
                .returns(String.class)
                .addStatement("return $L", name)
                .build();
    }
}
