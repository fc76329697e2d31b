package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;

/** A Java expression and how tightly it binds, so that parentheses stand where they are needed and nowhere else. */
record Code(CodeBlock block, int precedence) {
    static final int CONDITIONAL = 1;
    static final int OR = 2;
    static final int AND = 3;
    static final int BIT_OR = 4;
    static final int BIT_AND = 5;
    static final int EQUALITY = 6;
    static final int RELATIONAL = 7;
    static final int ADDITIVE = 8;
    static final int MULTIPLICATIVE = 9;
    static final int UNARY = 10;
    static final int PRIMARY = 11;

    static Code primary(String format, Object... args) {
        return new Code(CodeBlock.of(format, args), PRIMARY);
    }

    static Code of(int precedence, String format, Object... args) {
        return new Code(CodeBlock.of(format, args), precedence);
    }

    /** As an operand of something that binds as tightly as given. */
    CodeBlock in(int outer) {
        return precedence < outer ? CodeBlock.of("($L)", block) : block;
    }
}
