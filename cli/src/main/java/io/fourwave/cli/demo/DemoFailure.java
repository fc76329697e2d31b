package io.fourwave.cli.demo;

import java.util.List;

/** The demo cannot go on: something does not hold, or the machine does not let it. */
final class DemoFailure extends RuntimeException {
    private final int exitCode;
    private final transient List<String> details;

    DemoFailure(int exitCode, String message, List<String> details) {
        super(message);
        this.exitCode = exitCode;
        this.details = details;
    }

    int exitCode() {
        return exitCode;
    }

    List<String> details() {
        return details;
    }
}
