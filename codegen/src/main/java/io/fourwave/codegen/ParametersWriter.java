package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The parameters: immutable, one factory per profile, a builder to differ from a profile in single values. */
final class ParametersWriter {
    private final MachineContext context;
    private final MemberNames names;
    private final ClassName self;
    private final ClassName builder;
    private final int defaultProfile;

    /** @param defaultProfile index of the profile {@code Parameters.defaults()} gives */
    ParametersWriter(MachineContext context, int defaultProfile) {
        this.context = context;
        this.names = context.names();
        this.self = context.classes().parameters();
        this.builder = self.nestedClass("Builder");
        this.defaultProfile = defaultProfile;
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "The parameters of $L, fixed for the life of a machine.\n",
                        context.protocol().name());
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "builder");
        for (Protocol.Parameter parameter : parameters()) {
            String name = names.parameter(parameter.name());
            type.addField(FieldSpec.builder(context.types().java(parameter.type()), name, Modifier.FINAL)
                    .addJavadoc(
                            Comments.javadoc(parameter.name(), parameter.tags(), parameter.doc(), parameter.place()))
                    .build());
            constructor.addStatement("this.$1L = builder.$1L", name);
        }
        type.addMethod(constructor.build());
        profiles(type);
        for (Protocol.Parameter parameter : parameters()) {
            String name = names.parameter(parameter.name());
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(context.types().java(parameter.type()))
                    .addStatement("return $L", name)
                    .build());
        }
        encoding(type);
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A builder that starts from these values.\n")
                .returns(builder)
                .addStatement("return new Builder(values())")
                .build());
        type.addType(builder());
        return type.build();
    }

    private List<Protocol.Parameter> parameters() {
        return context.protocol().parameters();
    }

    private void profiles(TypeSpec.Builder type) {
        List<String> profiles = context.protocol().profiles();
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int i = 0; i < profiles.size(); i++) {
            String method = names.profile(profiles.get(i));
            type.addMethod(profile(method, "The profile " + profiles.get(i) + ".\n", i));
            cases.add("case $S -> $L();\n", profiles.get(i), method);
        }
        type.addMethod(profile(
                "defaults",
                profiles.isEmpty() ? "As declared.\n" : "The default profile, " + profiles.get(defaultProfile) + ".\n",
                defaultProfile));
        CodeBlock unknown = CodeBlock.of(
                "throw new $T($S + name + $S)",
                IllegalArgumentException.class,
                "no profile `",
                profiles.isEmpty() ? "`" : "`; there are: " + String.join(", ", profiles));
        type.addMethod(MethodSpec.methodBuilder("profile")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The profile of this name.\n\n@throws IllegalArgumentException when there is none\n")
                .addParameter(String.class, "name")
                .returns(self)
                .addCode(Switches.returning("name", cases.build(), unknown))
                .build());
    }

    private MethodSpec profile(String name, String javadoc, int index) {
        CodeBlock.Builder values = CodeBlock.builder();
        ExpressionWriter expressions = new ExpressionWriter(context, new Locals(names.locals()));
        boolean first = true;
        for (Protocol.Parameter parameter : parameters()) {
            Code value = expressions.write(parameter.values().get(index));
            CodeBlock operand =
                    Types.kindOf(parameter.type()) == Types.Kind.BOOL ? value.in(Code.PRIMARY) : value.block();
            values.add(first ? "\n" : ",\n").add("$L", context.types().encoded(parameter.type(), operand));
            first = false;
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(javadoc)
                .returns(self)
                .addStatement("return of($L)", values.build())
                .build();
    }

    private void encoding(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .varargs()
                .addJavadoc(
                        "From the encoded values in declared order.\n\n@throws IllegalArgumentException when they are not"
                                + " as many, or one is outside its bounds\n")
                .addParameter(long[].class, "values")
                .returns(self)
                .addStatement("return new Builder(values).build()")
                .build());
        CodeBlock.Builder values = CodeBlock.builder();
        boolean first = true;
        for (Protocol.Parameter parameter : parameters()) {
            CodeBlock value = CodeBlock.of("$L", names.parameter(parameter.name()));
            values.add(first ? "\n" : ",\n").add("$L", context.types().encoded(parameter.type(), value));
            first = false;
        }
        type.addMethod(MethodSpec.methodBuilder("values")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The values encoded, in declared order.\n")
                .returns(long[].class)
                .addStatement("return new long[] {$L}", values.build())
                .build());
    }

    private TypeSpec builder() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Values on their way to {@link $T}.\n", self);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(long[].class, "values")
                .beginControlFlow("if (values.length != $L)", parameters().size())
                .addStatement(
                        "throw new $T($S + values.length)",
                        IllegalArgumentException.class,
                        "there are " + parameters().size() + " parameters, not ")
                .endControlFlow();
        MethodSpec.Builder build = MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("@throws IllegalArgumentException when a value is outside its bounds\n")
                .returns(self)
                .addStatement("$T parameters = new $T(this)", self, self);
        boolean bounded = false;
        for (int i = 0; i < parameters().size(); i++) {
            Protocol.Parameter parameter = parameters().get(i);
            String name = names.parameter(parameter.name());
            TypeName java = context.types().java(parameter.type());
            type.addField(java, name, Modifier.PRIVATE);
            constructor.addStatement(
                    "$L = $L", name, context.types().decoded(parameter.type(), CodeBlock.of("values[$L]", i)));
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(java, name)
                    .returns(builder)
                    .addStatement("this.$1L = $1L", name)
                    .addStatement("return this")
                    .build());
            if (parameter.type() instanceof Type.Range range) {
                bounded = true;
                ExpressionWriter expressions = new ExpressionWriter(context, new Locals(names.locals()));
                build.addStatement(
                        "within($S, $L, $L, $L)",
                        parameter.name(),
                        name,
                        expressions.block(range.low()),
                        expressions.block(range.high()));
            }
        }
        type.addMethod(constructor.build());
        type.addMethod(build.addStatement("return parameters").build());
        if (bounded) {
            type.addMethod(within());
        }
        return type.build();
    }

    private static MethodSpec within() {
        return MethodSpec.methodBuilder("within")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(String.class, "name")
                .addParameter(TypeName.LONG, "value")
                .addParameter(TypeName.LONG, "low")
                .addParameter(TypeName.LONG, "high")
                .beginControlFlow("if (value < low || value > high)")
                .addStatement(
                        "throw new $T(name + $S + value + $S + low + $S + high)",
                        IllegalArgumentException.class,
                        " = ",
                        ": must be in ",
                        "..")
                .endControlFlow()
                .build();
    }
}
