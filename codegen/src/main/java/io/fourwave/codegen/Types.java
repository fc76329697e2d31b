package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.fourwave.spec.ir.Type;

/** The Java type of a value, and its way into and out of the {@code long} every engine encodes it as. */
final class Types {
    enum Kind {
        BOOL,
        INT,
        SEQ,
        DURATION,
        ENUMERATION,
        FLAGS,
        OCTETS,
        STATE
    }

    private final GeneratedClasses classes;

    Types(GeneratedClasses classes) {
        this.classes = classes;
    }

    static Kind kindOf(Type type) {
        if (type instanceof Type.Bool) {
            return Kind.BOOL;
        }
        if (type instanceof Type.Int) {
            return Kind.INT;
        }
        if (type instanceof Type.Range range) {
            return kindOf(range.low().type()) == Kind.DURATION ? Kind.DURATION : Kind.INT;
        }
        if (type instanceof Type.Seq) {
            return Kind.SEQ;
        }
        if (type instanceof Type.Duration) {
            return Kind.DURATION;
        }
        if (type instanceof Type.Enumeration) {
            return Kind.ENUMERATION;
        }
        if (type instanceof Type.Flags) {
            return Kind.FLAGS;
        }
        return type instanceof Type.Octets ? Kind.OCTETS : Kind.STATE;
    }

    TypeName java(Type type) {
        return switch (kindOf(type)) {
            case BOOL -> TypeName.BOOLEAN;
            case INT, SEQ, FLAGS -> TypeName.INT;
            case DURATION -> TypeName.LONG;
            case ENUMERATION -> enumeration(type);
            case OCTETS -> RuntimeNames.OCTETS;
            case STATE -> classes.state();
        };
    }

    ClassName enumeration(Type type) {
        return classes.enumeration(((Type.Enumeration) type).name());
    }

    ClassName flags(Type type) {
        return classes.flags(((Type.Flags) type).name());
    }

    /** What a variable of the type holds when nothing was said. */
    CodeBlock zero(Type type) {
        return switch (kindOf(type)) {
            case BOOL -> CodeBlock.of("false");
            case INT, SEQ, FLAGS, DURATION -> CodeBlock.of("0");
            case ENUMERATION ->
                CodeBlock.of(
                        "$T.$L",
                        enumeration(type),
                        Naming.constant(((Type.Enumeration) type).members().get(0)));
            case OCTETS, STATE -> throw new IllegalArgumentException("no zero value of " + type);
        };
    }

    /** A Java value as a {@code long} expression. {@code value} binds at least as tightly as a method call. */
    CodeBlock encoded(Type type, CodeBlock value) {
        return switch (kindOf(type)) {
            case BOOL -> CodeBlock.of("$L ? 1 : 0", value);
            case INT, DURATION, FLAGS -> value;
            case SEQ -> CodeBlock.of("$T.encoded($L)", RuntimeNames.SEQ, value);
            case ENUMERATION, STATE -> CodeBlock.of("$L.ordinal()", value);
            case OCTETS -> CodeBlock.of("$L.length()", value);
        };
    }

    /** A {@code long} as a Java value. {@code encoded} binds at least as tightly as a method call. Not for octets. */
    CodeBlock decoded(Type type, CodeBlock encoded) {
        return switch (kindOf(type)) {
            case BOOL -> CodeBlock.of("$L != 0", encoded);
            case INT, SEQ, FLAGS -> CodeBlock.of("(int) $L", encoded);
            case DURATION -> encoded;
            case ENUMERATION -> CodeBlock.of("$T.of($L)", enumeration(type), encoded);
            case STATE -> CodeBlock.of("$T.of($L)", classes.state(), encoded);
            case OCTETS -> throw new IllegalArgumentException("octets have no value of their own");
        };
    }

    /** The type in the schema, as an expression. */
    CodeBlock schema(Type type) {
        CodeBlock.Builder members = CodeBlock.builder();
        if (type instanceof Type.Enumeration enumeration) {
            enumeration.members().forEach(member -> members.add(", $S", member));
        } else if (type instanceof Type.Flags flags) {
            flags.members().forEach(member -> members.add(", $S", member));
        }
        return CodeBlock.of(
                "$T.of($T.$L$L)", RuntimeNames.VALUE_TYPE, RuntimeNames.VALUE_KIND, kindOf(type), members.build());
    }
}
