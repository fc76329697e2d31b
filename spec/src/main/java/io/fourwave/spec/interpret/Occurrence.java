package io.fourwave.spec.interpret;

/** One thing that happens to an endpoint; names as the spec writes them. */
public sealed interface Occurrence {
    /** As the spec writes the event: {@code CLOSE}, {@code SEGMENT-ARRIVES}, {@code timeout TIME-WAIT}. */
    String text();

    /** A call of the user. {@code args} in declared order; octets as their number. Not copied: the caller leaves it alone. */
    record Call(String name, long[] args) implements Occurrence {
        @Override
        public String text() {
            return name;
        }
    }

    /** {@code fields}: every field but the ghost ones, in declared order; octets as their number. Not copied. */
    record Arrival(long[] fields) implements Occurrence {
        @Override
        public String text() {
            return "SEGMENT-ARRIVES";
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
