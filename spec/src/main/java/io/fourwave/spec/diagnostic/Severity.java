package io.fourwave.spec.diagnostic;

/** Whether a diagnostic stops the compilation. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As the user reads it. */
    public String word() {
        return word;
    }
}
