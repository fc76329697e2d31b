package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A class of bit masks for each set of flags: bit i is member i. */
final class FlagsWriter {
    /** An int's bits less the sign: the mask is not negative as a long. */
    private static final int MOST_FLAGS = 31;

    private FlagsWriter() {}

    static List<TypeSpec> write(MachineContext context) {
        List<TypeSpec> types = new ArrayList<>();
        for (Type.Flags flags : context.protocol().flags()) {
            if (flags.members().size() > MOST_FLAGS) {
                throw new IllegalArgumentException("flags " + flags.name() + " has "
                        + flags.members().size() + " members, more than " + MOST_FLAGS);
            }
            types.add(write(context.classes().flags(flags.name()), flags));
        }
        return types;
    }

    private static TypeSpec write(ClassName name, Type.Flags flags) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The flags $L, as bits of an int.\n", flags.name());
        for (int i = 0; i < flags.members().size(); i++) {
            type.addField(FieldSpec.builder(
                            TypeName.INT,
                            Naming.constant(flags.members().get(i)),
                            Modifier.PUBLIC,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer("1 << $L", i)
                    .build());
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
