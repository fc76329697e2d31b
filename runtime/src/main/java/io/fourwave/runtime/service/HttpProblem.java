package io.fourwave.runtime.service;

/** A request that cannot be served, as the status that says so. */
final class HttpProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    HttpProblem(HttpStatus status, String message) {
        // Requests cannot make us walk stacks.
        super(message, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
