package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Protocol;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The segment: public primitive fields for who knows the protocol, the MessageRecord interface for who does not. */
final class SegmentWriter {
    private final MachineContext context;

    SegmentWriter(MachineContext context) {
        this.context = context;
    }

    TypeSpec write() {
        Protocol.SegmentType segment = context.protocol().segment();
        TypeSpec.Builder type = TypeSpec.classBuilder(context.classes().segment())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeNames.MESSAGE_RECORD)
                .addJavadoc(Comments.javadoc(
                        "What travels in " + context.protocol().name(), List.of(), segment.doc(), segment.place()));
        CodeBlock.Builder get = CodeBlock.builder();
        CodeBlock.Builder set = CodeBlock.builder();
        CodeBlock.Builder octets = CodeBlock.builder();
        CodeBlock.Builder clear = CodeBlock.builder();
        List<Protocol.Field> fields = context.fields();
        for (int i = 0; i < fields.size(); i++) {
            Protocol.Field field = fields.get(i);
            String name = context.names().segmentField(field.name());
            boolean isOctets = Types.kindOf(field.type()) == Types.Kind.OCTETS;
            type.addField(field(field, name, isOctets));
            get.add("case $L -> $L;\n", i, context.types().encoded(field.type(), CodeBlock.of("$L", name)));
            if (isOctets) {
                octets.add("case $L -> $L;\n", i, name);
                clear.addStatement("$L.clear()", name);
            } else {
                set.add("case $L -> $L = $L;\n", i, name, context.types().decoded(field.type(), CodeBlock.of("value")));
                clear.addStatement("$L = $L", name, context.types().zero(field.type()));
            }
        }
        type.addMethod(face("get")
                .addParameter(TypeName.INT, "field")
                .returns(TypeName.LONG)
                .addCode(Switches.returning("field", get.build(), CodeBlock.of("throw noField(field)")))
                .build());
        type.addMethod(face("set")
                .addParameter(TypeName.INT, "field")
                .addParameter(TypeName.LONG, "value")
                .beginControlFlow("switch (field)")
                .addCode(set.build())
                .addCode("default -> throw noField(field);\n")
                .endControlFlow()
                .build());
        type.addMethod(face("octets")
                .addParameter(TypeName.INT, "field")
                .returns(RuntimeNames.OCTETS)
                .addCode(Switches.returning("field", octets.build(), CodeBlock.of("throw noField(field)")))
                .build());
        type.addMethod(face("clear").addCode(clear.build()).build());
        type.addMethod(MethodSpec.methodBuilder("noField")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TypeName.INT, "field")
                .returns(IllegalArgumentException.class)
                .addStatement(
                        "return new $T($S + field)",
                        IllegalArgumentException.class,
                        "the segment has no such field of this type: ")
                .build());
        return type.build();
    }

    private FieldSpec field(Protocol.Field field, String name, boolean isOctets) {
        FieldSpec.Builder spec = FieldSpec.builder(context.types().java(field.type()), name, Modifier.PUBLIC)
                .addJavadoc(Comments.javadoc(field.name(), field.tags(), field.doc(), field.place()));
        if (isOctets) {
            return spec.addModifiers(Modifier.FINAL)
                    .initializer("new $T()", RuntimeNames.OCTETS)
                    .build();
        }
        return Types.kindOf(field.type()) == Types.Kind.ENUMERATION
                ? spec.initializer(context.types().zero(field.type())).build()
                : spec.build();
    }

    private static MethodSpec.Builder face(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
