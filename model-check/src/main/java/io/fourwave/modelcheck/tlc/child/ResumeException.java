package io.fourwave.modelcheck.tlc.child;

import java.io.IOException;

/** A checkpoint is of something else than what is to be checked, or is not usable. The message says where and what. */
public final class ResumeException extends IOException {
    private final String help;

    public ResumeException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do about it. */
    public String help() {
        return help;
    }
}
