package io.fourwave.runtime.link;

/** A link cannot be opened or configured, or has gone away. The message says what to do about it. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * @param problem what is wrong, one sentence without a full stop
     * @param help what the user can do; may be empty
     */
    public LinkException(String problem, String help) {
        super(help.isEmpty() ? problem : problem + System.lineSeparator() + "help: " + help);
        this.help = help;
    }

    /** The advice alone. */
    public String help() {
        return help;
    }
}
