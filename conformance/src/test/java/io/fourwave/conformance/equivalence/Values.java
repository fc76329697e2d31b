package io.fourwave.conformance.equivalence;

import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.List;
import java.util.Random;

/**
 * Random values that mean something: sequence numbers near those the machine holds, small lengths, few flags at a time. Values
 * drawn evenly would all be refused by the first check.
 */
final class Values {
    private static final int[] INTEGERS = {0, 0, 1, 1, 2, 3, 4, 7, 10, 20, 100, 536, 1460, 65_535};
    private static final long[] NANOS = {0, 1_000_000, 40_000_000, 200_000_000, 1_000_000_000, 60_000_000_000L};

    private final Protocol protocol;
    private final long[] parameterValues;
    private final Random random;

    Values(Protocol protocol, long[] parameterValues, Random random) {
        this.protocol = protocol;
        this.parameterValues = parameterValues;
        this.random = random;
    }

    long any(Type type, MachineState near) {
        if (type instanceof Type.Bool) {
            return random.nextInt(2);
        }
        if (type instanceof Type.Enumeration enumeration) {
            return random.nextInt(enumeration.members().size());
        }
        if (type instanceof Type.Flags flags) {
            return flags(flags.members().size());
        }
        if (type instanceof Type.Seq) {
            return seq(near);
        }
        if (type instanceof Type.Octets) {
            return random.nextBoolean() ? 0 : random.nextInt(12);
        }
        if (type instanceof Type.Duration) {
            return NANOS[random.nextInt(NANOS.length)];
        }
        return type instanceof Type.Range range ? within(bound(range.low(), 0), bound(range.high(), 10)) : integer();
    }

    private long integer() {
        return INTEGERS[random.nextInt(INTEGERS.length)];
    }

    private long flags(int members) {
        long mask = 0;
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            mask |= 1L << random.nextInt(members);
        }
        return random.nextInt(8) == 0 ? 0 : mask;
    }

    private long seq(MachineState near) {
        List<Machine.Variable> known = protocol.machine().variables().stream()
                .filter(variable -> variable.kind() != DataKind.GHOST && variable.type() instanceof Type.Seq)
                .toList();
        if (known.isEmpty() || random.nextInt(10) == 0) {
            return random.nextInt() & 0xFFFF_FFFFL;
        }
        long value = near.variable(known.get(random.nextInt(known.size())).name());
        long offset = random.nextInt(3) > 0 ? 0 : random.nextInt(14) - 4;
        return value + offset & 0xFFFF_FFFFL;
    }

    /** Mostly the ends, where rules change their mind. */
    long within(long low, long high) {
        if (high <= low || random.nextInt(3) == 0) {
            return low;
        }
        if (random.nextInt(3) == 0) {
            return high;
        }
        long span = high - low;
        return low
                + (span > 0 && span < 40
                        ? random.nextInt((int) span + 1)
                        : Math.floorMod(random.nextLong(), Math.max(1, span)));
    }

    private long bound(Expr expr, long otherwise) {
        if (expr instanceof Expr.IntLiteral literal) {
            return literal.value();
        }
        if (expr instanceof Expr.DurationLiteral literal) {
            return literal.nanos();
        }
        if (expr instanceof Expr.ParameterRef parameter) {
            return parameterValues[protocol.parameters().indexOf(parameter.parameter())];
        }
        return otherwise;
    }
}
