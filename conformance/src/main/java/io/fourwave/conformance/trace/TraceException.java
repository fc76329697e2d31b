package io.fourwave.conformance.trace;

import java.util.Optional;

/** A trace file cannot be used; the message names the file and, inside it, the record and the octet. */
public final class TraceException extends RuntimeException {
    private final String help;
    private final boolean truncation;

    /** @param help what to do about it, or null */
    public TraceException(String message, String help) {
        this(message, help, false);
    }

    TraceException(String message, String help, boolean truncation) {
        super(message);
        this.help = help;
        this.truncation = truncation;
    }

    /** The only fault is that the file ends too early: what was read before is whole. */
    public boolean isTruncation() {
        return truncation;
    }

    public Optional<String> help() {
        return Optional.ofNullable(help);
    }
}
