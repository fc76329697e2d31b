package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;

/** Switches over an index. */
final class Switches {
    private Switches() {}

    /** {@code return switch (…)}; Java wants a case in it, so without one only the default is left. */
    static CodeBlock returning(String over, CodeBlock cases, CodeBlock otherwise) {
        if (cases.isEmpty()) {
            return CodeBlock.builder().addStatement("$L", otherwise).build();
        }
        return CodeBlock.builder()
                .add("return switch ($L) {\n", over)
                .indent()
                .add(cases)
                .add("default -> $L;\n", otherwise)
                .unindent()
                .add("};\n")
                .build();
    }
}
