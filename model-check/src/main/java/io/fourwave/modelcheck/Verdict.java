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
