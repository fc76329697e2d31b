package io.fourwave.modelcheck;

/** What became of a mutant. Only the first is as it should be. */
public enum Fate {
    /** The property it names is violated in the scenario it names. */
    KILLED("killed"),
    /** Nothing the scenario checks is violated: a property is missing, or too weak. */
    SURVIVED("SURVIVES"),
    /** Something else the scenario checks is violated: the mutant names the wrong property. */
    KILLED_BY_ANOTHER("killed by ANOTHER"),
    /** The edited sources are no specification. */
    NOT_COMPILED("does NOT COMPILE"),
    /** The scenario is not there, or does not check the property. */
    NOT_CHECKED("NOT CHECKED"),
    /** The checker came to no verdict: the mutant does what no machine may, or TLC failed. */
    ERROR("error"),
    /** The checker came to no end, for want of time or by wish. */
    UNDECIDED("undecided");

    private final String text;

    Fate(String text) {
        this.text = text;
    }

    /** For the user. */
    public String text() {
        return text;
    }
}
