package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How values are held as {@code long}: bool 0 or 1; integers as they are; seq unsigned below the modulus; duration
 * nanoseconds ({@link Long#MAX_VALUE} forever); enumerations by ordinal; flags as a mask, bit i for member i; octets by
 * their number. Zero is each type's zero value.
 */
public final class Encoding {
    /** The modulus of sequence numbers on the wire. */
    public static final long WIRE_MODULUS = 1L << 32;

    public static final long FOREVER = Long.MAX_VALUE;

    private static final String[] UNITS = {"h", "min", "s", "ms", "us", "ns"};
    private static final long[] UNIT_NANOS = {
        3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };

    private Encoding() {}

    /** The value as a reader of the spec would write it. */
    public static String text(Type type, long value) {
        if (type instanceof Type.Bool) {
            return value == 0 ? "false" : "true";
        }
        if (type instanceof Type.Enumeration enumeration) {
            return value >= 0 && value < enumeration.members().size()
                    ? enumeration.members().get((int) value)
                    : "no member " + value + " of " + enumeration.name();
        }
        if (type instanceof Type.Flags flags) {
            return flagsText(flags, value);
        }
        if (isDuration(type)) {
            return durationText(value);
        }
        if (type instanceof Type.Octets) {
            return value + (value == 1 ? " octet" : " octets");
        }
        return Long.toString(value);
    }

    /** In the largest unit that leaves at least one before the point: {@code 200 ms}, {@code 1.5 s}. */
    public static String durationText(long nanos) {
        if (nanos == FOREVER) {
            return "forever";
        }
        if (nanos < 0) {
            return "-" + durationText(-nanos);
        }
        for (int i = 0; i < UNITS.length - 1; i++) {
            long unit = UNIT_NANOS[i];
            // Hours and minutes only when exact: 90 s reads better than 1.5 min.
            boolean fits = i < 2 ? nanos % unit == 0 : nanos >= unit;
            if (nanos > 0 && fits) {
                return decimal(nanos, unit) + " " + UNITS[i];
            }
        }
        return nanos == 0 ? "0 ms" : nanos + " ns";
    }

    /** Exact: two durations that differ must not look alike in a report of differences. */
    private static String decimal(long nanos, long unit) {
        if (nanos % unit == 0) {
            return Long.toString(nanos / unit);
        }
        int digits = Long.toString(unit).length() - 1;
        String fraction = String.format(Locale.ROOT, "%0" + digits + "d", nanos % unit);
        return nanos / unit + "." + fraction.replaceAll("0+$", "");
    }

    private static String flagsText(Type.Flags flags, long mask) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < flags.members().size(); i++) {
            if ((mask & 1L << i) != 0) {
                set.add(flags.members().get(i));
            }
        }
        return set.isEmpty() ? "none" : String.join(",", set);
    }

    /** A duration, or a range of durations. */
    static boolean isDuration(Type type) {
        return type instanceof Type.Duration
                || type instanceof Type.Range range && isDuration(range.low().type());
    }

    /** The bit of a flag. */
    static long flagBit(Type type, String member) {
        return 1L << ((Type.Flags) type).members().indexOf(member);
    }

    static long ordinal(Expr.EnumLiteral literal) {
        return ((Type.Enumeration) literal.type()).members().indexOf(literal.member());
    }
}
