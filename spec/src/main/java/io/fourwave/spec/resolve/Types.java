package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Type;

/** What may stand for what. */
final class Types {
    static final Type BOOL = new Type.Bool();
    static final Type INT = new Type.Int();
    static final Type SEQ = new Type.Seq();
    static final Type DURATION = new Type.Duration();
    static final Type OCTETS = new Type.Octets();
    static final Type STATE = new Type.StateValue();

    private Types() {}

    /** Without bounds: what arithmetic and comparison look at. */
    static Type base(Type type) {
        return type instanceof Type.Range range ? base(range.low().type()) : type;
    }

    static boolean same(Type left, Type right) {
        return base(left).equals(base(right));
    }

    static boolean isInt(Type type) {
        return base(type) instanceof Type.Int;
    }

    static boolean isDuration(Type type) {
        return base(type) instanceof Type.Duration;
    }

    static boolean isSeq(Type type) {
        return type instanceof Type.Seq;
    }

    static boolean isBool(Type type) {
        return type instanceof Type.Bool;
    }

    static boolean isOctets(Type type) {
        return type instanceof Type.Octets;
    }

    /** As a message names it. */
    static String describe(Type type) {
        Type base = base(type);
        if (base instanceof Type.Bool) {
            return "`bool`";
        } else if (base instanceof Type.Int) {
            return "`int`";
        } else if (base instanceof Type.Seq) {
            return "`seq`";
        } else if (base instanceof Type.Duration) {
            return "`duration`";
        } else if (base instanceof Type.Octets) {
            return "`octets`";
        } else if (base instanceof Type.Enumeration named) {
            return "`" + named.name() + "`";
        } else if (base instanceof Type.Flags named) {
            return "`flags " + named.name() + "`";
        }
        return "a state";
    }
}
