package io.fourwave.modelcheck;

/** What is known of a property in a scenario. */
public enum Verdict {
    /** True in every state or behaviour within the bounds. */
    HOLDS("holds"),
    /** True, but only because what it speaks of never happens there. */
    VACUOUS("holds, but is never put to the test"),
    VIOLATED("VIOLATED"),
    /** The checker came to no end, for want of time or by wish. */
    UNDECIDED("undecided"),
    ERROR("error");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** For the user. */
    public String text() {
        return text;
    }
}
