package io.fourwave.runtime.machine;

import java.util.List;

/**
 * The type of a value in the schema.
 *
 * @param members of an enumeration or of flags, in declared order; else empty
 */
public record ValueType(Kind kind, List<String> members) {
    public enum Kind {
        BOOL,
        INT,
        SEQ,
        DURATION,
        ENUMERATION,
        FLAGS,
        OCTETS
    }

    public ValueType {
        members = List.copyOf(members);
    }

    public static ValueType of(Kind kind, String... members) {
        return new ValueType(kind, List.of(members));
    }

    /** The value as a person reads it: {@code true}, {@code FIN,ACK}, {@code 200ms}, {@code 512 octets}. */
    public String text(long value) {
        return switch (kind) {
            case BOOL -> value == 0 ? "false" : "true";
            case INT, SEQ -> Long.toString(value);
            case DURATION -> duration(value);
            case ENUMERATION -> value >= 0 && value < members.size() ? members.get((int) value) : "?" + value;
            case FLAGS -> flags(value);
            case OCTETS -> value + (value == 1 ? " octet" : " octets");
        };
    }

    private String flags(long mask) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            if ((mask & 1L << i) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(members.get(i));
            }
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    private static String duration(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return "forever";
        }
        if (nanos % 1_000_000_000 == 0) {
            return nanos / 1_000_000_000 + "s";
        }
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + "ms";
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
    }
}
