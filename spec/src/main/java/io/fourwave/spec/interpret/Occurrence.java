package io.fourwave.spec.interpret;

import java.util.Arrays;

/** One thing that happens to an endpoint; names as the spec writes them. Equal when every value is. */
public sealed interface Occurrence {
    /** As the spec writes the event: {@code CLOSE}, {@code SEGMENT-ARRIVES}, {@code timeout ALARM}. */
    String text();

    /** A call of the user. {@code args} in declared order; octets as their number. Not copied: the caller leaves it alone. */
    record Call(String name, long[] args) implements Occurrence {
        @Override
        public String text() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call that && name.equals(that.name) && Arrays.equals(args, that.args);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + Arrays.hashCode(args);
        }
    }

    /** {@code fields}: in declared order, without the ghost ones unless ghosts are kept; octets as their number. Not copied. */
    record Arrival(long[] fields) implements Occurrence {
        @Override
        public String text() {
            return "SEGMENT-ARRIVES";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Arrival that && Arrays.equals(fields, that.fields);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(fields);
        }
    }

    /** The timer is due and has retries left. */
    record Timeout(String timer) implements Occurrence {
        @Override
        public String text() {
            return "timeout " + timer;
        }
    }

    /** The timer is due and has used all its retries. */
    record Exhausted(String timer) implements Occurrence {
        @Override
        public String text() {
            return "exhausted " + timer;
        }
    }

    record Opportune(String name) implements Occurrence {
        @Override
        public String text() {
            return name;
        }
    }
}
