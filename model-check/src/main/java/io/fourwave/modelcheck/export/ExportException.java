package io.fourwave.modelcheck.export;

/** The protocol or the scenario says something the model cannot express; the message is for the user. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String help;

    public ExportException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What the user can do about it. */
    public String help() {
        return help;
    }
}
