package io.fourwave.modelcheck;

/** What is known of a property in a scenario. */
public enum Verdict {
    /** True in every state or behaviour within the bounds. */
    HOLDS("holds"),
    /** True, but only because what it speaks of never happens there. */
    VACUOUS("holds, but is never put to the test"),
    /** True, but the scenario does not reach what it claims to: it is not the scenario it is taken for. */
    UNFOUNDED("holds, but where the scenario does not reach what it claims"),
    VIOLATED("VIOLATED"),
    /** Violated in a scenario that is there to violate it. */
    REFUTED("refuted, as it must be"),
    /** True where it had to be violated. */
    IRREFUTABLE("holds, but was to be refuted"),
    /** The checker came to no end, for want of time or by wish. */
    UNDECIDED("undecided"),
    ERROR("error");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** As it is specified. */
    public boolean isGood() {
        return this == HOLDS || this == REFUTED;
    }

    /** Known, and not as it is specified. */
    public boolean isBad() {
        return !isGood() && this != UNDECIDED && this != ERROR;
    }

    /** For the user. */
    public String text() {
        return text;
    }
}
